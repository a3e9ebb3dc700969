import { hasLegs, type Leg, type Presence, presenceOn } from '../../../lib/corpus/match/leg.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';

const SENT: Readonly<Record<NonNullable<Presence>, string>> = {
  always: 'required',
  sometimes: 'optional',
  never: 'never',
};

const wordOn = (leg: Leg, fact: Fact): string => {
  const presence = presenceOn(leg, fact);
  if (presence === undefined) return 'not known';
  return leg === 'sent' ? SENT[presence] : presence;
};

/**
 * Whether something is there: one entry where both legs agree, else one for each. Empty for what has an occurrence and
 * says nothing of legs.
 */
export function presenceWords(fact: Fact): readonly string[] {
  if (!hasLegs(fact) && fact.kind !== 'attribute') return [];
  const [sent, delivered] = [presenceOn('sent', fact), presenceOn('delivered', fact)];
  if (sent === delivered) return [sent === undefined ? 'presence not known' : SENT[sent]];
  return [`Sent: ${wordOn('sent', fact)}`, `Delivered: ${wordOn('delivered', fact)}`];
}
