import type { XmlText } from './xml-text.ts';

// What may follow the quote that ends a value, so that other quotes in it do not.
const AFTER_VALUE =
  /[ \t\r\n]+[^\s<>"'=/]+[ \t\r\n]*=[ \t\r\n]*["']|[\p{L}_:][^\s<>"'=/]*=["']|[ \t\r\n]*\/?>|(?:[ \t]+[^\s<>"'=/]+[ \t]*=?)?[ \t]*(?:\/?$|[\r\n])/uy;
const MORE_OF_TAG = /[ \t]+[^\s<>"'=/]+=["']|\/?>/y;
const WITHIN: Readonly<Record<string, readonly [line: RegExp, whole: RegExp]>> = {
  '"': [/[^"\r\n]*/y, /[^"]*/y],
  "'": [/[^'\r\n]*/y, /[^']*/y],
};

export interface QuotedValue {
  readonly text: string;
  /** Behind the closing quote, or where the text breaks off. */
  readonly end: number;
  /** Whether the text breaks off in it: its closing quote is missing, or may be, since it has others inside. */
  readonly cut: boolean;
  /** Whether the tag breaks off behind it: what follows is neither an attribute nor the end of the tag. */
  readonly last: boolean;
}

/**
 * Reads the value of an attribute, in which loggers do not escape quotes: a quote ends it only if what follows
 * looks like the rest of a tag.
 * @param start behind the opening quote
 */
export function readQuotedValue(xml: XmlText, quote: string, start: number): QuotedValue {
  const within = WITHIN[quote]?.[xml.bounded ? 1 : 0] as RegExp;
  for (let at = start; ; at++) {
    within.lastIndex = at;
    at += within.exec(xml.text)?.[0].length ?? 0;
    if (xml.text[at] !== quote) return { text: xml.text.slice(start, at), end: at, cut: true, last: true };
    const ends = endsValue(xml.text, quote, at + 1);
    if (ends === 'no') continue;
    const text = xml.text.slice(start, at);
    const cut = ends !== 'yes' && text.includes(quote);
    const end = cut && ends === 'perhaps' ? xml.text.length : at + 1;
    return { text, end, cut, last: cut || ends === 'with its tag' };
  }
}

/**
 * Whether what follows a quote shows that it ends a value. At the end of a line or of the text it does so with a tag that
 * breaks off there. Where the text ends behind a `>`, only another quote in the value tells against it.
 */
function endsValue(text: string, quote: string, behind: number): 'yes' | 'no' | 'with its tag' | 'perhaps' {
  AFTER_VALUE.lastIndex = behind;
  const after = AFTER_VALUE.exec(text)?.[0];
  if (after === undefined) return 'no';
  if (after.endsWith('"') || after.endsWith("'")) return 'yes';
  if (!after.endsWith('>')) return 'with its tag';
  // If more attributes or the end of a tag follow, then this > is a part of the value, too.
  const inText = quote === '"' ? /[<"\r\n]/g : /[<'\r\n]/g;
  inText.lastIndex = behind + after.length;
  let found = inText.exec(text);
  for (; found?.[0] === quote; found = inText.exec(text)) {
    MORE_OF_TAG.lastIndex = found.index + 1;
    if (MORE_OF_TAG.test(text)) return 'no';
  }
  return found === null && !after.endsWith('/>') ? 'perhaps' : 'yes';
}
