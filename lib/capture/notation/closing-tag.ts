/** A closing tag, as the beginning of a text. */
export const CLOSING_TAG = /^<\/[\p{L}_:][^\s<>"'=/]{0,127}[ \t\r\n]{0,9}>/u;
