import { orderOf } from '../../../lib/corpus/lookup/order-of.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** The definitions before and after one, in the order in which the site lists its kind. */
export interface Neighbours {
  readonly previous: Ref | undefined;
  readonly next: Ref | undefined;
}

/**
 * The neighbours of a stanza, an enum or a flow.
 * @throws when the corpus has none of this id
 */
export function neighboursOf(
  { corpus }: Publication,
  links: Links,
  kind: 'stanza' | 'enum' | 'flow',
  id: string,
): Neighbours {
  const { definitions } = corpus;
  const { ids, at: places } = orderOf(corpus, kind);
  const at = places.get(id);
  if (at === undefined) throw new Error(`no ${kind} ${id}`);
  const ref = (one: string | undefined): Ref | undefined => {
    if (one === undefined) return undefined;
    const title =
      kind === 'stanza'
        ? definitions.stanza.get(one)?.data.display_name
        : definitions[kind].get(one)?.data.title;
    return { text: title ?? one, href: links.definition(kind, one) };
  };
  return { previous: ref(ids[at - 1]), next: ref(ids[at + 1]) };
}
