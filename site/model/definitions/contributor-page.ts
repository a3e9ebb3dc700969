import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import type { Contributor } from '../../../lib/schema/types.generated.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type Tally, tallyOf } from '../views/tally.ts';

/** A contributor in the list of contributors. */
export interface ContributorRow {
  readonly name: Ref;
  readonly affiliation: string;
  readonly techniques: readonly Ref[];
  readonly captures: number;
  readonly tally: Tally;
}

/** Everything that the page of a contributor shows. */
export interface ContributorPage {
  readonly contributor: Contributor;
  readonly name: string;
  readonly github: Ref | undefined;
  readonly techniques: readonly Ref[];
  readonly flavors: readonly Ref[];
  readonly links: readonly ReturnType<Links['reference']>[];
  readonly captures: readonly Ref[];
  readonly tally: Tally;
  /** The facts that name them. */
  readonly facts: readonly OwnerFacts[];
  readonly edit: string | undefined;
}

/** All contributors, in the order of their ids. */
export function contributorRows(publication: Publication, links: Links): ContributorRow[] {
  return [...publication.corpus.definitions.contributor.values()].map(({ id, data }) => ({
    name: { text: data.name ?? id, href: links.definition('contributor', id) },
    affiliation: data.affiliation ?? '',
    techniques: (data.techniques ?? []).map((technique) => links.ref('technique', technique)),
    captures: capturesBy(publication, links, id).length,
    tally: tallyOf(factsBy(publication, id)),
  }));
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
  const facts = factsBy(publication, id);
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
    captures: capturesBy(publication, links, id),
    tally: tallyOf(facts),
    facts: factsByOwner(facts, corpus, links),
    edit: links.edit(entry),
  };
}

const factsBy = ({ corpus }: Publication, id: string) =>
  corpus.facts.filter(({ provenance }) => provenance.contributors.includes(id));

const capturesBy = ({ corpus }: Publication, links: Links, id: string): Ref[] =>
  [...corpus.definitions.capture.values()]
    .filter(({ data }) => data.source.contributor === id)
    .map(({ id: capture, data }) => ({
      text: data.title ?? capture,
      href: links.definition('capture', capture),
    }));
