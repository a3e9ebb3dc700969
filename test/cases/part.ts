import type { CodeCases, Files } from './case.ts';
import { flavor, part, stanza } from './texts.ts';

/** Every spec has a stanza. */
const OFFER = {
  'stanzas/offer.yaml': stanza(
    'attributes: [{ name: id, type: string, confidence: unknown, description: It is so. }]\n',
    'offer',
  ),
};

const requirement = (id: string, rest = ''): string =>
  `  - { id: ${id}, level: must, actor: reader, text: It is so., confidence: unknown${rest} }\n`;

const about = (subject: string): Files => ({
  ...OFFER,
  'relay/a-part.yaml': part(`requirements:\n${requirement('one', `, subject: ${subject}`)}`),
});

const field = (rest: string): string =>
  `      - { type: uint, meaning: It is so., confidence: unknown, ${rest} }\n`;

/** A layout of these fields. */
const layout = (fields: readonly string[], rest = ''): Files => ({
  ...OFFER,
  'relay/a-part.yaml': part(
    `layout:\n  - id: it\n    title: It\n${rest}    fields:\n${fields.map(field).join('')}`,
  ),
});

const ADDRESS = ['name: ip, bytes: 4', 'name: port, bytes: 2'];

/** A vector of a layout of two fields: a number of two bytes, and one of one byte whose halves are bits. */
const vector = (text: string): Files =>
  layout(
    ['name: port, bytes: 2', 'name: high, bits: 4', 'name: low, bits: 4'],
    `    size: 3\n    vectors:\n      - ${text}\n`,
  );

/** What parts say and name. */
export const PART_CASES: readonly CodeCases[] = [
  {
    code: 'reference/part',
    accepts: [
      {
        ...OFFER,
        'flavors/meow.yaml': flavor('meow'),
        'relay/a-part.yaml': part('parent: other\nrequires: [other]\n'),
        'crypto/other.yaml': part(
          'implementations: [{ flavor: meow, status: working }]\n',
          'other',
          'ABC-02',
          'crypto',
        ),
      },
    ],
    rejects: [
      { 'relay/a-part.yaml': part('parent: »other\n') },
      { 'relay/a-part.yaml': part('requires: [a-part, »other]\n') },
    ],
  },
  {
    code: 'part/category',
    accepts: [
      { ...OFFER, 'relay/a-part.yaml': part('') },
      {
        ...OFFER,
        'spec.yaml': "title: A spec\nversion: '1.0.0'\npart_categories: [{ id: own, title: Our own }]\n",
        'own/a-part.yaml': part('', 'a-part', 'ABC-01', 'own'),
      },
    ],
    rejects: [
      { 'crypto/a-part.yaml': part('').replace('category: ', 'category: »') },
      { 'encodings/a-part.yaml': part('').replace('category: ', 'category: »') },
    ],
  },
  {
    code: 'part/code-taken',
    accepts: [{ ...OFFER, 'relay/a-part.yaml': part(''), 'relay/b-part.yaml': part('', 'b-part', 'ABC-02') }],
    rejects: [
      { 'relay/a-part.yaml': part(''), 'relay/b-part.yaml': part('', 'b-part', '»ABC-01') },
      {
        'relay/a-part.yaml': part(''),
        'crypto/b-part.yaml': part('', 'b-part', '»ABC-01', 'crypto'),
      },
    ],
  },
  {
    code: 'part/duplicate-id',
    accepts: [
      {
        ...OFFER,
        'relay/a-part.yaml': part(`requirements:\n${requirement('one')}${requirement('two')}`),
        'relay/b-part.yaml': part(`requirements:\n${requirement('one')}`, 'b-part', 'ABC-02'),
      },
      {
        ...OFFER,
        'relay/a-part.yaml': part(
          `requirements:\n${requirement('s-1')}${requirement('question-2')}normative: It MUST be.\nopen_questions: [Why?]\n`,
        ),
      },
    ],
    rejects: [
      { 'relay/a-part.yaml': part(`requirements:\n${requirement('one')}${requirement('»one')}`) },
      {
        'relay/a-part.yaml': part(
          `requirements:\n${requirement('one')}procedure: [{ id: »one, text: It is so., confidence: unknown }]\n`,
        ),
      },
      layout(['name: a, bytes: 1', 'name: »a, bytes: 1']),
      {
        'relay/a-part.yaml': part(`requirements:\n${requirement('»question-1')}open_questions: [Why?]\n`),
      },
    ],
  },
  {
    code: 'part/subject',
    accepts: [about('offer:@id'), about('offer')],
    rejects: [about('»offer:@ids'), about('»another')],
  },
  {
    code: 'part/link',
    accepts: [
      {
        ...OFFER,
        'relay/a-part.yaml': part(
          "normative: 'See [itself](a-part) and [a page](https://example.org/), not `[code](nowhere)`.'\n",
        ),
      },
    ],
    rejects: [
      { 'relay/a-part.yaml': part("normative: 'See »[another](other).'\n") },
      { 'relay/a-part.yaml': part("findings: '- **»[x](javascript:alert)**'\n") },
      {
        'relay/a-part.yaml': part(
          'normative: |\n  See [itself](a-part).\n\n  > It is\n  > in »[another](other).\n',
        ),
      },
    ],
  },
  {
    code: 'text/markdown',
    accepts: [
      {
        ...OFFER,
        'relay/a-part.yaml': part(
          'normative: |\n  # One\n\n  A `| a | b |`, a <call> with its <enc>, and `<br>`; see [the page][p].\n\n  Two\n  ---\n\n  ```\n  ![x](y)\n  ---\n  ```\n\n  > - **It** is 1 | 2.\n\n  [p]: https://example.org/\n',
        ),
      },
    ],
    rejects: [
      {
        ...OFFER,
        'relay/a-part.yaml': part('normative: |\n  See below.\n\n  | a | b |\n  »|---|---|\n  | 1 | 2 |\n'),
      },
      {
        ...OFFER,
        'relay/a-part.yaml': part(
          'findings: |\n  See »![it](https://example.org/a.png) and »<b>this</b>.\n\n  »---\n\n  It is so.\n\n  »[p]: https://example.org/\n',
        ),
      },
      {
        ...OFFER,
        'relay/a-part.yaml': part('normative: |\n  - One.\n\n    »***\n\n  - Two »<!-- or three -->\n'),
      },
    ],
  },
  {
    code: 'part/layout',
    accepts: [
      layout(ADDRESS, '    size: 6\n'),
      layout(['name: a, bits: 3', 'name: b, bits: 5', 'name: c, offset: 4, bytes: 2', 'name: rest']),
    ],
    rejects: [
      layout(ADDRESS, '    size: »8\n'),
      layout(['name: a, bytes: 4', 'name: b, offset: »3, bytes: 1']),
      layout(['name: »a', 'name: b, bytes: 1']),
      layout(['name: a, bits: 3', 'name: »b, bytes: 1']),
      layout(['name: a, bytes: 1, bits: »8']),
      layout(['name: »a, bytes: 3'], '    size: 2\n'),
    ],
  },
  {
    code: 'part/vector',
    accepts: [
      vector("{ bytes: '0d96 21', values: { port: '3478', high: '2', low: '0x1' } }"),
      vector("{ bytes: '0d9621' }"),
    ],
    rejects: [
      vector("{ bytes: »'0d96' }"),
      vector("{ bytes: »'0d962' }"),
      vector("{ bytes: '0d9621', values: { port: »'3479' } }"),
      vector("{ bytes: '0d9621', values: { low: »'2' } }"),
      vector("{ bytes: '0d9621', values: { prot: »'3478' } }"),
    ],
  },
];
