import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stanzaPage } from '../../../../site/model/definitions/stanza-page.ts';
import { highlight } from '../../../../site/model/views/highlight.ts';
import { linkedLines } from '../../../../site/model/views/linked-lines.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf(FILES);
const page = stanzaPage(publication, links, 'call-end');
const text = (lines: readonly (readonly { text: string }[])[]) =>
  lines.map((line) => line.map((piece) => piece.text).join('')).join('\n');

test('the structure looks like the stanza, with marks, types and the fixed order', () => {
  assert.equal(
    text(page.shape.lines),
    [
      '<call from†=jid>',
      '  <end reason?=reasons count~=int>',
      '    1. <to*>bytes</to>',
      '    2. <net+/>',
      '  </end>',
      '</call>',
    ].join('\n'),
  );
  assert.deepEqual(
    page.shape.legend.map(({ mark }) => mark),
    ['?', '*', '+', '~', '1.', '†'],
  );
});

test('a name in the structure shows the confidence of its fact, which the legend explains', () => {
  const sure = page.shape.lines
    .flat()
    .flatMap(({ text: name, confidence }) => (confidence === undefined ? [] : [[name, confidence]]));
  assert.deepEqual(sure, [
    ['from', 'probable'],
    ['<end', 'speculative'],
    ['reason', 'probable'],
    ['count', 'unknown'],
    ['<to', 'probable'],
    ['bytes', 'probable'],
    ['<net', 'probable'],
  ]);
  assert.deepEqual(page.shape.confidences, ['probable', 'speculative', 'unknown']);
});

test('every name in the structure links to the fact that defines it', () => {
  const hrefs = page.shape.lines.flat().flatMap(({ href }) => href ?? []);
  assert.deepEqual(hrefs, [
    '#@from',
    '#end',
    '#end@reason',
    '/base/enums/reasons/',
    '#end@count',
    '#end/to',
    '#end/to/text()',
    '#end/net',
  ]);
  const anchors = new Set(publication.corpus.facts.map(({ anchor }) => anchor));
  for (const href of hrefs) assert.ok(!href.startsWith('#') || anchors.has(href.slice(1)), href);
});

test('a row has its type, presence, evidence, disputes and the line of its YAML', () => {
  const [from] = page.root.rows;
  assert.equal(from?.anchor, '@from');
  assert.deepEqual(from?.presence, [
    { leg: 'Sent', word: 'required' },
    { leg: 'Delivered', word: 'always' },
  ]);
  assert.equal(from?.evidence, '1 impl. · 3 sources');
  assert.deepEqual(from?.techniques, [{ text: 'websocket-capture', href: undefined }]);
  assert.deepEqual(from?.sources, [
    {
      flavor: { text: 'meow', href: '/base/flavors/meow/' },
      places: [
        {
          text: 'call.go#L1-L2',
          href: 'https://github.com/example/meow/blob/0123456789abcdef0123456789abcdef01234567/src/call.go#L1-L2',
        },
        {
          text: 'L9',
          href: 'https://github.com/example/meow/blob/0123456789abcdef0123456789abcdef01234567/src/call.go#L9',
        },
      ],
      state: undefined,
    },
    {
      flavor: undefined,
      places: [{ text: 'https://example.org/log', href: 'https://example.org/log' }],
      state: undefined,
    },
  ]);
  assert.equal(from?.disputes[0]?.evidence, '1 impl. · 1 source');
  assert.equal(from?.yaml, 'https://github.com/example/spec/blob/main/spec/stanzas/call-end.yaml#L11');
  assert.equal(from?.report, '/base/report/?about=call-end:@from');
  assert.match(from?.derivation ?? '', /^Evidence supports probable: /);
});

test('the page shows what is not known', () => {
  const end = page.children[0];
  assert.deepEqual(
    end?.rows.map(({ presence }) => presence.map(({ word }) => word)),
    [
      ['optional', 'sometimes'],
      ['not known', 'not known'],
    ],
  );
  assert.equal(end?.rows[1]?.evidence, 'no sources');
});

test('an observed value of an enum links to its row; any other one is text', () => {
  assert.deepEqual(page.children[0]?.rows[0]?.observed, [
    { text: 'busy', href: '/base/enums/reasons/#busy' },
    { text: 'other', href: undefined },
  ]);
});

test('children come depth first, with the nodes above them and the size of their content', () => {
  assert.deepEqual(
    page.children.map(({ fact, depth, above }) => [fact.anchor, depth, above.map((ref) => ref.href)]),
    [
      ['end', 1, ['#~attributes']],
      ['end/to', 2, ['#~attributes', '#end']],
      ['end/net', 2, ['#~attributes', '#end']],
    ],
  );
  assert.equal(page.children[0]?.order, 'Child order is fixed.');
  assert.equal(page.children[1]?.content?.size, '32 bytes');
});

test('an example links to the facts that it shows, and they link back', async () => {
  const [example] = page.examples;
  assert.ok(example);
  const lines = linkedLines(await highlight(example.body, example.format), example.links);
  assert.equal(text(lines), example.body);
  assert.deepEqual(
    lines.flat().flatMap(({ text: name, href }) => (href === undefined ? [] : [[name, href]])),
    [
      ['from', '#@from'],
      ['end', '#end'],
      ['reason', '#end@reason'],
      ['to', '#end/to'],
    ],
  );
  assert.deepEqual(page.root.rows[0]?.examples, [{ text: '1', href: '#~example-1' }]);
  assert.deepEqual(page.children[2]?.fact.examples, []);
});

test('a question without an identity has its number', () => {
  assert.equal(page.questions[0]?.anchor, 'question-1');
  assert.equal(page.questions[0]?.href, '/base/stanzas/call-end/#question-1');
});

test('the table of contents has sections and children only', () => {
  assert.deepEqual(
    page.toc.map(({ href }) => href),
    [
      '#~examples',
      '#~shape',
      '#~attributes',
      '#~children',
      '#end',
      '#end/to',
      '#end/net',
      '#~open-questions',
      '#~references',
    ],
  );
});

test('an id that the corpus does not have is refused', () => {
  assert.throws(() => stanzaPage(publication, links, 'nothing'), /no stanza nothing/);
});
