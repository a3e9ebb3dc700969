import type { Value } from '../values/value.ts';

/** The server of a kind of account, by its number. */
const DOMAINS: ReadonlyMap<string, string> = new Map([
  ['0', 's.whatsapp.net'],
  ['1', 'lid'],
]);

/** The servers by their constants in whatsmeow. */
const GO_SERVERS: ReadonlyMap<string, string> = new Map([
  ['types.DefaultUserServer', 's.whatsapp.net'],
  ['types.HiddenUserServer', 'lid'],
  ['types.GroupServer', 'g.us'],
  ['types.LegacyUserServer', 'c.us'],
]);

/**
 * Writes an account as in a stanza that a client prints as an object with user, server and device, perhaps wrapped in
 * another object.
 * @returns undefined if the value is not an account
 */
export function printedAccount(given: Value): string | undefined {
  let value = given;
  // {_jid: {…}}, {$1: {…}}
  for (let depth = 0; depth < 4 && value.kind === 'object'; depth++) {
    const inner: Value | undefined = value.entries.find(({ key }) => /^[_$]\w{0,20}$/.test(key))?.value;
    if (partOf(value, 'server') !== undefined || inner?.kind !== 'object') break;
    value = inner;
  }
  if (value.kind !== 'object' || value.cut) return undefined;
  const server = partOf(value, 'server') ?? DOMAINS.get(partOf(value, 'domaintype') ?? '');
  const user = partOf(value, 'user');
  if (server === undefined || user === undefined) {
    const whole = value.entries.find(({ key }) => key === '_serialized')?.value;
    return whole?.kind === 'string' && !whole.cut ? whole.text : undefined;
  }
  if (user === '') return server;
  const number = (name: string): string => {
    const part = partOf(value, name) ?? '';
    return /^(?:0x)?\d+$/.test(part) && Number(part) > 0 ? String(Number(part)) : '';
  };
  const agent = number('agent') || number('rawagent');
  const device = number('device');
  // On other servers the agent of Go repeats the server.
  const shown = agent === '' || server !== 's.whatsapp.net' ? '' : `.${agent}`;
  return `${user}${shown}${device === '' ? '' : `:${device}`}@${server}`;
}

/** The text or number of a key, in upper or lower case. */
function partOf(value: Value, name: string): string | undefined {
  if (value.kind !== 'object') return undefined;
  const part = value.entries.find(({ key }) => key.toLowerCase() === name)?.value;
  if (part?.kind === 'string') return part.cut ? undefined : part.text;
  if (part?.kind !== 'word') return undefined;
  return /^\w+$/.test(part.text) && /^\d/.test(part.text) ? part.text : GO_SERVERS.get(part.text);
}
