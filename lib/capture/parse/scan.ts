import type { BytesForm, Direction, ElementForm, Form, ValueForm, WhereValue } from '../forms/form.ts';
import type { InputText } from '../input/input-text.ts';
import type { Value } from '../notation/inspected-value.ts';
import { announces, type Beside, isWhatsmeowPrefix, logDirection } from '../notation/log-direction.ts';
import type { ProblemAt } from '../notation/parse-problem.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { MAX_STANZAS } from './max-input.ts';

/** A stanza with the offset at which it begins. */
export interface Found {
  readonly stanza: Omit<CapturedStanza, 'line' | 'column'>;
  readonly start: number;
}

/** A stanza that was told to break off. */
export interface Torn {
  /** The tag, where it is an element. */
  readonly tag: string | undefined;
  readonly start: number;
  readonly end: number;
  /** How many stanzas were found with it and before it. */
  readonly found: number;
  /** Whether another one began behind it as it does: what is indented more belongs to that one. */
  readonly passed: boolean;
}

/** What was found in a text so far, and what is looked for in it. */
export interface Scan {
  readonly input: InputText;
  readonly text: string;
  readonly forms: FormsInUse;
  readonly found: Found[];
  readonly problems: ProblemAt[];
  /** Things that are no stanza, though they tell of one; said where no stanza is found. */
  readonly events: ProblemAt[];
  /** Where stanzas stand, and the records that hold them; in order. */
  readonly spans: { readonly start: number; readonly end: number }[];
  /** The stanzas that broke off before, in which the next ones may stand. */
  readonly torn: Torn[];
  /** Where the first stanza stands that is one too many. */
  most: number | undefined;
}

/** A stanza that was read until it breaks off. */
export interface Torn {
  /** The tag, where it is an element. */
  readonly tag: string | undefined;
  readonly start: number;
  readonly end: number;
  /** How many stanzas were found with it and before it. */
  readonly found: number;
  /** Whether another one began behind it as it does: what is indented more belongs to that one. */
  readonly passed: boolean;
}

/** The forms that are looked for: all, or those that read as a named one does, which then has what they find. */
export interface FormsInUse {
  readonly named: Form | undefined;
  readonly all: readonly Form[];
}

export const BROKEN = { broken: true } as const;

/** How much text beside a stanza is asked for its direction. */
export const BESIDE = 400;

/** What is known of the place at which a value stands. */
export interface Context {
  /** What stands beside it: text before and behind it, and the short texts of the record around it. */
  readonly beside: () => Beside;
  readonly top: boolean;
}

/** The form of an element by what stands before it; undefined where none of those in use reads elements. */
export function elementForm(
  { named, all }: FormsInUse,
  before: string,
  record: string | undefined,
): ElementForm | undefined {
  if (named !== undefined) return named.reads === 'elements' ? named : undefined;
  for (const form of all) if (form.reads === 'elements' && form.recognise(before, record)) return form;
  return undefined;
}

/** How a value is read as a node, and the name of its form; undefined where it is none. */
export function valueForm(
  { named, all }: FormsInUse,
  value: Value,
  where: WhereValue,
): { readonly name: string; readonly form: ValueForm } | undefined {
  if (value.kind !== 'object' && value.kind !== 'array') return undefined;
  if (named?.reads === 'bytes' || (named?.reads === 'elements' && named.records !== 'texts and nodes')) {
    return undefined;
  }
  for (const form of all) {
    if (form.reads === 'values' && form.recognise(value, where))
      return { name: named?.name ?? form.name, form };
  }
  return undefined;
}

/** The forms of bytes that are looked for. */
export function bytesForms({ named, all }: FormsInUse): BytesForm[] {
  return (named === undefined ? all : [named]).filter((form) => form.reads === 'bytes');
}

/** Takes a stanza, unless there are as many as are read. */
export function add(scan: Scan, one: Found): void {
  if (scan.found.length < MAX_STANZAS) scan.found.push(one);
  else scan.most ??= one.start;
}

/** Marks an area of the text as part of a stanza, or of the record of one. */
export function cover(scan: Scan, start: number, end: number): void {
  scan.spans.push({ start, end });
}

/** What stands in the line before an offset, and in those above where that says nothing. */
export function textBefore({ text, spans }: Scan, start: number): string {
  const part = text.slice(Math.max(spans.at(-1)?.end ?? 0, start - BESIDE, 0), start);
  const line = part.slice(part.lastIndexOf('\n') + 1);
  if (isWhatsmeowPrefix(line) || logDirection({ line, around: '', fields: [] }) !== undefined) return line;
  return part.split('\n').slice(-3).join('\n');
}

/** The same, as what tells a direction. */
export function besideBefore(scan: Scan, start: number): Beside {
  const text = textBefore(scan, start);
  const from = text.lastIndexOf('\n') + 1;
  const line = text.slice(from);
  const around = text.slice(0, from);
  const above = line.trim() === '' ? around.trimEnd().split('\n').at(-1) : undefined;
  return { line: above !== undefined && announces(above) ? above : line, around, fields: [] };
}

/** What stands behind an offset in its line, as what tells a direction. */
export const besideBehind = (scan: Scan, end: number): Beside => ({
  line: '',
  around: textBehind(scan, end),
  fields: [],
});

/** What stands behind an offset in its line. */
export function textBehind({ text }: Scan, end: number): string {
  return text.slice(end, end + BESIDE).split('\n', 1)[0] ?? '';
}

/** The direction by the first of some texts that says one. */
export function directionBy(form: Form, ...texts: readonly (() => Beside)[]): Direction {
  for (const text of texts) {
    const direction = form.direction(text());
    if (direction !== undefined) return direction;
  }
  return undefined;
}
