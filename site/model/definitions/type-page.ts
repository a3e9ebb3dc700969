import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { privacyWords } from '../../../lib/corpus/types/privacy-words.ts';
import { usesOfType } from '../../../lib/corpus/types/uses-of-type.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Type } from '../../../lib/schema/types.generated.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';

/** Everything that the page of a type shows. */
export interface TypePage {
  readonly type: Type;
  readonly description: string;
  /** What its class of privacy means. */
  readonly privacy: string;
  readonly parts: readonly { readonly name: string; readonly privacy: string }[];
  readonly references: readonly ReturnType<Links['reference']>[];
  /** The facts that have this type. */
  readonly uses: readonly OwnerFacts[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
}

/**
 * The page of a type.
 * @throws when the corpus has no type of this id
 */
export function typePage({ corpus }: Publication, links: Links, id: string): TypePage {
  const entry = corpus.definitions.type.get(id);
  if (entry === undefined) throw new Error(`no type ${id}`);
  const { data } = entry;
  return {
    type: data,
    description: plainProse(data.summary),
    privacy: privacyWords(data.privacy),
    parts: (data.placeholder?.parts ?? []).map((part) => ({
      name: part.name,
      privacy: privacyWords(part.privacy),
    })),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    uses: factsByOwner(usesOfType(corpus, id), corpus, links),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
  };
}
