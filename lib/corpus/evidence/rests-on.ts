import { compareText } from '../../text/compare-text.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { isImplementation } from '../sources/is-implementation.ts';
import { parseSource } from '../sources/source-ref.ts';

/** A fact, or anything else with a provenance, such as a step of a flow. */
export type Stated = Pick<Fact, 'provenance' | 'inside'> &
  Partial<Pick<Fact, 'kind' | 'owner' | 'sent' | 'delivered'>>;

/** The names and sources in the provenance of a fact. */
export interface Named {
  readonly techniques: ReadonlySet<string>;
  readonly flavors: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** Whether the fact has no provenance of its own, and relies on that of the facts inside it. */
  readonly inherited: boolean;
}

/** What a fact rests on: ids of techniques and flavors, each once. */
export interface RestsOn {
  readonly techniques: readonly string[];
  readonly flavors: readonly string[];
}

/** The names and sources in the provenance of a fact. If it is empty, those of all facts inside it. */
export function namedBy(fact: Stated, corpus: Corpus): Named {
  const { techniques, flavors, sources } = fact.provenance;
  const silent = techniques.length + flavors.length + sources.length === 0;
  return silent && fact.inside.length > 0
    ? gatherInside(fact, corpus)
    : {
        techniques: new Set(techniques),
        flavors: new Set(flavors),
        sources: new Set(sources),
        inherited: false,
      };
}

/**
 * The techniques and flavors that a fact rests on: those that are listed, and the flavors of its sources, those of its
 * legs among them. A fact without a provenance rests on that of the facts inside it. All lists, filters and counts use
 * this.
 */
export function restsOn(fact: Stated, corpus: Corpus): RestsOn {
  const { techniques, flavors, sources } = namedBy(fact, corpus);
  const all = new Set(flavors);
  const legs = [fact.sent, fact.delivered].flatMap((leg) =>
    typeof leg === 'object' ? (leg.provenance ?? []) : [],
  );
  for (const id of legs.flatMap((leg) => leg.flavors ?? [])) all.add(id);
  for (const text of [...sources, ...legs.flatMap((leg) => leg.sources ?? [])]) {
    const source = parseSource(text);
    if (source.kind === 'flavor') all.add(source.flavor);
  }
  return { techniques: [...techniques], flavors: [...all] };
}

/**
 * The implementations that show a fact, those among the flavors that it rests on: how many there are is said with this
 * number everywhere.
 */
export const implementationsOf = (fact: Stated, corpus: Corpus): readonly string[] =>
  restsOn(fact, corpus).flavors.filter((id) => isImplementation(id, corpus));

/** The facts that rest on a technique or a flavor, in the order of the corpus. */
export function factsRestingOn(
  corpus: Corpus,
  registry: 'technique' | 'flavor',
  id: string,
): readonly Fact[] {
  return indexOf(corpus).get(`${registry} ${id}`) ?? [];
}

const indexOf = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Fact[]> => {
  const index = new Map<string, Fact[]>();
  const add = (key: string, fact: Fact): void => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [fact]);
    else list.push(fact);
  };
  for (const fact of corpus.facts) {
    const { techniques, flavors } = restsOn(fact, corpus);
    for (const id of techniques) add(`technique ${id}`, fact);
    for (const id of flavors) add(`flavor ${id}`, fact);
  }
  return index;
});

// Facts at any depth. Files limit the depth, so visiting a fact once per level around it stays linear in the size of
// the corpus.
function gatherInside(fact: Stated, corpus: Corpus): Named {
  const all = { techniques: new Set<string>(), flavors: new Set<string>(), sources: new Set<string>() };
  const queue = [...fact.inside];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const inner = corpus.factByPath.get(path);
    if (inner === undefined) continue;
    const { techniques, flavors, sources } = inner.provenance;
    for (const id of techniques) all.techniques.add(id);
    for (const id of flavors) all.flavors.add(id);
    for (const source of sources) all.sources.add(source);
    queue.push(...inner.inside);
  }
  const sorted = (set: ReadonlySet<string>): Set<string> => new Set([...set].sort(compareText));
  return {
    techniques: sorted(all.techniques),
    flavors: sorted(all.flavors),
    sources: sorted(all.sources),
    inherited: true,
  };
}
