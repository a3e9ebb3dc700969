import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastSeen } from '../../../../lib/capture/seen/last-seen.ts';
import { stanzaPage } from '../../../../site/model/definitions/stanza-page.ts';

import { publicationOf } from '../../corpus-of.ts';
import { LANGUAGE_FILES } from '../../language-files.ts';
import { links, publication, text } from './publication.ts';

const page = stanzaPage(publication, links, 'call-ring');
const child = (of: Pick<typeof page, 'children'>, anchor: string) => {
  const found = of.children.find(({ fact }) => fact.anchor === anchor);
  assert.ok(found, anchor);
  return found;
};

describe('the structure', () => {
  it('marks legs, choices, constants, tags from an enum and shared nodes, and does not repeat large ones', () => {
    assert.deepEqual(text(page.shape.lines), [
      '<call to↑=jid t†↓=timestamp>',
      '  <ring count?="0">',
      '    <te+§ ip=string why~=reasons extra~=int/>',
      '    <net↓|?/>',
      '    <large|?§…/>',
      '    <{reasons}*/>',
      '  </ring>',
      '</call>',
    ]);
    assert.deepEqual(
      page.shape.legend.map(({ mark }) => mark),
      ['?', '*', '+', '~', '↑', '↓', '"…"', '{…}', '§', '…', '†', '|'],
    );
    assert.equal(page.shape.legend.at(-1)?.meaning, 'at most one of <net>, <large>');
  });

  it('links a shared node to its page, a tag to its enum, and each name to its place on the page', () => {
    const pieces = page.shape.lines.flat();
    const hrefs = (name: string) => pieces.filter((piece) => piece.text === name).map(({ href }) => href);
    assert.deepEqual(hrefs('§'), ['/base/nodes/te/', '/base/nodes/large/']);
    assert.deepEqual(hrefs('why'), ['#ring/te@why']);
    assert.deepEqual(hrefs('to'), ['#@to']);
  });

  it('says which attribute is refuted, and of a refuted child so once for all that is in it', () => {
    const refuted = 'disputes: [{ claim: Nobody does., refutes: true }]';
    const { publication: one, links: its } = publicationOf({
      'stanzas/call-a.yaml': `id: call-a
tag: call
display_name: A
category: signaling
direction: [outgoing]
status: draft
spec_version: '0.1.0'
summary: A stanza.
children:
  - { tag: a, occurrence: '1', confidence: unknown, description: One., attributes: [
      { name: x, type: int, required: true, confidence: unknown, description: Denied., ${refuted} },
      { name: y, type: int, required: true, confidence: unknown, description: Known. } ] }
  - { tag: b, occurrence: '1', confidence: unknown, description: Denied., ${refuted}, attributes: [
      { name: z, type: int, required: true, confidence: unknown, description: In it. } ] }
`,
    });
    assert.deepEqual(text(stanzaPage(one, its, 'call-a').shape.lines).slice(1, 3), [
      '  <a x†=int refuted y=int/>',
      '  <b† z=int/> refuted',
    ]);
    // Nobody sends it, whatever a former description required.
    const [known, denied] = stanzaPage(one, its, 'call-a').children;
    assert.deepEqual(
      [...(known?.rows ?? []), ...[denied?.fact ?? []].flat(), ...(denied?.rows ?? [])].map(
        ({ name, presence }) => [name, presence.length],
      ),
      [
        ['x', 0],
        ['y', 1],
        ['b', 0],
        ['z', 0],
      ],
    );
  });

  it('numbers children whose order is a list, and those alone', () => {
    const { publication: one, links: its } = publicationOf({
      ...LANGUAGE_FILES,
      'stanzas/call-ring.yaml': LANGUAGE_FILES['stanzas/call-ring.yaml'].replace(
        '{ sent: [te, net], delivered: any }',
        '[net, te]',
      ),
    });
    const { shape, children } = stanzaPage(one, its, 'call-ring');
    assert.deepEqual(
      text(shape.lines)
        .slice(2, 5)
        .map((line) => line.trim().split(' ').slice(0, 2).join(' ')),
      ['2. <te+§', '1. <net↓|?/>', '<large|?§…/>'],
    );
    assert.equal(children[0]?.order, 'Child order: `<net>`, `<te>`.');
  });
});

describe('the page of a stanza', () => {
  it('has the attributes of its envelope at their places, which lead to the page that holds them', () => {
    assert.deepEqual(page.root.rows, []);
    assert.deepEqual(
      page.root.shared.rows.map(({ anchor, name, home, owner, openDisputes }) => [
        anchor,
        name,
        home,
        owner.text,
        openDisputes,
      ]),
      [
        ['@to', 'to', '/base/stanzas/envelope/#@to', 'envelope', 0],
        ['@t', 't', '/base/stanzas/envelope/#@t', 'envelope', 1],
      ],
    );
    assert.deepEqual(page.envelope, { text: 'The Envelope', href: '/base/stanzas/envelope/' });
    assert.deepEqual(
      stanzaPage(publication, links, 'envelope').envelopeOf.map(({ text: name }) => name),
      ['Call Ring'],
    );
  });

  it('says of each leg whether something is there, also where both agree', () => {
    const presence = (words: readonly { leg: string | undefined; word: string }[] | undefined) =>
      words?.map(({ leg, word }) => `${leg ?? 'both'} ${word}`);
    assert.deepEqual(presence(page.root.shared.rows[0]?.presence), ['Sent required', 'Delivered never']);
    assert.deepEqual(presence(child(page, 'ring').rows[0]?.presence), [
      'Sent required',
      'Delivered sometimes',
    ]);
    assert.deepEqual(presence(child(page, 'ring/net').fact.presence), ['Sent never', 'Delivered sometimes']);
    assert.deepEqual(presence(child(page, 'ring/te').fact.presence), ['Sent required', 'Delivered always']);
    assert.deepEqual(presence(child(page, 'ring/te').rows[0]?.presence), [
      'Sent required',
      'Delivered always',
    ]);
  });

  it('has the evidence that a leg has of its own', () => {
    const [to, t] = stanzaPage(publication, links, 'envelope').root.rows;
    assert.deepEqual(
      t?.legs.map(({ words, confidence, note, sources }) => [
        words,
        confidence,
        note,
        sources.map(({ places }) => places.map((place) => place.text)),
      ]),
      [['Delivered: always', 'speculative', 'The server adds it.', [['a.go#L2']]]],
    );
    assert.deepEqual([to?.writtenBy, t?.writtenBy], ['client', undefined]);
  });

  it('has a constant, conditions and builds', () => {
    const [count] = child(page, 'ring').rows;
    assert.equal(count?.value, '0');
    assert.equal(count?.onlyIf, 'incoming and ring/te is present');
    assert.equal(count?.requiredIf, 'ring/net is absent');
    assert.deepEqual(count?.builds, ['WhatsApp Web (Chrome) since 2.3000.1', 'WhatsApp until 2.25.9']);
  });

  it('says where a fact was last seen: in a capture, and only without one in a flavor', () => {
    const [to, t] = stanzaPage(publication, links, 'envelope').root.rows;
    assert.equal(to?.lastSeen, 'WhatsApp Web 2.3000.7, 2026-02-03');
    assert.equal(t?.lastSeen, undefined);
    assert.equal(stanzaPage(publication, links, 'envelope').lastSeen, to?.lastSeen);
    const inCode = { techniques: [], flavors: ['meow'], contributors: [], sources: [], tools: [] };
    assert.equal(lastSeen([{ path: 'x', provenance: inCode }], publication.corpus), 'Meow 1.2, 2026-03-01');
  });

  it('has a choice at its node, with its members', () => {
    const [choice] = child(page, 'ring').choices;
    assert.equal(choice?.anchor, 'ring/one_of(media)');
    assert.deepEqual(choice?.members, [
      { text: '<net>', href: '#ring/net', refuted: false },
      { text: '<large>', href: '#ring/large', refuted: false },
    ]);
    assert.ok(child(page, 'ring').rows.every(({ name }) => name !== 'media'));
  });

  it('says the order of children on each leg', () => {
    assert.equal(child(page, 'ring').order, 'Child order as sent: `<te>`, `<net>`; as delivered: any.');
  });

  it('says what a place has of a shared node, what it lacks and what is its own', () => {
    const place = child(page, 'ring/te');
    assert.deepEqual(place.uses, { text: 'te', href: '/base/nodes/te/' });
    assert.deepEqual(place.without, [
      { text: '@host', href: '/base/nodes/te/#@host' },
      { text: 'one_of(where)', href: '/base/nodes/te/#one_of(where)' },
    ]);
    assert.deepEqual(
      place.rows.map(({ anchor }) => anchor),
      ['ring/te@ip', 'ring/te@extra'],
    );
    assert.deepEqual(
      place.shared.rows.map(({ anchor, home }) => [anchor, home]),
      [['ring/te@why', '/base/nodes/te/#@why']],
    );
    assert.equal(child(page, 'ring/net').apart, 'It has no address.');
    assert.equal(child(page, 'ring/*').tagsFrom?.href, '/base/enums/reasons/');
  });

  it('has only names of a large shared node, each at its place', () => {
    const { rows, names } = child(page, 'ring/large').shared;
    assert.deepEqual(rows, []);
    assert.deepEqual(names[0], { anchor: 'ring/large@a0', name: 'a0', home: '/base/nodes/large/#@a0' });
    assert.deepEqual(names.at(-1)?.home, '/base/nodes/te/#one_of(where)');
  });

  it('has all of a shared node that is its outermost one', () => {
    const { root, uses, shape, tally } = stanzaPage(publication, links, 'call-large');
    assert.equal(uses?.href, '/base/nodes/large/');
    assert.equal(tally.words, 'Its facts are those of its shared node, and count there');
    assert.equal(root.sharesChildren, true);
    assert.equal(page.root.sharesChildren, false);
    assert.equal(root.shared.rows.length, 13);
    const last = root.shared.rows.at(-1);
    assert.equal(last?.name, '<te>');
    assert.deepEqual(
      last?.inside.map(({ anchor, name }) => [anchor, name]),
      [
        ['te@ip', 'ip'],
        ['te@host', 'host'],
        ['te@why', 'why'],
        ['te/one_of(where)', 'choice'],
      ],
    );
    assert.ok(text(shape.lines).some((line) => line.includes('a11~=int')));
  });

  it('counts and lists each fact at its owner only, and the examples show their leg', () => {
    assert.equal(page.tally.total, 9);
    assert.equal(page.examples[0]?.leg, 'sent');
    assert.ok(page.examples[0]?.links.some(({ anchor }) => anchor === 'ring/te@ip'));
    assert.deepEqual(
      page.toc.filter(({ depth }) => depth > 0).map(({ href }) => href),
      ['#ring', '#ring/te', '#ring/net', '#ring/large', '#ring/*'],
    );
  });
});
