import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capturesBy } from '../../lib/corpus/lookup/captures-by.ts';
import { evidenceFold } from '../../site/components/evidence-fold.ts';
import { listTable } from '../../site/components/list-table.ts';
import { CAPTURE_COLUMNS } from '../../site/components/lists/capture-columns.ts';
import { presenceCell } from '../../site/components/presence-cell.ts';
import { markupOf } from '../../site/html/html.ts';
import { capturePage } from '../../site/model/captures/capture-page.ts';
import { capturesPage } from '../../site/model/captures/captures-page.ts';
import { presencePage } from '../../site/model/captures/presence-page.ts';
import { contributorPage } from '../../site/model/definitions/contributor-page.ts';
import { stanzaPage } from '../../site/model/definitions/stanza-page.ts';
import type { FactView } from '../../site/model/views/fact-view.ts';
import { FILES, publicationOf, STANZA } from './corpus-of.ts';

const capture = (id: string, more: string, format: string, body: string) => `
id: ${id}
source: { technique: websocket-capture, contributor: someone }
stanza_tag: call
confidence: probable
sanitized: true
raw: { format: ${format}, body: '${body}' }
${more}
`;

const TRACE = `
id: call
kind: captured
source:
  technique: websocket-capture
  client: official
  platform: WhatsApp Web
  version: '2.3'
  url: https://example.org/logs/a/very/long/path/that/goes/on/and/on/and/on/call.log
  author: Somebody
  license: MIT
  captured_at: '2026-05-14'
observer: other-device
confidence: probable
sanitized: true
trace:
  - { at: 0, direction: incoming, body: '<call from="A@s.whatsapp.net"><end reason="busy" new="1"><net/></end></call>' }
  - { at: 410, direction: incoming, body: '<call from="A@s.whatsapp.net"><end reason="busy" new="1"><net/></end></call>' }
  - { at: 500, direction: outgoing, body: '<ack/>' }
`;

const { publication, links } = publicationOf({
  ...FILES,
  'stanzas/call-end.yaml': STANZA.replace(
    'techniques: [websocket-capture]',
    'contributors: [someone]\n      techniques: [websocket-capture]',
  ).replace('https://example.org/log', 'capture:one'),
  'contributors/someone.yaml': '{ id: someone, name: Some One, github: some-one }',
  'captures/one.yaml': capture(
    'one',
    'direction: incoming\nkind: captured',
    'xml',
    '<call from="A@s.whatsapp.net"><end reason="other" new="1"><net/></end></call>',
  ),
  'captures/two.yaml': capture(
    'two',
    'direction: outgoing\nkind: synthetic',
    'json',
    '{"tag":"call","attrs":{},"content":[{"tag":"end","attrs":{"count":"3"}}]}',
  ),
});

test('a capture links to the facts that it shows, and lists what the spec does not describe', async () => {
  const page = await capturePage(publication, links, 'one');
  assert.equal(page.stanza?.href, '/base/stanzas/call-end/');
  assert.equal(page.records[0]?.code.printed, false);
  assert.deepEqual(
    page.records[0]?.code.links.map(({ href }) => href),
    ['@from', 'end', 'end@reason', 'end/net'].map((anchor) => `/base/stanzas/call-end/#${anchor}`),
  );
  assert.deepEqual(
    page.contradicts.map(({ at }) => at.text),
    ['call-end:end@reason'],
  );
  assert.deepEqual(
    page.unknown.map(({ at }) => at),
    [{ text: 'call-end:end@new', href: undefined }],
  );
  assert.deepEqual(
    page.named.map(({ total, owner }) => [owner.text, total]),
    [['Call End', 1]],
  );
  await assert.rejects(capturePage(publication, links, 'nothing'), /no capture nothing/);
});

test('a capture in another form is printed as XML, with its links', async () => {
  const { code } = (await capturePage(publication, links, 'two')).records[0] ?? {};
  assert.ok(code?.printed);
  assert.match(code.text, /^<call>\n {2}<end count="3"\/>/);
  assert.deepEqual(
    code.links.map(({ start, end }) => code.text.slice(start, end)),
    ['end', 'count'],
  );
});

test('a trace has its origin, and its records in order, each with its own address', async () => {
  const { publication: one, links: its } = publicationOf({
    ...FILES,
    'stanzas/call-end.yaml': STANZA.replace('https://example.org/log', 'capture:call#2'),
    'captures/call.yaml': TRACE,
  });
  const page = await capturePage(one, its, 'call');
  assert.equal(page.stanza, undefined);
  assert.equal(page.observer, 'at another device');
  assert.deepEqual(page.url, {
    text: 'example.org/logs/a/…/call.log',
    href: 'https://example.org/logs/a/very/long/path/that/goes/on/and/on/and/on/call.log',
  });
  assert.deepEqual(
    page.records.map(({ record, tags, stanza }) => [record.n, record.at, tags, stanza?.href]),
    [
      [1, 0, ['call', 'end'], '/base/stanzas/call-end/'],
      [2, 410, ['call', 'end'], '/base/stanzas/call-end/'],
      [3, 500, ['ack'], undefined],
    ],
  );
  assert.deepEqual(
    page.unknown.map(({ at, records }) => [at.text, records]),
    [['call-end:end@new', [1, 2]]],
  );
  assert.equal(page.named[0]?.total, 1);
  const { rows: listed } = await capturesPage(one, its);
  const cells = markupOf(listTable('Captures', CAPTURE_COLUMNS, listed));
  assert.match(cells, /data-label="Trace">3 records<.*data-label="Observed">at another device</s);
  assert.doesNotMatch(cells, /data-label="(?:Stanza|Direction)"/);
  assert.equal(its.source('capture:call#2').href, '/base/captures/call/#2');
  assert.equal(its.source('capture:nothing#2').href, undefined);
  const presence = await presencePage(one, its, 'call-end');
  assert.deepEqual(
    presence.columns.map(({ client, date, records, calls }) => [client, date, records, calls]),
    [['WhatsApp Web 2.3', '2026-05-14', 2, 1]],
  );
  assert.deepEqual(
    presence.rows.filter(({ fact }) => fact.text.startsWith('end@')).map(({ seen }) => seen[0]),
    [
      { records: 2, calls: 1, of: 2 },
      { records: 0, calls: 0, of: 2 },
    ],
  );
});

test('of a payload without its envelope and of a stanza that breaks off, nothing else is absent', async () => {
  const { publication: one, links: its } = publicationOf({
    ...FILES,
    'stanzas/call-end.yaml': `${STANZA.trimEnd()}\none_of:\n  - { id: x, of: ['@from', end], occurrence: '0..1', confidence: speculative, description: One. }\n`,
    'captures/bare.yaml': capture('bare', 'direction: incoming', 'xml', '<end reason="busy"/>'),
    'captures/broken.yaml': capture(
      'broken',
      'direction: outgoing',
      'xml',
      '<call to="B@s.whatsapp.net"><end reason="busy"><!-- cut -->',
    ),
  });
  const { columns, rows } = await presencePage(one, its, 'call-end');
  const cells = (name: string): string[] => {
    const seen = rows.find(({ fact }) => fact.text === name)?.seen ?? [];
    return columns.map((column, i) => {
      const label = `${column.direction}, ${column.jid}, a client, websocket-capture, not stated`;
      const [, text = ''] =
        /^<td data-label="(.*)<\/td>$/.exec(markupOf(presenceCell(column, seen[i]))) ?? [];
      assert.ok(text.startsWith(label), text);
      return text.replace(/^[^>]*>/, '');
    });
  };
  assert.deepEqual(cells('@from'), ['not recorded', 'not recorded']);
  assert.deepEqual(cells('end@reason'), ['seen', 'seen']);
  assert.deepEqual(cells('end@count'), ['absent', 'not recorded']);
  assert.ok(!rows.some(({ fact }) => fact.text.startsWith('one_of')));
});

test('the sides of one call lead to each other, and count as one call', async () => {
  const { publication: one, links: its } = publicationOf({
    ...FILES,
    'captures/caller.yaml': TRACE.replace('id: call\n', 'id: caller\ncall: one\n'),
    'captures/callee.yaml': TRACE.replace('id: call\n', 'id: callee\ncall: one\n'),
    'captures/other.yaml': TRACE.replace('id: call\n', 'id: other\n'),
  });
  const { otherSides } = await capturePage(one, its, 'caller');
  assert.deepEqual(otherSides, [{ text: 'callee', href: '/base/captures/callee/' }]);
  assert.deepEqual((await capturePage(one, its, 'other')).otherSides, []);
  const [column] = (await presencePage(one, its, 'call-end')).columns;
  assert.deepEqual([column?.records, column?.calls], [6, 2]);
});

test('a fact counts the records of traces that it does not name', () => {
  const { publication: one, links: its } = publicationOf({
    ...FILES,
    'stanzas/call-end.yaml': STANZA.replace('https://example.org/log', 'capture:call#2'),
    'captures/call.yaml': TRACE,
  });
  const [from] = stanzaPage(one, its, 'call-end').root.rows;
  assert.equal(from?.moreRecords, 'and 1 more record in 1 trace');
  assert.equal(from?.lastSeen, 'WhatsApp Web 2.3, 2026-05-14');
  assert.match(markupOf(evidenceFold(from as FactView, {} as never)), /<p>and 1 more record in 1 trace<\/p>/);
});

test('presence is listed by direction, kind of JID, client, day, technique and kind, without the parts of absent nodes', async () => {
  const { rows, synthetic, presence } = await capturesPage(publication, links);
  assert.equal(synthetic, 1);
  const cells = markupOf(listTable('Captures', CAPTURE_COLUMNS, rows));
  assert.match(cells, /data-label="Stanza"><a .*data-label="Direction">incoming</s);
  assert.deepEqual(
    rows.map(({ facts }) => facts),
    [1, 0],
  );
  assert.deepEqual(presence, [
    {
      stanza: { text: 'Call End', href: '/base/stanzas/call-end/captures/' },
      seen: { records: 2, calls: 2 },
    },
  ]);
  const page = await presencePage(publication, links, 'call-end');
  assert.deepEqual(
    page.columns.map(({ direction, jid, kind, records }) => [direction, jid, kind, records]),
    [
      ['incoming', 'PN', 'captured', 1],
      ['outgoing', 'no JID', 'synthetic', 1],
    ],
  );
  assert.deepEqual(
    page.rows.map(({ fact, seen }) => [fact.text, ...seen.map(({ records }) => records)]),
    [
      ['@from', 1, 0],
      ['end', 1, 1],
      ['end@reason', 1, 0],
      ['end@count', 0, 1],
      ['end/to', 0, 0],
      ['end/net', 1, 0],
    ],
  );
  await assert.rejects(presencePage(publication, links, 'nothing'), /no captures of nothing/);
});

test('a contributor has their facts and captures', () => {
  assert.equal(capturesBy(publication.corpus, 'someone').length, 2);
  const page = contributorPage(publication, links, 'someone');
  assert.equal(page.github?.href, 'https://github.com/some-one');
  assert.equal(page.tally.total, 1);
  assert.equal(page.captures.length, 2);
});

test('what a capture of former years has differently is a difference in time', async () => {
  const old = capture('old', 'direction: incoming\nkind: captured', 'xml', '<call from="A@s.whatsapp.net"/>');
  const dated = publicationOf({
    ...FILES,
    'captures/old.yaml': old.replace(
      'technique: websocket-capture',
      "technique: websocket-capture, captured_at: '2015-06-01'",
    ),
    'flavors/young.yaml': "{ id: young, date: '2026-01-01' }",
  });
  assert.equal((await capturePage(dated.publication, dated.links, 'old')).year, '2015');
  assert.equal((await capturePage(publication, links, 'one')).year, undefined);
});
