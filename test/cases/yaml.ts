import { MAX_BYTES } from '../../lib/source/decode.ts';
import { MAX_DEPTH } from '../../lib/source/read-source.ts';
import type { CodeCases, Files } from './case.ts';
import { stanza } from './texts.ts';

const FILE = 'stanzas/call-x.yaml';
const AT = `spec/${FILE}`;
const file = (text: string): Files => ({ [FILE]: text });
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );
const padded = (size: number): string => {
  const text = `${stanza()}# `;
  return text + 'x'.repeat(size - text.length);
};

export const YAML_CASES: readonly CodeCases[] = [
  {
    code: 'yaml/too-large',
    accepts: [file(padded(MAX_BYTES))],
    rejects: [
      { files: file(padded(MAX_BYTES + 1)), at: [`${AT}:1:1`] },
      {
        files: { [FILE]: padded(MAX_BYTES + 1), 'glossary.yaml': padded(2 * MAX_BYTES) },
        at: ['spec/glossary.yaml:1:1', `${AT}:1:1`],
      },
    ],
  },
  {
    code: 'yaml/encoding',
    accepts: [file(stanza('notes: Grüße, 你好, 😀.\n')), { [FILE]: bytes([0xef, 0xbb, 0xbf], stanza()) }],
    rejects: [
      { files: { [FILE]: bytes(stanza('notes: a'), [0xff], '\n') }, at: [`${AT}:9:9`] },
      { files: { [FILE]: bytes('id: é\ntag: ', [0xc3, 0x28]) }, at: [`${AT}:2:6`] },
    ],
  },
  {
    code: 'yaml/control-character',
    accepts: [file(stanza('notes: "a\\tb"\n'))],
    rejects: [
      file(stanza('notes: a»\u202eb\n')),
      file(stanza('notes: »"a\\x07b"\nexamples: [{ title: »"\\e[1m", format: xml, body: <call/> }]\n')),
      file(stanza('»"a\\0": b\n')),
      { files: { [FILE]: bytes(stanza('notes: a'), [0], '\n') }, at: [`${AT}:9:9`] },
    ],
  },
  {
    code: 'yaml/empty',
    accepts: [file(`---\n${stanza()}`)],
    rejects: [
      { files: file(''), at: [`${AT}:1:1`] },
      {
        files: { [FILE]: '# nothing\n', 'glossary.yaml': '~\n' },
        at: ['spec/glossary.yaml:1:1', `${AT}:1:1`],
      },
    ],
  },
  {
    code: 'yaml/several-documents',
    accepts: [file(`${stanza()}...\n`)],
    rejects: [file(`${stanza()}»---\nid: call-y\n`), file(`${stanza()}»---\n# more\na: b\n---\nc: d\n`)],
  },
  {
    code: 'yaml/syntax',
    accepts: [file(stanza("notes: 'a: [b'\n"))],
    rejects: [
      file(stanza('notes: »a: b\n')),
      file('id: call-x\n»\ttag: call\n'),
      file(stanza('references: [a, b\n»')),
      file(stanza('notes: "a»\\q b»\\y"\n')),
      // Text that begins, or goes on, with what YAML takes for its own.
      ...[
        '`tag` first',
        '@all of them',
        '%s of them',
        '*all* of them',
        '- one',
        '? why',
        '> 5',
        '| a',
        '[a] b',
        '{a} b',
      ]
        .concat(['"a" and "b"', "'a' and b", 'at 12: noon', 'as follows:', 'see https://a.example/: there'])
        .map((text) => file(stanza(`notes: »${text}\nexamples: []\n`))),
      file(stanza('references:\n  - title: »url: https://a.example/\n')),
      file(stanza('references:\n  - { title: »One: two, url: https://a.example/ }\n')),
      file(stanza('notes: »one line\n  Two: three\n')),
      file(stanza('notes: see »#12 and\n  what follows\n')),
      file(stanza('references: [»#12, a]\n')),
      // Each of them is one mistake, wherever it is made.
      file(stanza('notes: »a: b\nexamples: []\ncontent: »@c\n')),
      // One finding for all tabs, and none for what follows from them.
      file(
        stanza('references:\n»\t- title: a\n\t  url: https://a.example/\n\t- https://b.example/\nnotes: a\n'),
      ),
      file(stanza('references:\n  - title: a\n  »\turl: https://a.example/\n')),
      // A line that stands where no other of its list or mapping does.
      file(
        stanza(
          'references:\n  - title: a\n    url: https://a.example/\n »- https://b.example/\n  - https://c.example/\nnotes: a\n',
        ),
      ),
      file(stanza('references:\n  - title: a\n    url: https://a.example/\n   »- https://b.example/\n')),
      file(stanza('references:\n  - title: a\n   »url: https://a.example/\n')),
      file(stanza('references:\n  - title: a\n      »url: https://a.example/\n')),
      // A blank that is missing.
      file('id: call-x\ntag»:call\n'),
      file(stanza('references:\n  »-title: a\n   url: https://b.example/\n')),
      file(stanza('notes: "a\n»')),
    ],
  },
  {
    code: 'yaml/more-errors',
    accepts: [file(stanza())],
    rejects: [
      file(stanza(`notes: "${'\\q'.repeat(20)}»\\q"\n`)),
      file(stanza(`notes: "${'\\q'.repeat(20)}»${'\\y'.repeat(500)}"\n`)),
    ],
  },
  {
    code: 'yaml/directive',
    accepts: [file(`%YAML 1.2\n---\n${stanza()}`)],
    rejects: [
      file(`»%YAML 1.1\n---\n${stanza()}`),
      file(`»%TAG ! tag:example.org,2000:\n»%FOO bar\n---\n${stanza()}`),
    ],
  },
  {
    code: 'yaml/too-deep',
    accepts: [file(stanza(`children: [${childrenOf(12)}]\n`))],
    rejects: [
      file(`a: ${'['.repeat(MAX_DEPTH - 1)}»[${']'.repeat(MAX_DEPTH)}\n`),
      file(`${'- '.repeat(MAX_DEPTH)}»- a\n`),
      { files: file(`a: ${'['.repeat(100_000)}`), at: [`${AT}:1:${'a: '.length + MAX_DEPTH}`] },
    ],
  },
  {
    code: 'yaml/duplicate-key',
    accepts: [file(stanza('references:\n  - { title: a, url: https://a.example/ }\n'))],
    rejects: [
      file(stanza('»tag: b\n»summary: c\n')),
      file(stanza('references:\n  - { title: a, »title: b, url: https://a.example/ }\n')),
      file(stanza('"__proto__": a\n»"__proto__": b\n')),
    ],
  },
  {
    code: 'yaml/key-not-text',
    accepts: [file(stanza('"notes": a\n'))],
    rejects: [
      file(stanza('»12: a\n»true: b\n')),
      file(stanza('? »[a]\n: b\n')),
      file(stanza('? »{ a: b }\n')),
    ],
  },
  {
    code: 'yaml/anchor',
    accepts: [file(stanza("notes: '&a'\n"))],
    rejects: [file(stanza('notes: »&a b\n')), file(stanza('references: »&a\n  - »&b https://a.example/\n'))],
  },
  {
    code: 'yaml/alias',
    accepts: [file(stanza("notes: '*a'\n"))],
    rejects: [
      file(stanza('notes: &a b\nreferences: [»*a, »*a]\n')),
      file(stanza('notes: &a b\nreferences:\n  - { title: »*a, url: https://a.example/ }\n')),
    ],
  },
  {
    code: 'yaml/tag',
    accepts: [file(stanza("notes: '!a'\n"))],
    rejects: [
      file(stanza('notes: »!!str a\nreferences: »!!seq [»!!str b]\n')),
      file(stanza('»!!str notes: a\n')),
      file(stanza('notes: »!a b\nreferences: »!b [a]\n')),
    ],
  },
  {
    code: 'yaml/merge-key',
    accepts: [file(stanza("notes: '<<'\n"))],
    rejects: [
      file(stanza('»<<: { notes: a }\n')),
      file(
        stanza('references:\n  - { »<<: { title: a }, url: https://a.example/ }\n  - { »<<: 1, url: a }\n'),
      ),
    ],
  },
  {
    code: 'yaml/comment-in-text',
    accepts: [
      file(stanza('notes: a#b # what it is\n')),
      file(stanza("notes: 'see #12'\nexamples: [] #none\n")),
    ],
    rejects: [
      file(stanza('notes: see »#12 for more\n')),
      file(
        stanza(
          'references:\n  - https://a.example/ »#part\n  - { title: a »#b\n    , url: https://a.example/ }\n',
        ),
      ),
    ],
  },
  {
    code: 'yaml/no-value',
    accepts: [file(stanza("notes: 'null'\n"))],
    rejects: [
      file(stanza('»notes:\n»references: ~\n')),
      file(stanza('»notes: #12\n»references: NULL\n')),
      file(stanza('references:\n  - { »title: null, url: https://a.example/ }\n')),
    ],
  },
];

function childrenOf(depth: number): string {
  const inner = depth === 0 ? '' : `, children: [${childrenOf(depth - 1)}]`;
  return `{ tag: a, occurrence: '1', confidence: unknown, description: a${inner} }`;
}
