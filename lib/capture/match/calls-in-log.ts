import type { CapturedStanza } from '../tree/captured-node.ts';
import { callOf } from './earlier-in-call.ts';
import type { NotEvidence } from './not-evidence.ts';

/**
 * The calls of a log that have several stanzas: those with the id of the call, and those that only the id of a stanza
 * connects to one of them, such as acks and receipts. What is broken, or was exchanged with the client's own engine, is
 * part of no call.
 * @param stanzas as they were read, so that equal ids are equal
 * @param whyNot why they are no evidence, see notEvidence()
 * @returns the places of the stanzas of each call, in their order; the calls in the order of their first stanzas
 */
export function callsInLog(
  stanzas: readonly CapturedStanza[],
  whyNot: readonly (NotEvidence | undefined)[],
): readonly (readonly number[])[] {
  const isInCall = (i: number): boolean => whyNot[i] === undefined || whyNot[i].kind === 'id-only';
  const calls = stanzas.map(({ root }, i) => (isInCall(i) ? callOf(root) : undefined));
  const callOfId = new Map<string, string>();
  const idOf = ({ root }: CapturedStanza): string | undefined =>
    root.attributes.find(({ name, cut }) => name === 'id' && !cut)?.value;
  for (const [i, stanza] of stanzas.entries()) {
    const [id, call] = [idOf(stanza), calls[i]];
    if (id !== undefined && call !== undefined && !callOfId.has(id)) callOfId.set(id, call);
  }
  const members = new Map<string, number[]>();
  for (const [i, stanza] of stanzas.entries()) {
    const call = calls[i] ?? (isInCall(i) ? callOfId.get(idOf(stanza) ?? '') : undefined);
    if (call === undefined) continue;
    const places = members.get(call);
    if (places === undefined) members.set(call, [i]);
    else places.push(i);
  }
  return [...members.values()].filter(({ length }) => length > 1);
}
