import { readValuePath } from './share-values.ts';
import { whyNameHeldBack } from './why-name-held-back.ts';
import { whyValueHeldBack } from './why-value-held-back.ts';

/** What somebody shares though the spec does not know it. */
export interface SharedOnPurpose {
  /** Tags and names of attributes. */
  readonly keepNames: readonly string[];
  /** Values, by the path of their fact: terminate-reasons=busy. */
  readonly keepValues: readonly string[];
}

/** How many lines are read: nobody shares more of one stanza. */
const MAX_LINES = 50;

/** Writes what is shared as a person would: a name, or enum=value, on each line. */
export function printShared({ keepNames, keepValues }: SharedOnPurpose): string {
  return [...keepNames, ...keepValues].join('\n');
}

/**
 * Reads what {@link printShared} wrote, and what a person writes so.
 * @param enums those of the spec, by id
 * @returns what is shared, or what is wrong with its lines; no word of a line stands in a problem
 */
export function readShared(
  text: string,
  enums: ReadonlyMap<string, unknown>,
): SharedOnPurpose | { readonly problems: readonly string[] } {
  const keepNames: string[] = [];
  const keepValues: string[] = [];
  const problems: string[] = [];
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) return { problems: [`It has more than ${MAX_LINES} lines.`] };
  for (const [i, line] of lines.entries()) {
    const one = line.trim();
    if (one === '') continue;
    const report = (message: string): void => void problems.push(`Line ${i + 1}: ${message}`);
    if (!one.includes('=')) {
      const why = whyNameHeldBack(one);
      if (why === undefined) keepNames.push(one);
      else report(`the name cannot be shared. ${why}`);
      continue;
    }
    const path = readValuePath(one);
    const why = whyValueHeldBack(path?.value ?? '');
    if (path === undefined) report('write the value as enum=value, such as terminate-reasons=busy.');
    else if (!enums.has(path.enum)) report('the spec has no enum of this name.');
    else if (why !== undefined) report(`the value cannot be shared. ${why}`);
    else keepValues.push(one);
  }
  return problems.length > 0 ? { problems } : { keepNames, keepValues };
}
