import { compareText } from '../../text/compare-text.ts';
import { refutedFacts } from '../disputes/refuted-facts.ts';
import { flavorLineage, groupByFamily } from '../evidence/flavor-lineage.ts';
import { rowsOf } from '../facts/rows-of.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { isImplementation } from '../sources/is-implementation.ts';
import { atPlace, type Marks, marksOf, NO_MARKS, unionOf } from './marks.ts';

/** What clients do with a part of a stanza. */
export interface ClientRow {
  /** With the anchor that it has on the page of the stanza. */
  readonly fact: Fact;
  readonly marks: Marks;
  /** Whether an open dispute denies it, or the part that it is in. */
  readonly refuted: boolean;
}

/** What clients do with the parts of a stanza. */
export interface ClientsOfStanza {
  /** The implementations that have one of its own parts, by family: those that derive from each other. */
  readonly families: readonly (readonly string[])[];
  /** Extracts of other clients that have one. */
  readonly extracts: readonly string[];
  /** Every part in the order of the page, those of its envelope and of shared nodes in their places. */
  readonly rows: readonly ClientRow[];
  /** What each client does with any part that is not of the envelope. */
  readonly all: Marks;
}

const byStanza = memoizeBy((_: Corpus) => new Map<string, ClientsOfStanza>());

/**
 * What clients do with each part of a stanza. A part that a shared node or the envelope describes is marked as far as
 * the sources of this stanza, too, show the client writing or reading the place where it is. An empty list of rows for
 * an unknown id.
 */
export function clientsOfStanza(corpus: Corpus, id: string): ClientsOfStanza {
  const known = byStanza(corpus);
  let clients = known.get(id);
  if (clients === undefined) {
    clients = readClients(corpus, id);
    known.set(id, clients);
  }
  return clients;
}

function readClients(corpus: Corpus, id: string): ClientsOfStanza {
  // A choice is no part of a stanza: its members are.
  const facts = rowsOf(corpus, 'stanza', id).filter(({ kind }) => kind !== 'choice');
  const isOwn = ({ owner, ownerKind }: Fact): boolean => ownerKind === 'stanza' && owner === id;
  const own = withInner(
    facts.filter(isOwn),
    new Map(facts.filter(isOwn).map((fact) => [fact.anchor, ownMarks(fact, corpus)])),
  );
  const data = corpus.definitions.stanza.get(id)?.data;
  // A stanza that is a shared node has no parts of its own that could say who has it.
  const anywhere =
    data?.use === undefined ? unionOf(own.values()) : unionOf(facts.map((fact) => marksOf(fact, corpus)));
  const marks = new Map<string, Marks>([['', anywhere]]);
  for (const fact of facts) {
    const place = marks.get(fact.node) ?? NO_MARKS;
    marks.set(fact.anchor, own.get(fact.anchor) ?? atPlace(ownMarks(fact, corpus), place));
  }
  const refuted = refutedFacts(corpus);
  const clients = [...anywhere.keys()];
  const cells = new Map(clients.map((one) => [one, countOf(one, marks)]));
  const byCells = (a: string, b: string): number =>
    (cells.get(b) ?? 0) - (cells.get(a) ?? 0) || compareText(a, b);
  const families = groupByFamily(
    clients.filter((one) => isImplementation(one, corpus)).sort(byCells),
    flavorLineage(corpus.definitions.flavor),
  );
  return {
    families,
    extracts: clients.filter((one) => !isImplementation(one, corpus)).sort(byCells),
    rows: facts.map((fact) => ({
      fact,
      marks: marks.get(fact.anchor) ?? NO_MARKS,
      refuted: refuted.has(fact.path),
    })),
    all: anywhere,
  };
}

/** The marks of facts by anchor, where whoever writes or reads a part does the same with the node that it is in. */
function withInner(facts: readonly Fact[], own: ReadonlyMap<string, Marks>): ReadonlyMap<string, Marks> {
  const all = new Map(own);
  for (const { anchor, node } of facts.toReversed()) {
    const outer = all.get(node);
    const inner = [...(all.get(anchor) ?? NO_MARKS)].filter(([, { writes, reads }]) => writes || reads);
    if (outer !== undefined) all.set(node, unionOf([outer, new Map(inner)]));
  }
  return all;
}

/** The marks of a fact; of one without evidence of its own, those of what is inside it. */
function ownMarks(fact: Fact, corpus: Corpus): Marks {
  const marks = marksOf(fact, corpus);
  const { techniques, sources } = fact.provenance;
  if (marks.size > 0 || techniques.length + sources.length > 0) return marks;
  return unionOf(
    fact.inside.flatMap((path) => {
      const inner = corpus.factByPath.get(path);
      return inner === undefined ? [] : [ownMarks(inner, corpus)];
    }),
  );
}

const countOf = (client: string, marks: ReadonlyMap<string, Marks>): number =>
  [...marks.values()].filter((one) => one.has(client)).length;
