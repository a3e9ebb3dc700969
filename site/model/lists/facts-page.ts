import { overview } from '../../../lib/corpus/lists/overview.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { FACT_KINDS } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { FACT_OWNERS, type FactOwner, KINDS } from '../../../lib/schema/kinds.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import type { Links } from '../links/links.ts';
import { countsOfFacts } from '../paged/fact-facets.ts';
import { factPages, factsHref, ownerAnchor } from '../paged/fact-pages.ts';
import { ownerTitle } from '../paged/fact-rows.ts';
import { type ListIndex, listIndex } from '../paged/list-index.ts';
import { NONE } from '../paged/packed-facet.ts';
import { type TallyView, tallyView } from '../views/tally-view.ts';

/** A choice of the filter. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What facts can be filtered by: the choices of each parameter of the query. */
export interface Choices extends Readonly<Record<FactOwner, readonly Choice[]>> {
  readonly kind: readonly Choice[];
  readonly confidence: readonly Choice[];
  readonly technique: readonly Choice[];
  readonly flavor: readonly Choice[];
  readonly dispute: readonly Choice[];
  /** Techniques with which one more source would confirm a fact. */
  readonly confirm: readonly Choice[];
  /** Whether a fact is rated lower than its evidence supports. */
  readonly rated: readonly Choice[];
}

/** The page of all facts: the filter, and the way to each fact. */
export interface FactsPage {
  readonly tally: TallyView;
  readonly choices: Choices;
  readonly index: ListIndex;
}

const DISPUTE_WORDS: Readonly<Record<string, string>> = {
  open: 'open',
  refuted: 'refuted',
  resolved: 'resolved',
  [NONE]: 'not disputed',
};

const RATED_WORDS: Readonly<Record<string, string>> = {
  lower: 'below its evidence',
  unexplained: 'below it without a reason',
  [NONE]: 'as its evidence supports',
};

/** All facts of a corpus, by the definitions that they belong to, in its order. */
export function factsPage({ corpus }: Publication, links: Links): FactsPage {
  const counts = countsOfFacts(corpus);
  const choices = (name: string, ids: readonly string[], words: (id: string) => string): Choice[] =>
    ids.map((value) => ({ value, text: `${words(value)} (${counts.get(name)?.get(value) ?? 0})` }));
  // All entries of the registry, and ids that facts name without an entry.
  const named = (name: string, registered: Iterable<string>): string[] =>
    [...new Set([...registered, ...(counts.get(name)?.keys() ?? [])])]
      .filter((id) => id !== NONE)
      .sort(compareText);
  const orNone =
    (none: string) =>
    (id: string): string =>
      id === NONE ? none : id;
  return {
    tally: tallyView(overview(corpus).facts),
    index: indexOf(corpus, links),
    choices: {
      ...(Object.fromEntries(
        FACT_OWNERS.map((kind) => [kind, definitionChoices(corpus, kind)]),
      ) as unknown as Record<FactOwner, Choice[]>),
      kind: choices('kind', FACT_KINDS, (id) => id),
      confidence: choices('confidence', CONFIDENCES, (id) => id),
      technique: choices(
        'technique',
        [...named('technique', corpus.techniques.keys()), NONE],
        orNone('no technique'),
      ),
      flavor: choices(
        'flavor',
        [...named('flavor', corpus.definitions.flavor.keys()), NONE],
        orNone('no implementation'),
      ),
      dispute: choices('dispute', Object.keys(DISPUTE_WORDS), (id) => DISPUTE_WORDS[id] ?? id),
      confirm: choices('confirm', named('confirm', []), (id) => id),
      rated: choices('rated', Object.keys(RATED_WORDS), (id) => RATED_WORDS[id] ?? id),
    },
  };
}

const definitionChoices = ({ definitions, factsOf }: Corpus, kind: FactOwner): Choice[] =>
  [...definitions[kind].keys()].flatMap((id) => {
    const count = factsOf[kind].get(id)?.length ?? 0;
    return count === 0 ? [] : [{ value: id, text: `${id} (${count})` }];
  });

function indexOf(corpus: Corpus, links: Links): ListIndex {
  const seen = new Set<string>();
  const listed = factPages(corpus).flatMap((page, i) =>
    page.flatMap((fact) => {
      const { ownerKind: kind, owner: id } = fact;
      const key = `${kind} ${id}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          under: KINDS[kind].title,
          name: ownerTitle(fact, corpus),
          page: i + 1,
          href: `${factsHref(links, i + 1)}#${encodeURIComponent(ownerAnchor(fact))}`,
          count: corpus.factsOf[kind].get(id)?.length ?? 0,
          filter: new URLSearchParams({ [kind]: id }).toString(),
          anchor: undefined,
        },
      ];
    }),
  );
  return listIndex(listed, (page) => factsHref(links, page));
}

/** The page of all facts with a filter, such as `facts/?technique=frida-hooking`. */
export function factsPath(query: Readonly<Partial<Record<keyof Choices, string>>>): string {
  const parameters = new URLSearchParams(query).toString();
  return parameters === '' ? 'facts/' : `facts/?${parameters}`;
}
