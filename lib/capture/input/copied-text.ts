import { type Edit, editsOf } from './edit-text.ts';

// Blanks of other widths than that of a blank.
const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** What has no width: of a page, which puts it where a long word may break, and of editors. */
const NO_WIDTH = /[\u200b\u2060\ufeff\u00ad]|(?<=[!-~])[\u200c\u200d](?=[!-~])/;
const NO_WIDTH_ALL = new RegExp(NO_WIDTH, 'g');

/** Whether a text is ASCII alone, so that there is nothing of this in it: most logs are. */
export const isPlainAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Takes the blanks of a page for blanks. Nothing moves. */
export const withPlainBlanks = (text: string): string =>
  BLANK.test(text) ? text.replace(BLANKS, ' ') : text;

/** Takes characters without a width away. */
export const noWidth = (text: string): Edit[] =>
  NO_WIDTH.test(text) ? editsOf(text, NO_WIDTH_ALL, () => '') : [];

const MAIL =
  /\[([^\s[\]<>"'@()]{1,64}@[^\s[\]<>"'@()]{1,64})\]\(mailto:[^\s()<>"']{1,200}\)|(?<=["'=({[\s:])<(?:mailto:[^\s<>"'|]{1,128}\|)?([^\s<>"'|@/]{1,64}@[^\s<>"'|@/]{1,64})>(?!<)|(?<=["'=({[\s:])mailto:(?=[\w.+:-]{1,64}@)/g;

/** Takes away what editors and chats make of an account: `<a@b>`, `[a@b](mailto:a@b)`, `mailto:a@b`. */
export function withoutMailLinks(text: string): Edit[] {
  const bare = text.includes('"<') || text.includes("'<") || text.includes('=<');
  if (!text.includes('mailto:') && !(bare && /["'=]<[^\s<>"'@]{1,64}@/.test(text))) return [];
  return editsOf(text, MAIL, (match) => match[1] ?? match[2] ?? '');
}

// Of a stanza: an element with attributes or an end, or a node with its quotes escaped.
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

/** Whether a text is the source of a page: all its stanzas are escaped, and all its tags are those of a page. */
export const isEscapedForHtml = (text: string): boolean =>
  text.includes('&') && ESCAPED.test(text) && !OWN_TAG.test(text) && !OWN_NODE.test(text);

/** Where in a text something of a stanza is escaped for HTML. */
export const escapedForHtml = (text: string): number => (text.includes('&') ? text.search(ESCAPED) : -1);

/** Makes of the source of a page what it shows: `&lt;` becomes `<`, `<br>` ends a line, other tags go. */
export function asShown(text: string): Edit[] {
  return editsOf(text, HTML, ([found]) => {
    if (found.startsWith('<')) return /^<br/i.test(found) ? '\n' : '';
    return entity(found.slice(1, -1));
  });
}

/** Makes blanks of `<br>`, which is no stanza. Nothing moves. */
export const withoutBreaks = (text: string): string =>
  text.includes('<br') || text.includes('<BR')
    ? text.replace(/<br\s{0,9}\/?>/gi, (found) => ' '.repeat(found.length))
    : text;

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
