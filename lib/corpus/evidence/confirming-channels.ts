import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { CHANNELS, type Channel } from './channel.ts';
import type { Evidence } from './evidence.ts';
import { isObservable } from './is-observable.ts';

/** The channels on which one source would confirm a fact that has evidence on exactly one other. */
export function confirmingChannels(
  fact: Fact,
  { confirming }: Pick<Evidence, 'confirming'>,
  corpus: Corpus,
): readonly Channel[] {
  if (confirming.length !== 1) return [];
  return CHANNELS.filter(
    (channel) => !confirming.includes(channel) && (channel === 'code' || isObservable(fact, corpus)),
  );
}
