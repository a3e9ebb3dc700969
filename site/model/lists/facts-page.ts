import { homeAnchor } from '../../../lib/corpus/facts/home-anchor.ts';
import { factList, type ListedFact } from '../../../lib/corpus/lists/fact-list.ts';
import { overview } from '../../../lib/corpus/lists/overview.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import { FACT_KINDS, type Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { FACT_OWNERS, type FactOwner } from '../../../lib/schema/kinds.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type TallyView, tallyView } from '../views/tally-view.ts';

/** A fact in the table of all facts. */
export interface FactRow extends ListedFact {
  /** The path in two parts: the definition with its :, = or #, and the place of the fact inside it. */
  readonly owner: string;
  readonly name: string;
  readonly href: string;
  readonly type: Ref | undefined;
  readonly dispute: 'open' | 'resolved' | undefined;
}

/** The facts of one definition. */
export interface FactRows {
  readonly kind: Fact['ownerKind'];
  readonly id: string;
  readonly rows: readonly FactRow[];
}

/** A choice of the filter. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What the table can be filtered by: the choices of each parameter of the query. */
export interface Choices extends Readonly<Record<FactOwner, readonly Choice[]>> {
  readonly kind: readonly Choice[];
  readonly confidence: readonly Choice[];
  readonly technique: readonly Choice[];
  readonly flavor: readonly Choice[];
  readonly dispute: readonly Choice[];
}

/** The page of all facts. */
export interface FactsPage {
  readonly tally: TallyView;
  readonly groups: readonly FactRows[];
  readonly choices: Choices;
}

/** The value for facts without a technique, a flavor or a dispute. */
const NONE = '-';

/** Every fact of a corpus in one table, in the order of the corpus. */
export function factsPage({ corpus }: Publication, links: Links): FactsPage {
  const counts = new Map<string, number>();
  const count = (name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const rowOf = (listed: ListedFact): FactRow => {
    const { fact, techniques, flavors, openDisputes } = listed;
    const dispute = openDisputes > 0 ? 'open' : fact.disputes.length > 0 ? 'resolved' : undefined;
    count(`kind ${fact.kind}`);
    count(`confidence ${fact.confidence}`);
    count(`dispute ${dispute ?? NONE}`);
    for (const id of orNone(techniques)) count(`technique ${id}`);
    for (const id of orNone(flavors)) count(`flavor ${id}`);
    const cut = fact.path.length - homeAnchor(fact).length;
    return {
      ...listed,
      owner: fact.path.slice(0, cut),
      name: fact.path.slice(cut),
      href: links.fact(fact),
      type:
        fact.type === undefined
          ? undefined
          : { text: fact.type, href: links.definition('type', fact.type) ?? links.word(fact.type) },
      dispute,
    };
  };
  const byOwner = Map.groupBy(factList(corpus), ({ fact }) => `${fact.ownerKind} ${fact.owner}`);
  const groups = [...byOwner.values()].map((listed): FactRows => {
    const { fact } = listed[0] as ListedFact;
    return { kind: fact.ownerKind, id: fact.owner, rows: listed.map(rowOf) };
  });

  const choices = (name: string, ids: readonly string[], words: (id: string) => string): Choice[] =>
    ids.map((value) => ({ value, text: `${words(value)} (${counts.get(`${name} ${value}`) ?? 0})` }));
  // All entries of the registry, and ids that facts name without an entry.
  const named = (name: string, registered: Iterable<string>): string[] => {
    const mentioned = [...counts.keys()]
      .filter((key) => key.startsWith(`${name} `))
      .map((key) => key.slice(name.length + 1));
    return [...new Set([...registered, ...mentioned])].filter((id) => id !== NONE).sort(compareText);
  };
  const definitions = (kind: FactRows['kind']): Choice[] =>
    groups
      .filter((group) => group.kind === kind)
      .map(({ id, rows }) => ({ value: id, text: `${id} (${rows.length})` }));
  return {
    tally: tallyView(overview(corpus).facts),
    groups,
    choices: {
      ...(Object.fromEntries(FACT_OWNERS.map((kind) => [kind, definitions(kind)])) as Record<
        FactOwner,
        Choice[]
      >),
      kind: choices('kind', FACT_KINDS, (id) => id),
      confidence: choices('confidence', CONFIDENCES, (id) => id),
      technique: choices(
        'technique',
        [...named('technique', corpus.techniques.keys()), NONE],
        orWords('no technique'),
      ),
      flavor: choices(
        'flavor',
        [...named('flavor', corpus.definitions.flavor.keys()), NONE],
        orWords('no flavor'),
      ),
      dispute: choices('dispute', ['open', 'resolved', NONE], orWords('not disputed')),
    },
  };
}

const orNone = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? [NONE] : ids);

const orWords =
  (words: string) =>
  (id: string): string =>
    id === NONE ? words : id;

/** The page of all facts with a filter, such as `facts/?technique=frida-hooking`. */
export function factsPath(query: Readonly<Partial<Record<keyof Choices, string>>>): string {
  const parameters = new URLSearchParams(query).toString();
  return parameters === '' ? 'facts/' : `facts/?${parameters}`;
}
