import type { Corpus } from '../../corpus/model/corpus.ts';

/**
 * A technique as somebody chooses it who does not know its id: its title, and the id behind it. The id alone where the
 * spec has no title for it.
 */
export function techniqueLabel(
  id: string,
  { definitions }: { readonly definitions: Pick<Corpus['definitions'], 'technique'> },
): string {
  const title = definitions.technique.get(id)?.data.title.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? id : `${title} (${id})`;
}
