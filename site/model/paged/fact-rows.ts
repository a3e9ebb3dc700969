import { factList, type ListedFact } from '../../../lib/corpus/lists/fact-list.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { firstSentence } from '../text/first-sentence.ts';
import { disputeStates } from './fact-facets.ts';
import { factPages, ownerAnchor, partsOfPath } from './fact-pages.ts';

/** A fact in a table of facts. */
export interface FactRow extends ListedFact {
  /** The path in two parts: the definition with its :, = or #, and the place of the fact inside it. */
  readonly owner: string;
  readonly name: string;
  readonly href: string;
  readonly type: Ref | undefined;
  /** open, refuted or resolved; undefined if nobody disputes it. */
  readonly dispute: string | undefined;
  /** What it says, in a sentence. */
  readonly says: string;
}

/** The facts of one definition. */
export interface FactRows {
  readonly kind: Fact['ownerKind'];
  readonly id: string;
  readonly title: Ref;
  readonly anchor: string;
  readonly rows: readonly FactRow[];
}

/** Facts by their definitions. @param facts those of a page; without them all facts of the corpus */
export function factRows(
  { corpus }: Publication,
  links: Links,
  facts: readonly Fact[] = corpus.facts,
): readonly FactRows[] {
  const byOwner = Map.groupBy(factList(corpus, facts), ({ fact }) => `${fact.ownerKind} ${fact.owner}`);
  return [...byOwner.values()].map((listed) => {
    const { fact } = listed[0] as ListedFact;
    const { ownerKind: kind, owner: id } = fact;
    return {
      kind,
      id,
      title: { text: ownerTitle(fact, corpus), href: links.definition(kind, id) },
      anchor: ownerAnchor(fact),
      rows: listed.map((one) => rowOf(one, corpus, links)),
    };
  });
}

/** A page of facts, and how many such pages there are. @throws when there is no such page */
export function factsPart(
  publication: Publication,
  links: Links,
  page: number,
): { readonly groups: readonly FactRows[]; readonly last: number } {
  const pages = factPages(publication.corpus);
  const facts = pages[page - 1];
  if (facts === undefined) throw new Error(`no page ${page} of facts`);
  return { groups: factRows(publication, links, facts), last: pages.length };
}

/** What a fact says, in a sentence: its description, or the label of a step. */
export const factSays = ({ step, description }: Fact): string =>
  plainProse(firstSentence(step?.label ?? description));

/** The type of a fact, with its page. */
export const typeOfFact = ({ type }: Fact, links: Links): Ref | undefined =>
  type === undefined ? undefined : { text: type, href: links.definition('type', type) ?? links.word(type) };

function rowOf(listed: ListedFact, corpus: Corpus, links: Links): FactRow {
  const { fact } = listed;
  const [owner, name] = partsOfPath(fact);
  return {
    ...listed,
    owner,
    name,
    href: links.fact(fact),
    type: typeOfFact(fact, links),
    dispute: disputeStates(fact, corpus).at(-1),
    says: factSays(fact),
  };
}

/** The name of the definition that a fact belongs to. */
export function ownerTitle({ ownerKind, owner }: Fact, { definitions }: Corpus): string {
  const entry = definitions[ownerKind].get(owner);
  return entry === undefined ? owner : titleOf(entry);
}
