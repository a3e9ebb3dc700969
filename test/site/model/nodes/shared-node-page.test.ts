import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindList } from '../../../../lib/corpus/lists/kind-list.ts';
import { enumPage } from '../../../../site/model/definitions/enum-page.ts';
import { nodePage } from '../../../../site/model/definitions/node-page.ts';
import { stanzaPage } from '../../../../site/model/definitions/stanza-page.ts';
import { frameOf } from '../../../../site/model/frame/frame.ts';
import { neighboursOf } from '../../../../site/model/frame/neighbours.ts';
import { disputesPart } from '../../../../site/model/lists/disputes-page.ts';
import { factsPage } from '../../../../site/model/lists/facts-page.ts';
import { factRows } from '../../../../site/model/paged/fact-rows.ts';
import { publicationOf } from '../../corpus-of.ts';
import { LANGUAGE_FILES, withAnyTag } from '../../language-files.ts';
import { links, publication, text } from './publication.ts';

const te = nodePage(publication, links, 'te');

describe('the page of a shared node', () => {
  it('of one for any tag, says so and shows places as more than it, each in a sentence', () => {
    const { publication: one, links: its } = publicationOf(withAnyTag(LANGUAGE_FILES));
    const { shape, children } = stanzaPage(one, its, 'call-ring');
    assert.deepEqual(text(shape.lines).slice(1, 3), [
      '  <ring id=string count?="0">',
      '    <te+§ ip=string why~=reasons extra~=int/>',
    ]);
    assert.deepEqual(
      children.slice(0, 2).map(({ uses, usesAnyTag }) => [uses?.text, usesAnyTag]),
      [
        ['action', true],
        ['te', false],
      ],
    );
    const action = nodePage(one, its, 'action');
    assert.deepEqual(text(action.shape.lines), ['<{any tag} id=string/>']);
    assert.deepEqual(
      action.uses.map(({ differs }) => differs),
      [['The payload, i.e. `a. B`.', 'Also `@count`, `one_of(media)`, `te`, `net`, `large`, `*`.']],
    );
  });

  it('lists the places that use it and what differs at each', () => {
    assert.deepEqual(
      te.uses.map(({ owner, place, occurrence, when, differs }) => [
        owner,
        place.href,
        occurrence,
        when,
        differs,
      ]),
      [
        [
          'Call Ring',
          '/base/stanzas/call-ring/#ring/te',
          'at least once',
          'If it is known.',
          ['Without `@host`, `one_of(where)`.', 'Its own `@ip`.', 'Also `@extra`.'],
        ],
        ['Large Node', '/base/nodes/large/#te', 'at most once', undefined, []],
      ],
    );
    assert.deepEqual(
      nodePage(publication, links, 'large').uses.map(({ owner, place, occurrence }) => [
        owner,
        place.href,
        occurrence,
      ]),
      [
        ['Large Alone', '/base/stanzas/call-large/', 'the outermost node'],
        ['Call Ring', '/base/stanzas/call-ring/#ring/large', 'at most once'],
      ],
    );
  });

  it('has its structure, facts, choices and questions', () => {
    assert.deepEqual(text(te.shape.lines), ['<te ip|?=string host†|?=string why~=reasons/>']);
    assert.deepEqual(
      te.root.rows.map(({ href }) => href),
      ['#@ip', '#@host', '#@why'],
    );
    assert.equal(te.root.choices[0]?.anchor, 'one_of(where)');
    assert.equal(te.questions[0]?.text, 'Is it sorted?');
    assert.equal(
      kindList(publication.corpus, 'node').rows.find(({ id }) => id === 'large')?.values['places'],
      2,
    );
    assert.equal(te.report, '/base/report/?about=node/te');
    assert.throws(() => nodePage(publication, links, 'nothing'), /no shared node nothing/);
  });

  it('is named wherever its facts are listed', () => {
    assert.deepEqual(
      enumPage(publication, links, 'reasons').uses.map(({ owner, fact }) => [owner.text, fact.href]),
      [['Endpoint', '/base/nodes/te/#@why']],
    );
    const disputed = disputesPart(publication, links, 1).sections[0]?.definitions ?? [];
    assert.deepEqual(
      disputed.map(({ owner, disputed: facts }) => [owner.text, facts.map(({ at }) => [at.text, at.href])]),
      [
        ['The Envelope', [['envelope:@t', '/base/stanzas/envelope/#@t']]],
        ['Endpoint', [['node/te:@host', '/base/nodes/te/#@host']]],
      ],
    );
    const { groups: navigation } = frameOf(publication, links, 'nodes/te/');
    const entry = navigation.flatMap(({ items }) => items).find(({ href }) => href === '/base/nodes/');
    assert.deepEqual([entry?.text, entry?.count, entry?.current], ['Shared nodes', 2, 'true']);
    assert.deepEqual(neighboursOf(publication, links, 'node', 'large'), {
      previous: undefined,
      next: { text: 'Endpoint', href: '/base/nodes/te/' },
    });
    const { choices } = factsPage(publication, links);
    assert.deepEqual(choices.node, [
      { value: 'large', text: 'large (13)' },
      { value: 'te', text: 'te (4)' },
    ]);
    const rows = factRows(publication, links).flatMap((group) => group.rows);
    assert.equal(rows.find(({ href }) => href === '/base/nodes/te/#@ip')?.owner, 'node/te:');
    assert.equal(rows.length, publication.corpus.facts.length);
  });
});
