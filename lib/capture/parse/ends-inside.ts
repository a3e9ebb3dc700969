import { isCut, isCutNode } from '../match/is-cut.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import type { ParseReport } from './parse-report.ts';

/** Where a log ends although its last stanza does not. */
export interface EndsInside {
  /** The innermost tag that is open there, as the log has it: it may be personal. */
  readonly tag: string;
  /** 1-based position of the end. */
  readonly line: number;
  readonly column: number;
}

/** The same without a tag that may be personal. */
export type LogEnd = Omit<EndsInside, 'tag'> & { readonly tag: string | undefined };

/** Where a log breaks off and what to do about it, as sentences. */
export function endsInsideWords({ tag, line, column }: LogEnd): string {
  const what = tag === undefined ? 'a tag' : `<${tag}>`;
  return `The log ends inside ${what}, at line ${line}, column ${column}. Copy the complete stanza: what is missing cannot be checked.`;
}

/** How much of the end of a text is searched for the tag that breaks off there. */
const MAX_TAIL = 2000;
const OPEN_TAG = /<([\p{L}_:][^\s<>"'=/]{0,80})[^<>]*$/u;

/** Where the text of a report breaks off inside its last stanza; undefined if it does not. */
export function endsInside(report: ParseReport, last: CapturedNode | undefined): EndsInside | undefined {
  const text = report.text.trimEnd();
  const span = report.spans.at(-1);
  if (last === undefined || span === undefined || span.end < text.length || !isCut(last)) return undefined;
  // A printer that leaves something out still ends the stanza.
  if (text.endsWith(`</${last.tag}>`) || text.endsWith('/>') || /[}\])]$/.test(text)) {
    if (last.children.length === 0 || !text.endsWith('/>')) return undefined;
  }
  const tail = text.slice(Math.max(span.start, text.length - MAX_TAIL));
  const tag = OPEN_TAG.exec(tail)?.[1] ?? innermostCut(last).tag;
  return { tag, ...report.input.place(text.length) };
}

function innermostCut(node: CapturedNode): CapturedNode {
  const child = node.children.at(-1);
  return child !== undefined && isCutNode(child) ? innermostCut(child) : node;
}
