import { type Edit, editsOf } from './edit-text.ts';

// Blanks of other widths.
const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Characters without width, which pages put where a long word may break, and editors anywhere. */
const NO_WIDTH = /[\u200b\u2060\ufeff\u00ad]|(?<=[!-~])[\u200c\u200d](?=[!-~])/;
const NO_WIDTH_ALL = new RegExp(NO_WIDTH, 'g');

/** Whether a text is ASCII, as most logs are: then it holds none of these characters. */
export const isPlainAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Replaces the blanks of a page by ordinary ones. Offsets stay the same. */
export const withPlainBlanks = (text: string): string =>
  BLANK.test(text) ? text.replace(BLANKS, ' ') : text;

/** The edits that remove characters without width. */
export const noWidth = (text: string): Edit[] =>
  NO_WIDTH.test(text) ? editsOf(text, NO_WIDTH_ALL, () => '') : [];

/** Replaces `<br>`, which is not a stanza, with spaces. Offsets stay the same. */
export const withoutBreaks = (text: string): string =>
  text.includes('<br') || text.includes('<BR')
    ? text.replace(/<br\s{0,9}\/?>/gi, (found) => ' '.repeat(found.length))
    : text;
