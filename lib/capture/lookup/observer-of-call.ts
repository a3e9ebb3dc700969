import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import type { Capture } from '../../schema/types.generated.ts';

/**
 * Whose client was observed, from the direction of the stanza with which a call begins: who sends it calls. Another
 * device of the callee receives it as well, so that only a person can tell the two apart; undefined if the direction is
 * not known.
 * @param first the direction of the first stanza of the call
 */
export const observerOfCall = (first: OneWay | undefined): Capture['observer'] =>
  first === undefined ? undefined : first === 'outgoing' ? 'caller' : 'callee';
