import { type DecodeBinary, parse } from '../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../lib/capture/review/review-stanzas.ts';
import { printJson } from '../../lib/capture/tree/print-json.ts';
import { printXml } from '../../lib/capture/tree/print-xml.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import type { CaptureMutant } from './capture-mutants.ts';
import type { Checked } from './check-corpus-mutant.ts';

/** What every object and list inherits from, as it was when the program began. */
const PROTOTYPES = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Map.prototype,
].map((prototype) => ({ prototype, keys: Reflect.ownKeys(prototype).length }));

/**
 * Parses a mutated log, sanitizes it, looks for leaks, holds it against the spec and prints it. Nothing may throw,
 * leak or touch a prototype, and each problem must have a place.
 */
export function checkCaptureMutant(
  { input }: Pick<CaptureMutant, 'input'>,
  corpus: Corpus,
  decodeBinary: DecodeBinary,
): Checked {
  const complaints: string[] = [];
  const parsed = parse(input, { decodeBinary });
  if (parsed.stanzas.length + parsed.problems.length === 0) complaints.push('nothing is said of the input');
  for (const { line, column, message, hint } of [...parsed.problems, ...parsed.stanzas.map(placed)]) {
    if (!(line >= 1 && column >= 1) || message === '' || hint === '')
      complaints.push(`a problem without a place: ${message}`);
  }
  const { sanitized, leaks, refused } = reviewStanzas(parsed, corpus);
  const stanzas = sanitized.map(({ stanza, review }) => ({ ...stanza, review }));
  for (const { kind } of leaks) complaints.push(`after sanitizing there still is ${kind}`);
  if (stanzas.length + refused.length !== parsed.stanzas.length) complaints.push('a stanza was lost');
  for (const { root } of stanzas) {
    printXml(root);
    JSON.parse(printJson(root));
  }
  if (hasStrangePrototype([parsed, stanzas])) complaints.push('a prototype is not what it was');
  for (const { prototype, keys } of PROTOTYPES) {
    if (Reflect.ownKeys(prototype).length !== keys) complaints.push('something was added to a prototype');
  }
  return { complaints, accepted: parsed.stanzas.length > 0 };
}

const placed = ({ line, column }: { line: number; column: number }) => ({
  line,
  column,
  message: '-',
  hint: '-',
});

const EXPECTED: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype, Uint8Array.prototype]);

function hasStrangePrototype(root: unknown): boolean {
  const queue = [root];
  while (queue.length > 0) {
    const one = queue.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (!EXPECTED.has(Object.getPrototypeOf(one)) || Object.hasOwn(one, '__proto__')) return true;
    if (!(one instanceof Uint8Array)) for (const inner of Object.values(one)) queue.push(inner);
  }
  return false;
}
