import { payloadTagsOf } from '../lookup/payload-tags-of.ts';
import type { Corpus } from '../model/corpus.ts';
import { refutedFacts } from './refuted-facts.ts';

/** Whether everything by which a stanza is known is refuted, so that nobody should rely on its being sent at all. */
export function isRefutedStanza(corpus: Corpus, id: string): boolean {
  const tags = payloadTagsOf(corpus, id);
  return tags.length > 0 && tags.every((tag) => refutedFacts(corpus).has(`${id}:${tag}`));
}
