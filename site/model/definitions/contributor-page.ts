import { capturesBy } from '../../../lib/corpus/lookup/captures-by.ts';
import { factsSupportedBy } from '../../../lib/corpus/lookup/facts-supported-by.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import type { Contributor } from '../../../lib/schema/types.generated.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** Everything that the page of a contributor shows. */
export interface ContributorPage {
  readonly contributor: Contributor;
  readonly name: string;
  readonly github: Ref | undefined;
  readonly techniques: readonly Ref[];
  readonly flavors: readonly Ref[];
  readonly links: readonly ReturnType<Links['reference']>[];
  readonly captures: readonly Ref[];
  readonly tally: TallyView;
  /** The facts that name them. */
  readonly facts: readonly OwnerFacts[];
  readonly edit: string | undefined;
}

/**
 * The page of a contributor.
 * @throws when the corpus has no contributor of this id
 */
export function contributorPage(publication: Publication, links: Links, id: string): ContributorPage {
  const { corpus } = publication;
  const entry = corpus.definitions.contributor.get(id);
  if (entry === undefined) throw new Error(`no contributor ${id}`);
  const { data } = entry;
  const facts = factsSupportedBy(corpus, 'contributor', id);
  return {
    contributor: data,
    name: data.name ?? id,
    github:
      data.github === undefined
        ? undefined
        : { text: data.github, href: safeUrl(`https://github.com/${encodeURIComponent(data.github)}`) },
    techniques: (data.techniques ?? []).map((technique) => links.ref('technique', technique)),
    flavors: (data.flavors ?? []).map((flavor) => links.ref('flavor', flavor)),
    links: (data.links ?? []).map((reference) => links.reference(reference)),
    captures: capturesBy(corpus, id).map(({ id: capture, data: { title } }) => ({
      text: title ?? capture,
      href: links.definition('capture', capture),
    })),
    tally: tallyOf(facts),
    facts: factsByOwner(facts, corpus, links),
    edit: links.edit(entry),
  };
}
