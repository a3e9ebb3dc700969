/** Which way one stanza went, seen from the client. */
export type OneWay = 'outgoing' | 'incoming';

/**
 * The rule of the envelope: the server takes `to` off what it delivers, and writes `from` and `t` on it; a
 * client writes neither of the two. So each direction lacks some attributes, whatever the spec requires.
 */
const LACKING: Readonly<Record<OneWay, readonly string[]>> = { incoming: ['to'], outgoing: ['from', 't'] };

/**
 * Whether the outermost node of a stanza may lack a required attribute because of the way that it went.
 * @param direction undefined where it is not known: what either direction lacks may then be missing
 */
export function mayLack(direction: OneWay | undefined, name: string): boolean {
  const lacking = direction === undefined ? Object.values(LACKING).flat() : LACKING[direction];
  return lacking.includes(name);
}

/** The direction that the attributes of an outermost node tell; undefined where they leave it open. */
export function stanzaDirection(names: readonly string[]): OneWay | undefined {
  const has = (name: string): boolean => names.includes(name);
  if (has('t')) return 'incoming';
  if (has('from') !== has('to')) return has('from') ? 'incoming' : 'outgoing';
  return undefined;
}
