import { type Edit, editsOf } from './edit-text.ts';

const MAIL =
  /\[([^\s[\]<>"'@()]{1,64}@[^\s[\]<>"'@()]{1,64})\]\(mailto:[^\s()<>"']{1,200}\)|(?<=["'=({[\s:])<(?:mailto:[^\s<>"'|]{1,128}\|)?([^\s<>"'|@/]{1,64}@[^\s<>"'|@/]{1,64})>(?!<)|(?<=["'=({[\s:])mailto:(?=[\w.+:-]{1,64}@)/g;

/** The edits that undo the links that editors and chats make of an account: `<a@b>`, `[a@b](mailto:a@b)`, `mailto:a@b`. */
export function withoutMailLinks(text: string): Edit[] {
  const bare = text.includes('"<') || text.includes("'<") || text.includes('=<');
  if (!text.includes('mailto:') && !(bare && /["'=]<[^\s<>"'@]{1,64}@/.test(text))) return [];
  return editsOf(text, MAIL, (match) => match[1] ?? match[2] ?? '');
}
