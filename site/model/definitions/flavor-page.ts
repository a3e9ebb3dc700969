import { factsDisputedBy } from '../../../lib/corpus/disputes/facts-disputed-by.ts';
import { factsRestingOn } from '../../../lib/corpus/evidence/rests-on.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import type { Flavor } from '../../../lib/schema/types.generated.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** Everything that the page of a flavor shows. */
export interface FlavorPage {
  readonly flavor: Flavor;
  readonly title: string;
  readonly description: string;
  readonly url: Ref | undefined;
  readonly repository: Ref | undefined;
  readonly commit: Ref | undefined;
  /** What it covers and is based on: words, some of which have a page. */
  readonly covers: readonly Ref[];
  readonly basis: readonly Ref[];
  /** Has a page if it is a contributor of the spec. */
  readonly maintainer: Ref | undefined;
  readonly derivesFrom: readonly Ref[];
  /** Flavors that derive from it. */
  readonly derived: readonly Ref[];
  readonly tally: TallyView;
  /** For a mere description of the protocol: that it corroborates nothing. */
  readonly remark: string | undefined;
  /** The facts that it supports. */
  readonly facts: readonly OwnerFacts[];
  /** The facts that it disputes. */
  readonly disputes: readonly OwnerFacts[];
  readonly edit: string | undefined;
}

/**
 * The page of a flavor.
 * @throws when the corpus has no flavor of this id
 */
export function flavorPage(publication: Publication, links: Links, id: string): FlavorPage {
  const { corpus } = publication;
  const entry = corpus.definitions.flavor.get(id);
  if (entry === undefined) throw new Error(`no flavor ${id}`);
  const { data } = entry;
  const facts = factsRestingOn(corpus, 'flavor', id);
  const repository = outer(data.repository);
  const word = (text: string): Ref => ({ text, href: links.word(text) });
  return {
    flavor: data,
    title: data.name ?? id,
    description: data.description === undefined ? `The flavor ${id}.` : plainProse(data.description),
    url: outer(data.url),
    repository,
    maintainer: data.maintainer === undefined ? undefined : links.ref('contributor', data.maintainer),
    commit:
      data.commit === undefined
        ? undefined
        : {
            text: data.commit.slice(0, 12),
            href:
              repository?.href === undefined
                ? undefined
                : safeUrl(`${withoutSlash(repository.href)}/tree/${encodeURIComponent(data.commit)}`),
          },
    covers: (data.covers ?? []).map(word),
    basis: (data.basis ?? []).map(word),
    derivesFrom: (data.derives_from ?? []).map((other) => links.ref('flavor', other)),
    derived: [...corpus.definitions.flavor.values()]
      .filter((other) => other.data.derives_from?.includes(id))
      .map((other) => links.ref('flavor', other.id)),
    tally: tallyOf(facts),
    remark:
      data.kind === 'description'
        ? 'It describes the protocol but implements nothing: it can be cited, but does not support a higher confidence.'
        : undefined,
    facts: factsByOwner(facts, corpus, links),
    disputes: factsByOwner(factsDisputedBy(corpus, id), corpus, links),
    edit: links.edit(entry),
  };
}

const outer = (url: string | undefined): Ref | undefined =>
  url === undefined ? undefined : { text: url.replace(/^https:\/\//, ''), href: safeUrl(url) };
