import type { CapturedNode } from '../tree/captured-node.ts';

/** By what a stanza names accounts: a phone number, a hidden identity, a group, or something else. */
export type AccountKind = 'PN' | 'LID' | 'group' | 'other JID' | 'no JID';

const KIND_BY_SERVER: ReadonlyMap<string, AccountKind> = new Map([
  ['s.whatsapp.net', 'PN'],
  ['c.us', 'PN'],
  ['hosted', 'PN'],
  ['lid', 'LID'],
  ['hosted.lid', 'LID'],
  ['g.us', 'group'],
]);

/** Where the account stands that a stanza came from or went to, the telling ones first. */
const PEERS: readonly string[] = ['from', 'to', 'call-creator'];

/**
 * The kind of the JID of a stanza: of the account that it came from or went to, or else of the one that began
 * the call. Sanitizing keeps it.
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
