import { byEffort, compareEffort } from '../corpus/evidence/compare-effort.ts';
import { type Channel, carriedBy, type Evidence } from '../corpus/evidence/evidence.ts';
import { restsOn } from '../corpus/evidence/evidence-index.ts';
import { isObservable } from '../corpus/evidence/is-observable.ts';
import { CONFIDENCES } from '../corpus/model/confidences.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Fact, FactKind } from '../corpus/model/fact.ts';
import type { Category, Confidence } from '../schema/types.generated.ts';
import { compareText } from '../text/compare-text.ts';
import { type Counter, counter } from './counter.ts';
import {
  CHANNELS,
  type Coverage,
  type CoverageRow,
  type GridRow,
  type NextStep,
  type Raisable,
} from './coverage.ts';
import { surfaceOf } from './surface-of.ts';

const KINDS: Readonly<Record<FactKind, string>> = {
  attribute: 'Attributes',
  child: 'Children',
  content: 'Contents',
  value: 'Enum values',
};

const CHANNEL_TITLES: Readonly<Record<Channel, string>> = {
  wire: 'On the wire',
  runtime: 'In the running application',
  code: 'In its code',
};

const CATEGORIES: Readonly<Record<Category, string>> = {
  signaling: 'Signaling',
  keying: 'Keying',
  media: 'Media',
  transport: 'Transport',
};

/** Says how far a spec is confirmed: one walk over its facts. */
export function measureCoverage(corpus: Corpus): Coverage {
  const all = counter();
  const stanzaFacts = counter();
  const enumValues = counter();
  const kinds = counters<FactKind>(Object.keys(KINDS) as FactKind[]);
  const categories = counters<string>(Object.keys(CATEGORIES));
  const stanzas = counters<string>([...corpus.definitions.stanza.keys()]);
  const enums = counters<string>([...corpus.definitions.enum.keys()]);
  const techniques = counters<string>([...corpus.techniques.keys()].sort(compareText));
  const sourced = new Map<string, number>();
  const flavors = counters<string>([...corpus.definitions.flavor.keys()]);
  const channels = counters<Channel>(CHANNELS);
  const grid = new Map<
    string,
    { cells: Map<Channel, number>; confirms: Map<Channel, number>; flavors: number }
  >();
  const confirmable = new Map<Channel, number>();
  const raisable: Raisable[] = [];

  for (const fact of corpus.facts) {
    const evidence = carriedBy(fact, corpus);
    const { confidence, kind, owner } = fact;
    all.add(confidence);
    kinds.add(kind, confidence);
    const resting = restsOn(fact, corpus);
    for (const id of resting.techniques) techniques.add(id, confidence);
    for (const id of evidence.served) sourced.set(id, (sourced.get(id) ?? 0) + 1);
    for (const id of resting.flavors) flavors.add(id, confidence);
    for (const id of evidence.channels) channels.add(id, confidence);
    if (canRise(fact, evidence)) {
      raisable.push({ path: fact.path, owner, claims: confidence, carries: evidence.carries });
    }
    const open = confirming(fact, evidence, corpus);
    for (const channel of open) bump(confirmable, channel);
    if (kind === 'value') {
      enumValues.add(confidence);
      enums.add(owner, confidence);
      continue;
    }
    stanzaFacts.add(confidence);
    stanzas.add(owner, confidence);
    const category = corpus.definitions.stanza.get(owner)?.data.category;
    if (category !== undefined) categories.add(category, confidence);
    const row = grid.get(owner) ?? {
      cells: new Map<Channel, number>(),
      confirms: new Map<Channel, number>(),
      flavors: 0,
    };
    grid.set(owner, row);
    for (const channel of evidence.channels) bump(row.cells, channel);
    for (const channel of open) bump(row.confirms, channel);
    if (evidence.families.length > 0) row.flavors += 1;
  }

  const listening = techniquesByChannel(corpus);
  const asked = askedOf(corpus);
  const byStanza = stanzas.rows((id) => corpus.definitions.stanza.get(id)?.data.display_name);
  return {
    all: all.tally(),
    stanzaFacts: stanzaFacts.tally(),
    enumValues: enumValues.tally(),
    byKind: kinds.rows((id) => KINDS[id]),
    byStanza,
    byEnum: enums.rows((id) => corpus.definitions.enum.get(id)?.data.title),
    byCategory: categories.rows((id) => CATEGORIES[id as Category]),
    byTechnique: techniques
      .rows((id) => corpus.definitions.technique.get(id)?.data.title)
      .map((row) => ({ ...row, sourced: sourced.get(row.id) ?? 0 })),
    byChannel: channels.rows((id) => CHANNEL_TITLES[id]),
    byFlavor: flavors.rows((id) => corpus.definitions.flavor.get(id)?.data.name),
    surface: surfaceOf(corpus),
    grid: byStanza.map(({ id, title, facts }): GridRow => {
      const row = grid.get(id);
      return {
        id,
        title,
        facts,
        cells: CHANNELS.map((channel) => {
          const n = row?.cells.get(channel) ?? 0;
          if (n > 0) return { channel, facts: n, fill: [], confirms: 0 };
          const questions = (technique: string): number => asked.get(`${id} ${technique}`) ?? 0;
          const fill = (listening.get(channel) ?? []).toSorted(
            (a, b) => compareEffort(corpus, a, b) || questions(b) - questions(a),
          );
          return { channel, facts: 0, fill, confirms: row?.confirms.get(channel) ?? 0 };
        }),
        flavors: row?.flavors ?? 0,
      };
    }),
    next: nextSteps(corpus, listening, confirmable),
    raisable,
  };
}

/** The channels of which one source would confirm a fact: those that its only channel leaves, if they can show it. */
function confirming(fact: Fact, { channels }: Evidence, corpus: Corpus): Channel[] {
  if (channels.length !== 1) return [];
  return CHANNELS.filter(
    (channel) => !channels.includes(channel) && (channel === 'code' || isObservable(fact, corpus)),
  );
}

const bump = (counts: Map<Channel, number>, channel: Channel): void =>
  void counts.set(channel, (counts.get(channel) ?? 0) + 1);

// How many open questions of each stanza ask for each technique.
function askedOf({ questions }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, owner, status, asks } of questions) {
    if (kind !== 'stanza' || status !== 'open') continue;
    for (const id of asks) counts.set(`${owner} ${id}`, (counts.get(`${owner} ${id}`) ?? 0) + 1);
  }
  return counts;
}

// The evidence never carries `speculative`: who reasons instead of observing may claim it of anything.
const canRise = ({ confidence }: Fact, { carries }: Evidence): boolean =>
  carries !== 'unknown' && CONFIDENCES.indexOf(carries) < CONFIDENCES.indexOf(confidence);

interface Counters<Id extends string> {
  add(id: Id, confidence: Confidence): void;
  /** One row for each id, in their order; ids that turned up later come last. */
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
