import type { SeededRandom } from '../../bench/corpus/seeded-random.ts';

/** What a text is mutated with: others of its sort to splice with, and pieces that readers stumble over. */
export interface Material {
  readonly others: readonly string[];
  readonly pieces: readonly string[];
}

/** No mutant is larger than the largest file that is read, and a little more. */
const MAX_LENGTH = 270_000;

/**
 * A text after one to four random changes: pieces put in, cut out, doubled or spliced with another text, lines
 * moved, numbers blown up, bytes flipped. The same for the same random numbers.
 */
export function mutate(text: string, material: Material, random: SeededRandom): Uint8Array {
  let changed = text;
  for (let n = random.int(1, 4); n > 0; n -= 1) {
    changed = random.pick(CHANGES)(changed, material, random).slice(0, MAX_LENGTH);
  }
  const bytes = new TextEncoder().encode(changed);
  return random.chance(25) ? flipped(bytes, random) : bytes;
}

type Change = (text: string, material: Material, random: SeededRandom) => string;

const CHANGES: readonly Change[] = [
  cutOut,
  cutOff,
  doubled,
  spliced,
  withPiece,
  withPiece,
  withPieceForValue,
  withLinesSwapped,
  withoutLine,
  withLineOfAnother,
  withLineMoved,
  indented,
  withValuesSwapped,
  withHugeNumber,
];

function range(text: string, random: SeededRandom, most: number): [number, number] {
  const from = random.int(0, text.length);
  return [from, Math.min(text.length, from + random.int(1, most))];
}

function cutOut(text: string, _: Material, random: SeededRandom): string {
  const [from, to] = range(text, random, random.chance(50) ? 4 : 200);
  return text.slice(0, from) + text.slice(to);
}

function cutOff(text: string, _: Material, random: SeededRandom): string {
  return text.slice(0, random.int(0, text.length));
}

function doubled(text: string, _: Material, random: SeededRandom): string {
  const [from, to] = range(text, random, 60);
  const times = random.chance(5) ? 1000 : random.int(1, 4);
  return text.slice(0, to) + text.slice(from, to).repeat(times) + text.slice(to);
}

function spliced(text: string, { others }: Material, random: SeededRandom): string {
  const other = random.pick(others);
  return text.slice(0, random.int(0, text.length)) + other.slice(random.int(0, other.length));
}

function withPiece(text: string, { pieces }: Material, random: SeededRandom): string {
  const at = random.int(0, text.length);
  return text.slice(0, at) + random.pick(pieces) + text.slice(at);
}

function withPieceForValue(text: string, { pieces }: Material, random: SeededRandom): string {
  return onLine(text, random, (line) => {
    const at = line.search(/[:=]/);
    return at === -1 ? random.pick(pieces) : `${line.slice(0, at + 1)} ${random.pick(pieces)}`;
  });
}

function onLine(text: string, random: SeededRandom, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = random.int(0, lines.length - 1);
  lines[at] = change(lines[at] ?? '');
  return lines.join('\n');
}

function withLinesSwapped(text: string, _: Material, random: SeededRandom): string {
  const lines = text.split('\n');
  const [a, b] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return lines.join('\n');
}

function withoutLine(text: string, _: Material, random: SeededRandom): string {
  const lines = text.split('\n');
  lines.splice(random.int(0, lines.length - 1), 1);
  return lines.join('\n');
}

function withLineOfAnother(text: string, { others }: Material, random: SeededRandom): string {
  const lines = text.split('\n');
  lines.splice(random.int(0, lines.length), 0, random.pick(random.pick(others).split('\n')));
  return lines.join('\n');
}

function withLineMoved(text: string, _: Material, random: SeededRandom): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(random.int(0, lines.length - 1), 1);
  lines.splice(random.int(0, lines.length), 0, line);
  return lines.join('\n');
}

function indented(text: string, _: Material, random: SeededRandom): string {
  return onLine(text, random, (line) => (random.chance(50) ? `  ${line}` : line.replace(/^ {1,2}/, '')));
}

// Swaps what follows the first colon or equals sign of two lines.
function withValuesSwapped(text: string, _: Material, random: SeededRandom): string {
  const lines = text.split('\n');
  const [a, b] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)];
  const parts = [lines[a] ?? '', lines[b] ?? ''].map((line) => {
    const at = line.search(/[:=]/) + 1;
    return [line.slice(0, at), line.slice(at)] as const;
  });
  lines[a] = (parts[0]?.[0] ?? '') + (parts[1]?.[1] ?? '');
  lines[b] = (parts[1]?.[0] ?? '') + (parts[0]?.[1] ?? '');
  return lines.join('\n');
}

const NUMBERS = [
  '9'.repeat(400),
  '-1',
  '1e999',
  '-1e-999',
  `0x${'f'.repeat(64)}`,
  '9007199254740993',
  '0.1e+1',
  '00',
];

function withHugeNumber(text: string, _: Material, random: SeededRandom): string {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return text + random.pick(NUMBERS);
  const { index, 0: found } = random.pick(numbers);
  return text.slice(0, index) + random.pick(NUMBERS) + text.slice(index + found.length);
}

function flipped(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  if (bytes.length === 0) return bytes;
  for (let n = random.int(1, 8); n > 0; n -= 1) {
    const at = random.int(0, bytes.length - 1);
    bytes[at] = random.chance(50) ? (bytes[at] ?? 0) ^ (1 << random.int(0, 7)) : random.int(0, 255);
  }
  return bytes;
}
