import { printable } from '../../../../lib/text/printable.ts';

/** How many characters of a value are shown. */
const MAX_SHOWN = 120;

/** A text of a log for the page: on one line, without invisible characters, and cut where it is long. */
export function clipValue(text: string): string {
  const safe = printable(text).replaceAll('\n', '⏎');
  return safe.length <= MAX_SHOWN ? safe : `${safe.slice(0, MAX_SHOWN - 24)}… (${text.length} characters)`;
}
