import type { Beside } from '../notation/log-direction.ts';
import type { ReadValue } from '../notation/values/read-value.ts';
import type { Value } from '../notation/values/value.ts';
import { type FormsInUse, valueForm } from './forms-in-use.ts';
import { BROKEN, type ParseReport } from './parse-report.ts';
import { readTextOfRecord } from './read-text-of-record.ts';
import { directionBy, lineBefore } from './text-before.ts';

/** What is known of the place of a value. */
interface Context {
  /** The text before and behind it, and the short texts of the records around it. */
  readonly beside: () => Beside;
  /** Whether nothing is around it. */
  readonly top: boolean;
}

/** How a value is printed: see {@link ReadValue}. */
type Notation = Pick<ReadValue, 'inspected' | 'dialect'>;

/** How many fields of a record may tell something of the stanza in it. */
const MOST_FIELDS = 50;

/** Finds the nodes in a value, and the texts in it that hold elements or nodes. */
export function readRecord(
  report: ParseReport,
  forms: FormsInUse,
  value: Value,
  context: Context,
  notation: Notation,
): void {
  const before = (): string => lineBefore(report.text, value.start);
  const known = valueForm(forms, value, { top: context.top, before, ...notation });
  if (known !== undefined) {
    const problems = report.problems.length;
    const node = known.form.node(value, report.problems);
    const head = repeatsHead(value, before());
    const root = head ? { ...node, cut: true } : node;
    const broken = report.problems.length > problems ? BROKEN : {};
    const direction = head ? 'incoming' : directionBy(known.form, context.beside);
    report.stanza({ root, form: known.name, direction, ...broken }, value.start);
    return;
  }
  if (value.kind === 'string') {
    readTextOfRecord(report, forms, value, context.beside);
  } else if (value.kind === 'array') {
    for (const item of value.items) readRecord(report, forms, item, context, notation);
  } else if (value.kind === 'object') {
    const own = value.entries.slice(0, MOST_FIELDS).map(({ key, value: part }) => ({
      key,
      text: part.kind === 'string' && part.text.length < 200 ? part.text : '',
    }));
    for (const entry of value.entries) {
      const under = { key: '', text: entry.key.slice(0, 200) };
      const beside = (): Beside => {
        const outer = context.beside();
        return { ...outer, fields: [...outer.fields, ...own, under].slice(-4 * MOST_FIELDS) };
      };
      readRecord(report, forms, entry.value, { beside, top: false }, notation);
    }
  }
}

/** Whether a record only repeats the head of a node, as Baileys does for what it acknowledges. */
const repeatsHead = (value: Value, before: string): boolean =>
  /\brecv["']?\s*:\s*$/.test(before) &&
  value.kind === 'object' &&
  !value.entries.some(({ key }) => key === 'content');
