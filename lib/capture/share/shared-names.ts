import { suggest } from '../../text/suggest.ts';
import { nameWithheldReason } from './name-withheld-reason.ts';
import { readValuePath } from './share-values.ts';
import { valueWithheldReason } from './value-withheld-reason.ts';

/** What a person shares although the spec does not know it. */
export interface SharedNames {
  /** Tags and names of attributes. */
  readonly keepNames: readonly string[];
  /** Values, by the path of their fact: terminate-reasons=busy. */
  readonly keepValues: readonly string[];
}

/** How many lines are read: nobody shares more from one stanza. */
const MAX_LINES = 50;

/** One name, or enum=value, per line. */
export function printShared({ keepNames, keepValues }: SharedNames): string {
  return [...keepNames, ...keepValues].join('\n');
}

/** The start of a list item. */
const BULLET = /^(?:[-*+•]|\d{1,3}[.)])\s+/;
/** One item of a line: code, a name or a value in quotes, or a name before a comma. */
const ITEM =
  /^(?:`[^`]+`|[^\s,;=`"'“]*=?(?:"[^"]*"|'[^']*'|“[^”]*”)(?=$|[\s,;])|[^\s,;=`]+(?=\s*(?:[,;]|$)))/;
const BETWEEN = /^[\s,;]+/;

/** The names and values of a line as people write them: as a list item, in quotes, as code, separated by commas. */
function itemsOf(line: string): string[] {
  const items: string[] = [];
  let rest = line.trim().replace(BULLET, '');
  while (rest !== '') {
    const [item] = ITEM.exec(rest) ?? [rest];
    items.push(bare(item));
    rest = rest.slice(item.length).replace(BETWEEN, '');
  }
  return items;
}

/** An item without its markup: `x="y"` in code is x=y, <x> and @x are x. */
const bare = (item: string): string =>
  item
    .replace(/^`(.*)`$/, '$1')
    .trim()
    .replace(/^([^=]*=?)(?:"([^"]*)"|'([^']*)'|“([^”]*)”)$/, '$1$2$3$4')
    .replace(/^<([^<>=]+)>$/, '$1')
    .replace(/^@(?=[^=]+$)/, '');

/**
 * Reads the output of {@link printShared}, and lists that people wrote by hand.
 * @param enums those of the spec, by id
 * @returns what is shared, or what is wrong with the lines; a problem never quotes a line
 */
export function readShared(
  text: string,
  enums: ReadonlyMap<string, unknown>,
): SharedNames | { readonly problems: readonly string[] } {
  const keepNames: string[] = [];
  const keepValues: string[] = [];
  const problems: string[] = [];
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) return { problems: [`It has more than ${MAX_LINES} lines.`] };
  const items = lines.flatMap((line, i) => itemsOf(line).map((one) => ({ one, i })));
  for (const { one, i } of items) {
    const report = (message: string): void => void problems.push(`Line ${i + 1}: ${message}`);
    if (!one.includes('=')) {
      const why = nameWithheldReason(one);
      if (why === undefined) keepNames.push(one);
      else report(`the name cannot be shared. ${why}`);
      continue;
    }
    const path = readValuePath(one);
    const why = valueWithheldReason(path?.value ?? '');
    if (path === undefined) report('write the value as enum=value, such as terminate-reasons=busy.');
    else if (!enums.has(path.enum))
      report(`the spec has no enum of this name. ${enumHint(path.enum, enums)}`);
    else if (why !== undefined) report(`the value cannot be shared. ${why}`);
    else keepValues.push(one);
  }
  return problems.length > 0 ? { problems } : { keepNames, keepValues };
}

/** Names an enum of the spec and never quotes the line. */
function enumHint(id: string, enums: ReadonlyMap<string, unknown>): string {
  const near = suggest(id, enums.keys());
  return near === undefined
    ? 'Write the id of the enum as shown on its page, such as terminate-reasons=busy.'
    : `Did you mean ${near}?`;
}
