import { isLogLine } from '../../input/is-log-line.ts';
import type { CapturedAttribute } from '../../tree/captured-node.ts';
import { repeatedNames } from '../../tree/repeated-names.ts';
import { isCutText } from '../left-out.ts';
import { foreignLine } from './end-of-entry.ts';
import { type OpenNode, openNode } from './open-node.ts';
import { readQuotedValue } from './read-quoted-value.ts';
import type { XmlText } from './xml-text.ts';

const NAME_START = /<([\p{L}_:][^\s<>"'=/]*)/uy;
const NAME = /[^\s<>"'=/]+/y;
const EQUALS = /[ \t\r\n]*=[ \t\r\n]*/y;

/** An opening tag. */
export interface Tag {
  readonly kind: 'open' | 'closed' | 'broken';
  /** Undefined when the text ends inside its name. */
  readonly node: OpenNode | undefined;
  readonly end: number;
}

/** Reads the opening tag that begins at a `<`; undefined when there is none. */
export function readTag(xml: XmlText, start: number): Tag | undefined {
  const { text } = xml;
  NAME_START.lastIndex = start;
  const tag = NAME_START.exec(text)?.[1];
  if (tag === undefined) {
    return start + 1 < text.length ? undefined : { kind: 'broken', node: undefined, end: text.length };
  }
  let at = start + 1 + tag.length;
  xml.check(tag, start + 1, 'name');
  if (at >= text.length) return { kind: 'broken', node: undefined, end: at };
  const attributes: CapturedAttribute[] = [];
  const isRepeated = repeatedNames();
  const ended = (kind: Tag['kind'], end: number): Tag => ({
    kind,
    node: openNode(tag, start, attributes, end),
    end,
  });
  const unread = (end: number): Tag | undefined => {
    if (attributes.length === 0) return undefined;
    xml.report(end, 'xml/unread-tag');
    return ended('broken', end);
  };
  while (true) {
    const next = xml.endOfBlanks(at);
    if (next >= text.length) return ended('broken', next);
    if (!xml.bounded && text[next - 1] === '\n' && isLogLine(text, next)) {
      return attributes.length > 0 ? ended('broken', at) : { kind: 'broken', node: undefined, end: at };
    }
    if (text[next] === '>') return ended('open', next + 1);
    if (text[next] === '/') {
      if (text[next + 1] === '>') {
        xml.isMarkup = true;
        return ended('closed', next + 2);
      }
      return next + 1 >= text.length ? ended('broken', next + 1) : unread(next);
    }
    NAME.lastIndex = next;
    const name = next > at || attributes.length > 0 ? NAME.exec(text)?.[0] : undefined;
    if (name === undefined) return unread(next);
    const behind = next + name.length;
    EQUALS.lastIndex = behind;
    const equals = EQUALS.exec(text)?.[0];
    const valueAt = behind + (equals?.length ?? 0);
    if (valueAt >= text.length) return ended('broken', text.length);
    const quote = text[valueAt];
    if (equals === undefined || (quote !== '"' && quote !== "'")) {
      if (attributes.length === 0 && equals !== undefined) reportUnquoted(xml, tag, start, quote);
      // A line that ends inside a name, or behind it.
      return unread(behind);
    }
    if (next === at) xml.report(next, 'xml/no-blank');
    if (isRepeated(name)) xml.report(next, 'node/duplicate-attribute');
    const end = readAttribute(xml, name, next, quote, valueAt + 1, attributes);
    if (end.cut) return ended('broken', end.at);
    at = end.at;
  }
}

/** Reads the value of an attribute and adds both; returns where it ends and whether the log breaks off in it. */
function readAttribute(
  xml: XmlText,
  name: string,
  nameAt: number,
  quote: string,
  valueAt: number,
  attributes: CapturedAttribute[],
): { readonly at: number; readonly cut: boolean } {
  xml.singleQuoted ??= quote === "'";
  const { text, end, cut } = readQuotedValue(xml, quote, valueAt);
  xml.isMarkup = true;
  xml.check(name, nameAt, 'name');
  xml.check(text, valueAt, 'value');
  attributes.push({ name, value: xml.decode(text), cut: cut || isCutText(text) });
  if (cut) {
    const foreign = foreignLine(xml, end);
    if (foreign !== undefined) xml.report(foreign, 'xml/torn');
  }
  return { at: end, cut };
}

function reportUnquoted(xml: XmlText, tag: string, start: number, first: string | undefined): void {
  if (/^[a-z][\w-]*$/.test(tag) && /[\w\\]/.test(first ?? '')) xml.report(start, 'xml/unquoted-value');
}
