/** The direction of a stanza, seen from the client. */
export type OneWay = 'outgoing' | 'incoming';

/**
 * The envelope: the server removes `to` from what it delivers, and adds `from` and `t`; a client writes neither. So
 * each direction lacks some attributes, whatever the spec requires.
 */
const LACKING: Readonly<Record<OneWay, readonly string[]>> = { incoming: ['to'], outgoing: ['from', 't'] };

/**
 * Whether the outermost node of a stanza may lack a required attribute because of its direction.
 * @param direction if undefined, attributes that either direction lacks may be missing
 */
export function mayLack(direction: OneWay | undefined, name: string): boolean {
  const lacking = direction === undefined ? Object.values(LACKING).flat() : LACKING[direction];
  return lacking.includes(name);
}

/** The direction that the attributes of an outermost node indicate; undefined if they do not. */
export function stanzaDirection(names: readonly string[]): OneWay | undefined {
  const has = (name: string): boolean => names.includes(name);
  if (has('t')) return 'incoming';
  if (has('from') !== has('to')) return has('from') ? 'incoming' : 'outgoing';
  return undefined;
}
