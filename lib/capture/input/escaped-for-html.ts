import { type Edit, editsOf } from './edit-text.ts';

// Parts of a stanza: an element with attributes or an end, or a node with escaped quotes.
const ESCAPED =
  /&(?:amp;)?(?:lt|#0{0,4}60|#x0{0,4}3c);(?:\/?[a-z_][\w:.-]{0,127}(?:\s|&nbsp;){0,99}(?:\/|&(?:amp;)?(?:gt|#0{0,4}62|#x0{0,4}3e);|[\w:.-]{1,127}=)|!--)|&(?:amp;)?(?:quot|#34|#x22);(?:tag|attrs)&(?:amp;)?(?:quot|#34|#x22);\s*:/i;
const PAGE_TAG =
  '(?:a|abbr|article|b|blockquote|body|br|code|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|kbd|li|main|mark|ol|p|pre|s|samp|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|wbr)(?:\\s+(?:class|style|id|href|title|lang|dir|target|rel|src|alt|width|height|align|color|face|size|role|tabindex|data-[\\w-]{1,60}|aria-[\\w-]{1,60})(?:=(?:"[^"<>]{0,500}"|\'[^\'<>]{0,500}\'|[\\w#-]{1,60}))?){0,12}\\s*/?>';
const OWN_TAG = new RegExp(`<(?!${PAGE_TAG})[\\p{L}_:][^\\s<>"'=/]*(?:\\s|/?>)`, 'iu');
const OWN_NODE = /["']?\b(?:tag|attrs|xml)["']?\s{0,9}:\s{0,9}["'{]/;
const HTML = new RegExp(
  `<br\\s{0,9}/?>(?:\\r?\\n)?|</?${PAGE_TAG}|&(?:lt|gt|amp|quot|apos|nbsp|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});`,
  'gi',
);

/** Whether a text is the source of a page: all its stanzas are escaped, and all its tags are HTML. */
export const isEscapedForHtml = (text: string): boolean =>
  text.includes('&') && ESCAPED.test(text) && !OWN_TAG.test(text) && !OWN_NODE.test(text);

/** The index of the first part of a stanza that is escaped for HTML, or -1. */
export const escapedForHtml = (text: string): number => (text.includes('&') ? text.search(ESCAPED) : -1);

/** The edits that turn the source of a page into its text: `&lt;` becomes `<`, `<br>` a line break, other tags go. */
export function asShown(text: string): Edit[] {
  return editsOf(text, HTML, ([found]) => {
    if (found.startsWith('<')) return /^<br/i.test(found) ? '\n' : '';
    return entity(found.slice(1, -1));
  });
}

function entity(name: string): string | undefined {
  const known = NAMED.get(name.toLowerCase());
  if (known !== undefined) return known;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);
