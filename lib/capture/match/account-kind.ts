import type { CapturedNode } from '../tree/captured-node.ts';

/** What identifies the account of a stanza: a phone number, a hidden identity, a group, or something else. */
export type AccountKind = 'PN' | 'LID' | 'group' | 'other JID' | 'no JID';

const KIND_BY_SERVER: ReadonlyMap<string, AccountKind> = new Map([
  ['s.whatsapp.net', 'PN'],
  ['c.us', 'PN'],
  ['hosted', 'PN'],
  ['lid', 'LID'],
  ['hosted.lid', 'LID'],
  ['g.us', 'group'],
]);

/** The attributes that name the account of a stanza, in order of precedence. */
const PEERS: readonly string[] = ['from', 'to', 'call-creator'];

/**
 * The kind of the JID of a stanza: that of its sender or recipient, else that of the account that started the call.
 * Sanitizing preserves it.
 */
export function accountKind(root: CapturedNode): AccountKind {
  const attributes = [root, ...root.children].flatMap((node) => node.attributes);
  for (const name of PEERS) {
    const value = attributes.find((one) => one.name === name && one.value.includes('@'))?.value;
    if (value === undefined) continue;
    return KIND_BY_SERVER.get(value.slice(value.lastIndexOf('@') + 1).toLowerCase()) ?? 'other JID';
  }
  return 'no JID';
}
