import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { payloadTags } from '../model/payload-tags.ts';

const byStanza = memoizeBy(({ definitions }: Corpus) =>
  payloadTags([...definitions.stanza.values()].map(({ data }) => data)),
);

/** The tags by which a stanza is known: of what it contains, or its own if nothing else is in it. */
export const payloadTagsOf = (corpus: Corpus, id: string): readonly string[] =>
  byStanza(corpus).get(id) ?? [];
