import { hasLegs, type Leg, type Presence, presenceOn } from '../../../lib/corpus/match/leg.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Direction } from '../../../lib/schema/types.generated.ts';

/** Whether something is there on a leg, in words. */
export interface PresenceWord {
  readonly leg: 'Sent' | 'Delivered';
  readonly word: string;
}

const WORDS: Readonly<Record<Leg, Readonly<Record<NonNullable<Presence>, string>>>> = {
  sent: { always: 'required', sometimes: 'optional', never: 'never' },
  delivered: { always: 'always', sometimes: 'sometimes', never: 'never' },
};

/**
 * Whether something is there, for each leg: what a sender must write, and what a receiver may expect. What only the
 * server writes is never sent, where the data does not say otherwise. Empty for facts that are no part of a message, and
 * for content and choices that say nothing of legs.
 * @param directions of the stanza, if it is one: what is only sent has no delivered leg, and the reverse
 */
export function presenceWords(fact: Fact, directions: readonly Direction[] = []): readonly PresenceWord[] {
  if (!hasLegs(fact) && fact.kind !== 'attribute' && fact.kind !== 'child') return [];
  const only = directions.length === 1 ? directions[0] : undefined;
  return [
    ...(only === 'incoming' ? [] : [{ leg: 'Sent' as const, word: wordOn('sent', fact) }]),
    ...(only === 'outgoing' ? [] : [{ leg: 'Delivered' as const, word: wordOn('delivered', fact) }]),
  ];
}

function wordOn(leg: Leg, fact: Fact): string {
  if (leg === 'sent' && fact.sent === undefined && fact.writtenBy.join() === 'server') return 'never';
  const presence = presenceOn(leg, fact);
  return presence === undefined ? 'not known' : WORDS[leg][presence];
}
