import { type SeededRandom, seededRandom } from '../../bench/corpus/seeded-random.ts';
import { type Material, mutate } from './mutate.ts';

/** A spec in which one file was changed. */
export interface CorpusMutant {
  /** The changed file, such as stanzas/call-offer.yaml. */
  readonly path: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What YAML has that a definition must not, what its readers stumbled over, and names that objects have. */
const PIECES: readonly string[] = [
  ...['&a ', '*a', '&a [*a]', '!!binary ', '!!set {a}', '!x ', '<<: *a', '<<: {a: b}', '---\n', '...\n'],
  ...[
    '%YAML 1.1\n---\n',
    '%TAG ! tag:x,2000:\n',
    '|',
    '|2\n',
    '>-\n',
    '? ',
    '? a\n: b',
    '- ',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '"',
    "'",
    '#',
    ' #',
    ': ',
    ':',
    ',',
    '@',
    '`',
    '\t',
    '\r',
    '\r\n',
    '\n\n',
    '\\',
    '"\\ud800"',
    '"\\x00"',
    '"\\u202e"',
  ],
  ...[
    '\0',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ufffd',
    '😀',
    'é',
    '\u0301',
    '\u200b',
  ],
  ...[
    '1e999',
    '.inf',
    '-.INF',
    '.nan',
    '0o777',
    '0x1F',
    '0b1',
    '1_000',
    '12:30:45',
    '2026-01-31',
    '~',
    'null',
    'Null',
  ],
  ...[
    'true',
    'yes',
    'No',
    'off',
    "''",
    '""',
    '__proto__: x',
    '__proto__: {a: b}',
    'constructor: x',
    'toString: x',
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'prototype',
    'enum:__proto__',
    'enum:',
    'call-offer:@from',
  ],
  ...[
    'javascript:alert(1)',
    '../../etc/passwd',
    '../x',
    '<script>alert(1)</script>',
    '::error::x',
    '`enum:x`',
    '[x](y:z)',
  ],
  ...[
    'x'.repeat(5000),
    '[['.repeat(40),
    '{a: '.repeat(40),
    '- '.repeat(70),
    '? '.repeat(40),
    '[]'.repeat(300),
  ],
  ...[
    'a: b\n'.repeat(200),
    '{a: b, a: b}',
    "'a'''",
    '#L1-L2',
    'https://a@b/',
    'https:x',
    'capture:x',
    '#12',
    'baileys:a.ts#L9-L1',
  ],
];

/** How many other files are in the spec of a mutant. More take longer, and find little more. */
const BESIDE = 5;

/**
 * One of any number of mutants of a spec: a file changed at random, beside some other files of the spec, and now
 * and then beside all of them.
 * @param spec the texts of its files by path
 * @param index which one; the same for the same seed and index
 */
export function corpusMutant(
  spec: Readonly<Record<string, string>>,
  seed: number,
  index: number,
): CorpusMutant {
  const random = seededRandom(seed * 1_000_003 + index);
  const paths = Object.keys(spec);
  const path = random.pick(paths);
  const text = spec[path] ?? '';
  const material: Material = { others: Object.values(spec), pieces: PIECES };
  const bytes = mutate(text, material, random);
  const beside = random.chance(0.1) ? paths : smallOnes(spec, random);
  const files = Object.fromEntries(beside.map((one) => [one, spec[one] ?? '']));
  return { path, files: { ...files, [path]: bytes } };
}

function smallOnes(spec: Readonly<Record<string, string>>, random: SeededRandom): string[] {
  const small = Object.entries(spec).filter(([, text]) => text.length < 4000);
  return random.some(
    small.map(([path]) => path),
    BESIDE,
  );
}
