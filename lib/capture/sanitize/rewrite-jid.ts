import { isReplacedServer } from './placeholders/name-placeholders.ts';
import type { Rewriter } from './rewriter.ts';

/** Servers of JIDs that are part of the protocol and belong to no one. */
const SERVERS: ReadonlySet<string> = new Set([
  's.whatsapp.net',
  'c.us',
  'lid',
  'hosted',
  'hosted.lid',
  'g.us',
  'call',
  'broadcast',
  'newsletter',
  'bot',
  'msgr',
  'interop',
]);
/** Users of JIDs that are nobody: the service itself, and the list of status updates. */
const NOBODY: ReadonlySet<string> = new Set(['', '0', 'status']);

/** Whether a text is a JID. */
export const isJid = (text: string): boolean => partsOf(text) !== undefined;

function partsOf(text: string): { at: string | undefined; server: string; ours: boolean } | undefined {
  const [, at, server = ''] = /^([^@\s]*@)?([A-Za-z][A-Za-z0-9.-]*)$/.exec(text) ?? [];
  const ours = SERVERS.has(server.toLowerCase());
  return server === '' || (at === undefined && !ours) ? undefined : { at, server, ours };
}

/** Replaces the user of a JID, and a server that is not WhatsApp's; undefined for a text that is no JID. */
export function rewriteJid(text: string, { to, count }: Rewriter): string | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const { at, server, ours } = parts;
  const user = at?.slice(0, -1) ?? '';
  if (!ours) to.family(server, 'server');
  if (!ours && !isReplacedServer(server)) {
    // Nothing is known of how other servers name users: a dot and two digits may be a year of birth.
    const after = `${user === '' ? '' : to.user(`${user}@${server}`)}@${to.server(server)}`;
    count('JID', text, after);
    return after;
  }
  const host = ours ? server.toLowerCase() : to.server(server);
  const [, name = '', device = ''] = /^(.*?)((?:[._]\d{1,3})?(?::\d{1,5})?)$/.exec(user) ?? [];
  // Nobody has no devices: with a device this is a person whose number was cut off.
  const isNobody = NOBODY.has(name) && device === '';
  const who = isNobody ? name : host === 'call' ? to.word('CALLID', name) : to.user(name);
  // The same account or call may be elsewhere without its server.
  if (!isNobody) to.family(name, host === 'call' ? 'named' : 'account');
  const after = `${at === undefined ? '' : `${who}${device}@`}${host}`;
  count('JID', text, after);
  return after;
}
