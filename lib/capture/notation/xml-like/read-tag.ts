import { isLogLine } from '../../input/is-log-line.ts';
import type { CapturedAttribute } from '../../tree/captured-node.ts';
import { repeatedNames } from '../../tree/repeated-names.ts';
import { isCutText } from '../left-out.ts';
import type { EndedName } from '../open-end.ts';
import { foreignLine } from './end-of-entry.ts';
import { type OpenNode, openNode } from './open-node.ts';
import { readQuotedValue } from './read-quoted-value.ts';
import type { XmlText } from './xml-text.ts';

const NAME_START = /<([\p{L}_:][^\s<>"'=/]*)/uy;
const NAME = /[^\s<>"'=/]+/y;
const EQUALS = /[ \t\r\n]*=[ \t\r\n]*/y;
/** What may be left of a tag behind a value: a name, perhaps with its equals sign; up to the end of the text or the line. */
const LAST_NAME = /[ \t\r\n]+([\p{L}_:][^\s<>"'=/]*)[ \t\r\n]*(=?)[ \t\r\n]*$/uy;
const REST_OF_LINE = /(?:[ \t]+([^\s<>"'=/]+)[ \t]*(=?))?[ \t]*\/?/y;

/** An opening tag. */
export interface Tag {
  readonly kind: 'open' | 'closed' | 'broken';
  /** Its name, as far as the text has it. */
  readonly name: string;
  /** Undefined when the text ends inside its name. */
  readonly node: OpenNode | undefined;
  readonly end: number;
  /** In which name it breaks off, if it does so in one. */
  readonly ended?: EndedName;
}

/** Reads the opening tag that begins at a `<`; undefined when there is none. */
export function readTag(xml: XmlText, start: number): Tag | undefined {
  const { text } = xml;
  NAME_START.lastIndex = start;
  const tag = NAME_START.exec(text)?.[1];
  // A name that the last line ends in may go on in the next one.
  const isLast = (from: number): boolean =>
    from >= text.length ||
    (xml.isMarkup && /[\r\n]/.test(text[from] ?? '') && xml.endOfBlanks(from) >= text.length);
  if (tag === undefined) return isLast(start + 1) ? cutName('', text.length) : undefined;
  let at = start + 1 + tag.length;
  xml.check(tag, start + 1, 'name');
  if (isLast(at)) return cutName(tag, text.length);
  const attributes: CapturedAttribute[] = [];
  const isRepeated = repeatedNames();
  const ended = (kind: Tag['kind'], end: number, cut?: EndedName): Tag => ({
    kind,
    name: tag,
    node: openNode(tag, start, attributes, end),
    end,
    ...(cut === undefined ? {} : { ended: cut }),
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
      return attributes.length > 0 ? ended('broken', at) : cutName(tag, at);
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
    if (isLast(valueAt)) return ended('broken', text.length, endedName(name, equals !== undefined));
    const quote = text[valueAt];
    if (equals === undefined || (quote !== '"' && quote !== "'")) {
      if (attributes.length === 0 && equals !== undefined) reportUnquoted(xml, tag, start, quote);
      // A line that ends inside a name, or behind it.
      return unread(behind);
    }
    if (next === at) xml.report(next, 'xml/no-blank');
    if (isRepeated(name)) xml.report(next, 'node/duplicate-attribute');
    const value = readAttribute(xml, name, next, quote, valueAt + 1, attributes);
    if (value.last) return ended('broken', value.end, value.ended);
    at = value.end;
  }
}

const cutName = (name: string, end: number): Tag => ({ kind: 'broken', name, node: undefined, end });

const endedName = (name: string, isWhole: boolean): EndedName => ({
  kind: isWhole ? 'no-value' : 'attribute',
  name,
});

/** Reads the value of an attribute and adds both; returns where it ends, and whether the tag breaks off there. */
function readAttribute(
  xml: XmlText,
  name: string,
  nameAt: number,
  quote: string,
  valueAt: number,
  attributes: CapturedAttribute[],
): Pick<Tag, 'end' | 'ended'> & { readonly last: boolean } {
  xml.singleQuoted ??= quote === "'";
  const { text, end, cut, last } = readQuotedValue(xml, quote, valueAt);
  xml.isMarkup = true;
  xml.check(name, nameAt, 'name');
  xml.check(text, valueAt, 'value');
  attributes.push({ name, value: xml.decode(text), cut: cut || isCutText(text) });
  if (!last) return { end, last };
  const isClosed = end > valueAt && xml.text[end - 1] === quote;
  const rest = isClosed ? restOfTag(xml, end) : { end };
  const foreign = rest.end < xml.text.length ? foreignLine(xml, end) : undefined;
  if (foreign !== undefined) xml.report(foreign, 'xml/torn');
  // What follows a value that may go on may be a part of it.
  return cut ? { end: rest.end, last } : { ...rest, last };
}

/** Reads what is left of a tag that breaks off behind a value, up to the end of the text or of the line. */
function restOfTag(xml: XmlText, from: number): Pick<Tag, 'end' | 'ended'> {
  LAST_NAME.lastIndex = from;
  REST_OF_LINE.lastIndex = from;
  const [rest = '', name, equals] = LAST_NAME.exec(xml.text) ?? REST_OF_LINE.exec(xml.text) ?? [];
  const end = from + rest.length;
  return name === undefined ? { end } : { end, ended: endedName(name, equals !== '') };
}

function reportUnquoted(xml: XmlText, tag: string, start: number, first: string | undefined): void {
  if (/^[a-z][\w-]*$/.test(tag) && /[\w\\]/.test(first ?? '')) xml.report(start, 'xml/unquoted-value');
}
