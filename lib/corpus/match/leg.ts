import { type DefinedNode, isByLeg } from '../model/defined-node.ts';
import type { Fact } from '../model/fact.ts';
import type { OneWay } from './stanza-direction.ts';

/** The way of a stanza from its sender to the server, or from the server to its receiver. */
export type Leg = 'sent' | 'delivered';

/** How often something is there, as far as it is known. */
export type Presence = 'always' | 'sometimes' | 'never' | undefined;

/** The leg that a client sees of a stanza that goes in a direction. */
export const legOf = (direction: OneWay | undefined): Leg | undefined =>
  direction === undefined ? undefined : direction === 'outgoing' ? 'sent' : 'delivered';

/** Whether a fact says something of a leg, rather than `required` or `occurrence` for both. */
export const hasLegs = ({ sent, delivered }: Fact): boolean => sent !== undefined || delivered !== undefined;

/**
 * How often something is there on a leg. What a fact does not say of a leg follows from `required` and `occurrence`.
 * @param leg undefined if it is not known; then only what holds for both
 */
export function presenceOn(leg: Leg | undefined, fact: Fact): Presence {
  if (leg === undefined) {
    const [sent, delivered] = [presenceOn('sent', fact), presenceOn('delivered', fact)];
    return sent === delivered ? sent : 'sometimes';
  }
  const said = fact[leg];
  const word = typeof said === 'object' ? said.presence : said;
  if (word !== undefined) return word === 'required' ? 'always' : word === 'optional' ? 'sometimes' : word;
  if (fact.kind === 'attribute') {
    return fact.required === undefined ? undefined : fact.required ? 'always' : 'sometimes';
  }
  return fact.occurrence?.startsWith('1') === true ? 'always' : 'sometimes';
}

/**
 * The tags of the children of a node in their order on a leg, as far as it is known. Children with other tags may be
 * anywhere between them. undefined if the order does not matter, or is not known.
 */
export function orderOn(
  leg: Leg | undefined,
  { order, children }: DefinedNode,
): readonly string[] | undefined {
  const [sent, delivered] = isByLeg(order) ? [order.sent, order.delivered] : [order, order];
  const asked = leg === undefined ? (sent === delivered ? sent : undefined) : { sent, delivered }[leg];
  if (asked === 'fixed') return children.map(({ fact }) => fact.name);
  return typeof asked === 'object' ? asked : undefined;
}
