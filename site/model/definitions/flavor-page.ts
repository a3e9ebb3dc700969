import { factsRestingOn } from '../../../lib/corpus/evidence/evidence-index.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import { withoutSlash } from '../../../lib/prose/without-slash.ts';
import type { Flavor } from '../../../lib/schema/types.generated.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type Tally, tallyOf } from '../views/tally.ts';

/** A flavor in the list of flavors. */
export interface FlavorRow {
  readonly id: Ref;
  readonly language: string;
  readonly maturity: string;
  readonly derivesFrom: readonly Ref[];
  readonly tally: Tally;
  /** Facts that it disputes. */
  readonly disputes: number;
}

/** Everything that the page of a flavor shows. */
export interface FlavorPage {
  readonly flavor: Flavor;
  readonly title: string;
  readonly description: string;
  readonly url: Ref | undefined;
  readonly repository: Ref | undefined;
  readonly commit: Ref | undefined;
  /** What it covers and rests on: words, of which some name a page. */
  readonly covers: readonly Ref[];
  readonly basis: readonly Ref[];
  readonly derivesFrom: readonly Ref[];
  /** Flavors that derive from it. */
  readonly derived: readonly Ref[];
  readonly tally: Tally;
  /** Of a description: that it corroborates nothing. */
  readonly remark: string | undefined;
  /** The facts that rest on it. */
  readonly facts: readonly OwnerFacts[];
  /** The facts that it disputes. */
  readonly disputes: readonly OwnerFacts[];
  readonly edit: string | undefined;
}

/** All flavors, in the order of their ids. */
export function flavorRows(publication: Publication, links: Links): FlavorRow[] {
  return [...publication.corpus.definitions.flavor.values()].map(({ id, data }) => ({
    id: links.ref('flavor', id),
    language: data.language ?? '',
    maturity: data.maturity ?? '',
    derivesFrom: (data.derives_from ?? []).map((other) => links.ref('flavor', other)),
    tally: tallyOf(factsRestingOn(publication.corpus, 'flavor', id)),
    disputes: disputing(publication, id).length,
  }));
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
        ? 'It describes the protocol and implements nothing: it can be cited, and it makes no fact surer.'
        : undefined,
    facts: factsByOwner(facts, corpus, links),
    disputes: factsByOwner(disputing(publication, id), corpus, links),
    edit: links.edit(entry),
  };
}

const outer = (url: string | undefined): Ref | undefined =>
  url === undefined ? undefined : { text: url.replace(/^https:\/\//, ''), href: safeUrl(url) };

const disputing = ({ corpus }: Publication, id: string): readonly Fact[] => disputesOf(corpus).get(id) ?? [];

/** The facts that each flavor disputes, by its id. */
const disputesOf = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Fact[]> => {
  const disputed = new Map<string, Fact[]>();
  for (const fact of corpus.facts) {
    const ids = new Set(
      fact.disputes.flatMap(({ flavors = [], sources = [] }) => [...flavors, ...sources.flatMap(flavorOf)]),
    );
    for (const id of ids) {
      const facts = disputed.get(id);
      if (facts === undefined) disputed.set(id, [fact]);
      else facts.push(fact);
    }
  }
  return disputed;
});

function flavorOf(source: string): string[] {
  const ref = parseSource(source);
  return ref.kind === 'flavor' ? [ref.flavor] : [];
}
