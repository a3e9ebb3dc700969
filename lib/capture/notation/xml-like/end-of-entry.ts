import { isLogLine } from '../../input/is-log-line.ts';
import type { OpenNode } from './open-node.ts';
import { trimBlanks } from './trim-blanks.ts';
import type { XmlText } from './xml-text.ts';

// Where a stanza ends and the log goes on. A bounded text is one value: nothing of the log follows in it.

/** The end of the text before `end`, or of the line before the next entry of the log. */
export function endOfEntry(xml: XmlText, from: number, end: number): number {
  if (xml.bounded) return end;
  for (let at = xml.nextNewline(from); at < end; at = xml.nextNewline(at + 1)) {
    if (isLogLine(xml.text, at + 1)) return at;
  }
  return end;
}

/** Notes in which lines the text of an element is: only a single line may be content. */
export function noteLines(xml: XmlText, node: OpenNode, from: number, to: number): void {
  if (node.textStart === undefined || node.lines || xml.bounded) return;
  if (node.lineEnd === undefined) {
    const newline = xml.nextNewline(Math.max(from, node.textStart));
    if (newline < to) node.lineEnd = newline;
  }
  if (node.lineEnd !== undefined) node.lines = xml.endOfBlanks(Math.max(from, node.lineEnd)) < to;
}

/**
 * Takes lines out of the text of an element that do not seem to be its content: lines of their own, unless it is a
 * single one or hex, and those behind the line of the tag.
 * @param element whether an element follows, before which no line is content
 * @returns where those lines begin; undefined if there are none
 */
export function leaveLines(xml: XmlText, node: OpenNode, element = false): number | undefined {
  if (xml.bounded || node.textStart === undefined) return undefined;
  if (node.ownLine ? !element && !node.lines : !node.lines) return undefined;
  const text = trimBlanks(node.texts.join(''));
  if (node.ownLine && !element && /^[0-9a-f\s]*$/.test(text)) return undefined;
  const at = node.ownLine ? node.textStart : (node.lineEnd ?? node.textStart);
  node.texts.length = 0;
  if (!node.ownLine) node.texts.push(text.slice(0, text.indexOf('\n')));
  return at;
}

/** Where the next line begins, if it is neither another entry of the log nor the end of the text. */
export function foreignLine(xml: XmlText, from: number): number | undefined {
  if (xml.bounded) return undefined;
  const newline = xml.nextNewline(from);
  if (xml.text.slice(from, newline).trim() !== '') return undefined;
  const at = xml.endOfBlanks(newline);
  return at >= xml.text.length || isLogLine(xml.text, at) ? undefined : at;
}

/** Whether the lines of a comment belong together, so that it is not a log that breaks off inside one. */
export function isOnePiece(xml: XmlText, from: number, end: number): boolean {
  if (xml.bounded) return true;
  let lines = 0;
  for (let at = xml.nextNewline(from); at < end; at = xml.nextNewline(at + 1)) {
    const first = xml.endOfBlanks(at + 1);
    if (++lines > 100 || xml.text[first] === '<' || isLogLine(xml.text, at + 1)) return false;
  }
  return true;
}
