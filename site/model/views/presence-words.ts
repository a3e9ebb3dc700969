import { hasLegs, type Presence, presenceOn } from '../../../lib/corpus/match/leg.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';

/** Whether something is there, on a leg or on both. */
export interface PresenceWord {
  /** undefined where both legs agree. */
  readonly leg: 'Sent' | 'Delivered' | undefined;
  readonly word: string;
}

/** The word for both legs, and for the sender. */
const SENT: Readonly<Record<NonNullable<Presence>, string>> = {
  always: 'required',
  sometimes: 'optional',
  never: 'never',
};

/**
 * Whether something is there: one entry where both legs agree, else one for each. Empty for what has an occurrence and
 * says nothing of legs.
 */
export function presenceWords(fact: Fact): readonly PresenceWord[] {
  if (!hasLegs(fact) && fact.kind !== 'attribute') return [];
  const [sent, delivered] = [presenceOn('sent', fact), presenceOn('delivered', fact)];
  if (sent === delivered) {
    return [{ leg: undefined, word: sent === undefined ? 'presence not known' : SENT[sent] }];
  }
  return [
    { leg: 'Sent', word: sent === undefined ? 'not known' : SENT[sent] },
    { leg: 'Delivered', word: delivered ?? 'not known' },
  ];
}
