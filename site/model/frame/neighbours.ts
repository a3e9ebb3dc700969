import { orderOf } from '../../../lib/corpus/lookup/order-of.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { PageKind } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** The definitions before and after one, in the order in which the site lists its kind. */
export interface Neighbours {
  readonly previous: Ref | undefined;
  readonly next: Ref | undefined;
}

/**
 * The neighbours of a definition.
 * @throws when the corpus has none of this id
 */
export function neighboursOf({ corpus }: Publication, links: Links, kind: PageKind, id: string): Neighbours {
  const { ids, at: places } = orderOf(corpus, kind);
  const at = places.get(id);
  if (at === undefined) throw new Error(`no ${kind} ${id}`);
  const entries: ReadonlyMap<string, Entry<typeof kind>> = corpus.definitions[kind];
  const ref = (one: string | undefined): Ref | undefined => {
    const entry = one === undefined ? undefined : entries.get(one);
    return entry === undefined ? undefined : { text: titleOf(entry), href: links.definition(kind, entry.id) };
  };
  return { previous: ref(ids[at - 1]), next: ref(ids[at + 1]) };
}
