import type { Corpus } from '../corpus/model/corpus.ts';

/** A technique for people who do not know its id: the title with the id, or the id alone if the spec has no title. */
export function techniqueLabel(
  id: string,
  { definitions }: { readonly definitions: Pick<Corpus['definitions'], 'technique'> },
): string {
  const title = definitions.technique.get(id)?.data.title.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? id : `${title} (${id})`;
}
