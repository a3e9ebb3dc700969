import type { Publication } from '../../lib/corpus/publication.ts';
import type { Links } from './links.ts';
import type { Ref } from './ref.ts';

/** The definitions before and after one, in the order in which the site lists its kind. */
export interface Neighbours {
  readonly previous: Ref | undefined;
  readonly next: Ref | undefined;
}

/**
 * What stands beside a stanza, an enum or a sequence.
 * @throws when the corpus has none of this id
 */
export function neighboursOf(
  { corpus: { definitions } }: Publication,
  links: Links,
  kind: 'stanza' | 'enum' | 'flow',
  id: string,
): Neighbours {
  const ids = [...definitions[kind].keys()];
  const at = ids.indexOf(id);
  if (at === -1) throw new Error(`no ${kind} ${id}`);
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
