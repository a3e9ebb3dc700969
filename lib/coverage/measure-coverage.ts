import { CHANNELS, type Channel } from '../corpus/evidence/channel.ts';
import { byEffort, compareEffort } from '../corpus/evidence/compare-effort.ts';
import type { Evidence } from '../corpus/evidence/evidence.ts';
import { isObservable } from '../corpus/evidence/is-observable.ts';
import { restsOn } from '../corpus/evidence/rests-on.ts';
import { type Counter, counter } from '../corpus/lists/counter.ts';
import { evidenceOf } from '../corpus/lookup/evidence-of.ts';
import { ratedLower } from '../corpus/lookup/rated-lower.ts';
import { CATEGORY_TITLES } from '../corpus/lookup/stanza-groups.ts';
import { memoizeBy } from '../corpus/memoize-by.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Fact, FactKind } from '../corpus/model/fact.ts';
import { countParts } from '../corpus/parts/count-parts.ts';
import { clientsOf } from '../corpus/sources/clients-of.ts';
import { type FactOwner, KINDS } from '../schema/kinds.ts';
import type { Category, Confidence } from '../schema/types.generated.ts';
import { compareText } from '../text/compare-text.ts';
import type { Coverage, CoverageRow, GridRow, NextStep, Raisable } from './coverage.ts';
import { measureChecks } from './measure-checks.ts';
import { surfaceOf } from './surface-of.ts';

const FACT_TITLES: Readonly<Record<FactKind, string>> = {
  attribute: 'Attributes',
  child: 'Children',
  content: 'Contents',
  choice: 'Choices',
  value: 'Enum values',
  step: 'Steps',
  requirement: 'Requirements',
  field: 'Fields of layouts',
  procedure: 'Steps of procedures',
};

const CHANNEL_TITLES: Readonly<Record<Channel, string>> = {
  wire: 'On the wire',
  runtime: 'In the running application',
  code: 'In its code',
};

/** The category of what shared nodes hold: their users may be of several. */
const SHARED = 'shared';

/** Where the facts are counted that no stanza and no shared node holds. */
const APART: {
  readonly [K in FactOwner]?: {
    readonly all: 'enumValues' | 'steps' | 'statements';
    readonly each: 'enums' | 'flows' | 'parts';
  };
} = {
  enum: { all: 'enumValues', each: 'enums' },
  flow: { all: 'steps', each: 'flows' },
  part: { all: 'statements', each: 'parts' },
};

/** Measures how far a spec is confirmed, in one pass over its facts, once for all pages that show some of it. */
export const measureCoverage: (corpus: Corpus) => Coverage = memoizeBy(measure);

function measure(corpus: Corpus): Coverage {
  const { definitions } = corpus;
  const counted = countFacts(corpus);
  const byStanza = counted.stanzas.rows((id) => definitions.stanza.get(id)?.data.display_name);
  const byNode = counted.nodes.rows((id) => definitions.node.get(id)?.data.display_name);
  const listening = techniquesByChannel(corpus);
  const questions = questionsByTechnique(corpus);
  return {
    all: counted.all.tally(),
    stanzaFacts: counted.stanzaFacts.tally(),
    enumValues: counted.enumValues.tally(),
    steps: counted.steps.tally(),
    statements: counted.statements.tally(),
    parts: countParts(corpus),
    byKind: counted.kinds.rows((id) => FACT_TITLES[id]),
    byStanza,
    byNode,
    byEnum: counted.enums.rows((id) => definitions.enum.get(id)?.data.title),
    byFlow: counted.flows.rows((id) => definitions.flow.get(id)?.data.title),
    byPart: counted.parts.rows((id) => definitions.part.get(id)?.data.title),
    byCategory: counted.categories.rows((id) =>
      id === SHARED ? 'Shared nodes' : CATEGORY_TITLES[id as Category],
    ),
    byTechnique: counted.techniques
      .rows((id) => definitions.technique.get(id)?.data.title)
      .map((row) => ({ ...row, sourced: counted.sourced.get(row.id) ?? 0 })),
    byChannel: counted.channels.rows((id) => CHANNEL_TITLES[id]),
    byFlavor: counted.flavors.rows((id) => definitions.flavor.get(id)?.data.name),
    surface: surfaceOf(corpus),
    grid: [
      ...byStanza.map((row) => ({ kind: 'stanza' as const, ...row })),
      ...byNode.map((row) => ({ kind: 'node' as const, ...row })),
    ].map(({ kind, id, title, facts }): GridRow => {
      const row = counted.grid.get(`${kind} ${id}`);
      return {
        kind,
        id,
        title,
        facts,
        cells: CHANNELS.map((channel) => {
          const n = row?.cells.get(channel) ?? 0;
          if (n > 0) return { channel, facts: n, fill: [], confirms: 0 };
          const asking = (technique: string): number => questions.get(`${kind} ${id} ${technique}`) ?? 0;
          const fill = (listening.get(channel) ?? []).toSorted(
            (a, b) => compareEffort(corpus, a, b) || asking(b) - asking(a),
          );
          return { channel, facts: 0, fill, confirms: row?.confirms.get(channel) ?? 0 };
        }),
        flavors: row?.flavors ?? 0,
      };
    }),
    next: nextSteps(corpus, listening, counted.confirmable),
    raisable: counted.raisable,
    checks: measureChecks(corpus),
    unwritten: corpus.facts.filter(isUnwritten).map(({ path }) => path),
  };
}

/** The facts of a stanza or shared node by channel. */
interface GridCounts {
  readonly cells: Map<Channel, number>;
  readonly confirms: Map<Channel, number>;
  flavors: number;
}

function countFacts(corpus: Corpus) {
  const { definitions } = corpus;
  const counts = {
    all: counter(),
    stanzaFacts: counter(),
    enumValues: counter(),
    steps: counter(),
    statements: counter(),
    kinds: counters<FactKind>(Object.keys(FACT_TITLES) as FactKind[]),
    categories: counters<string>(Object.keys(CATEGORY_TITLES)),
    stanzas: counters<string>([...definitions.stanza.keys()]),
    nodes: counters<string>([...definitions.node.keys()]),
    enums: counters<string>([...definitions.enum.keys()]),
    flows: counters<string>([...definitions.flow.keys()]),
    parts: counters<string>([...definitions.part.keys()]),
    techniques: counters<string>([...corpus.techniques.keys()].sort(compareText)),
    flavors: counters<string>([...definitions.flavor.keys()]),
    channels: counters<Channel>(CHANNELS),
    /** How many facts have a source for each technique. */
    sourced: new Map<string, number>(),
    grid: new Map<string, GridCounts>(),
    /** How many facts one more source on each channel would confirm. */
    confirmable: new Map<Channel, number>(),
    raisable: [] as Raisable[],
  };
  for (const fact of corpus.facts) {
    const evidence = evidenceOf(fact, corpus);
    const { confidence, owner } = fact;
    counts.all.add(confidence);
    counts.kinds.add(fact.kind, confidence);
    const resting = restsOn(fact, corpus);
    for (const id of resting.techniques) counts.techniques.add(id, confidence);
    for (const id of evidence.served) bump(counts.sourced, id);
    for (const id of resting.flavors) counts.flavors.add(id, confidence);
    for (const id of evidence.channels) counts.channels.add(id, confidence);
    const reason = ratedLower(fact, evidence);
    if (reason !== undefined) {
      const { supports: carries } = evidence;
      const why = reason === '' ? {} : { reason };
      const { path, ownerKind } = fact;
      counts.raisable.push({ path, kind: ownerKind, owner, claims: confidence, carries, ...why });
    }
    const confirming = confirmingChannels(fact, evidence, corpus);
    for (const channel of confirming) bump(counts.confirmable, channel);
    const apart = APART[fact.ownerKind];
    if (apart !== undefined) {
      counts[apart.all].add(confidence);
      counts[apart.each].add(owner, confidence);
      continue;
    }
    counts.stanzaFacts.add(confidence);
    counts[fact.ownerKind === 'node' ? 'nodes' : 'stanzas'].add(owner, confidence);
    const category = fact.ownerKind === 'node' ? SHARED : definitions.stanza.get(owner)?.data.category;
    if (category !== undefined) counts.categories.add(category, confidence);
    const key = `${fact.ownerKind} ${owner}`;
    const row = counts.grid.get(key) ?? { cells: new Map(), confirms: new Map(), flavors: 0 };
    counts.grid.set(key, row);
    for (const channel of evidence.channels) bump(row.cells, channel);
    for (const channel of confirming) bump(row.confirms, channel);
    if (evidence.families.length > 0) row.flavors += 1;
  }
  return counts;
}

/** The channels on which one source would confirm a fact that has evidence on exactly one other. */
export function confirmingChannels(
  fact: Fact,
  { confirming }: Pick<Evidence, 'confirming'>,
  corpus: Corpus,
): readonly Channel[] {
  if (confirming.length !== 1) return [];
  return CHANNELS.filter(
    (channel) => !confirming.includes(channel) && (channel === 'code' || isObservable(fact, corpus)),
  );
}

const bump = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** How many open questions of a definition ask for each technique, by `<kind> <id> <technique>`. */
function questionsByTechnique({ questions }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, owner, status, asks } of questions) {
    if (status !== 'open') continue;
    for (const id of asks) bump(counts, `${kind} ${owner} ${id}`);
  }
  return counts;
}

/**
 * Whether a client reads a fact and none writes it. What the server writes, clients only read. A step is sent by the
 * participant that it names, and a part speaks of nothing that is written.
 */
function isUnwritten(fact: Fact): boolean {
  if (KINDS[fact.ownerKind].facts === '#') return false;
  const { writes, reads } = clientsOf(fact);
  return reads.length > 0 && writes.length === 0 && !fact.writtenBy.includes('server');
}

interface Counters<Id extends string> {
  add(id: Id, confidence: Confidence): void;
  /** One row for each id, in the given order; ids that were not given come last. */
  rows(title: (id: Id) => string | undefined): CoverageRow<Id>[];
}

function counters<Id extends string>(ids: readonly Id[]): Counters<Id> {
  const all = new Map<Id, Counter>(ids.map((id) => [id, counter()]));
  return {
    add(id, confidence) {
      let one = all.get(id);
      if (one === undefined) {
        one = counter();
        all.set(id, one);
      }
      one.add(confidence);
    },
    rows: (title) => [...all].map(([id, one]) => ({ id, title: title(id) ?? id, ...one.tally() })),
  };
}

function techniquesByChannel(corpus: Corpus): ReadonlyMap<Channel, readonly string[]> {
  const lists = new Map<Channel, string[]>(CHANNELS.map((channel) => [channel, []]));
  for (const id of byEffort(corpus)) {
    const channel = corpus.techniques.get(id)?.channel;
    if (channel !== undefined) lists.get(channel)?.push(id);
  }
  return lists;
}

function nextSteps(
  corpus: Corpus,
  listening: ReadonlyMap<Channel, readonly string[]>,
  confirmable: ReadonlyMap<Channel, number>,
): NextStep[] {
  return [...listening]
    .flatMap(([channel, ids]) =>
      ids.map((technique) => ({ technique, channel, confirms: confirmable.get(channel) ?? 0 })),
    )
    .filter(({ confirms }) => confirms > 0)
    .sort(
      (a, b) =>
        compareEffort(corpus, a.technique, b.technique) ||
        b.confirms - a.confirms ||
        compareText(a.technique, b.technique),
    );
}
