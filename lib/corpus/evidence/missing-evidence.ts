import type { Corpus } from '../model/corpus.ts';
import type { Channel } from './channel.ts';
import { byEffort } from './compare-effort.ts';
import type { EvidenceState } from './describe-evidence.ts';

/** What would raise a confidence. */
export interface MissingEvidence {
  readonly steps: readonly string[];
  /** What each step leads to. */
  readonly to: 'confirm it' | 'make it probable';
}

/** The cheapest steps to the next confidence, in words; undefined for what is confirmed. */
export function missingEvidence(state: EvidenceState, corpus: Corpus): MissingEvidence | undefined {
  const { techniques, served, channelOf, bareFlavors, unlisted, unlistedTechniques, supports } = state;
  const { confirming, former } = state;
  if (supports === 'confirmed') return undefined;
  if (supports !== 'probable') {
    const [first] = unlisted;
    if (first !== undefined) return probable(`listing ${first} among its flavors`);
    const [technique] = unlistedTechniques;
    if (technique !== undefined) return probable(`listing ${technique} among its techniques`);
    const [flavor] = bareFlavors;
    return probable(`a source in ${flavor === undefined ? "a client's code" : `the code of ${flavor}`}`);
  }
  const steps: string[] = [];
  const heard = new Set<Channel>(confirming);
  const listen = (id: string, step: string): void => {
    const channel = channelOf(id);
    if (steps.length + confirming.length >= 2 || channel === undefined || heard.has(channel)) return;
    // A capture only shows what occurs in a stanza.
    if (channel !== 'code' && !state.isObservable) return;
    heard.add(channel);
    steps.push(step);
  };
  const isNewer = (id: string): boolean => [...former.keys()].some((channel) => channel === channelOf(id));
  // Cheapest first: list a technique that already has a source; add a source to a listed one; use a new technique.
  for (const id of unlistedTechniques) listen(id, `listing ${id} among its techniques`);
  for (const id of techniques) if (!served.has(id)) listen(id, `a source for its ${id}`);
  for (const id of byEffort(corpus)) {
    const thing = channelOf(id) === 'code' ? ' source' : id.endsWith('capture') ? '' : ' capture';
    const article = isNewer(id) ? 'a newer' : /^[aeiou]/i.test(id) ? 'an' : 'a';
    listen(id, `${article} ${id}${thing}`);
  }
  const open = 2 - confirming.length - steps.length;
  if (open === 1) steps.push(`a technique on ${heard.size === 0 ? 'a' : 'another'} channel, with a source,`);
  if (open === 2) steps.push('two techniques on different channels, each with a source,');
  return { steps, to: 'confirm it' };
}

const probable = (step: string): MissingEvidence => ({ steps: [step], to: 'make it probable' });
