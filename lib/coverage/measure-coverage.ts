import type { Corpus } from '../corpus/corpus.ts';
import { type Channel, carriedBy, type Evidence } from '../corpus/evidence.ts';
import type { Fact, FactKind } from '../corpus/fact.ts';
import { compareText } from '../findings/compare-text.ts';
import type { Category, Confidence } from '../schema/types.generated.ts';
import {
  CHANNELS,
  CONFIDENCES,
  type Coverage,
  type CoverageRow,
  type GridRow,
  type NextStep,
  type Raisable,
} from './coverage.ts';
import { surfaceOf } from './surface-of.ts';
import { type Counter, counter } from './tally.ts';

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
  const kinds = counters<FactKind>(Object.keys(KINDS) as FactKind[]);
  const categories = counters<string>(Object.keys(CATEGORIES));
  const stanzas = counters<string>([...corpus.definitions.stanza.keys()]);
  const enums = counters<string>([...corpus.definitions.enum.keys()]);
  const techniques = counters<string>([...corpus.techniques.keys()].sort(compareText));
  const flavors = counters<string>([...corpus.definitions.flavor.keys()]);
  const channels = counters<Channel>(CHANNELS);
  const grid = new Map<string, { cells: Map<Channel, number>; flavors: number }>();
  const confirmable = new Map<Channel, number>();
  const raisable: Raisable[] = [];

  for (const fact of corpus.facts) {
    const evidence = carriedBy(fact, corpus);
    const { confidence, kind, owner } = fact;
    all.add(confidence);
    kinds.add(kind, confidence);
    for (const id of evidence.techniques) techniques.add(id, confidence);
    for (const id of evidence.flavors) flavors.add(id, confidence);
    for (const id of evidence.channels) channels.add(id, confidence);
    if (canRise(fact, evidence)) {
      raisable.push({ path: fact.path, owner, claims: confidence, carries: evidence.carries });
    }
    const [only, ...more] = evidence.channels;
    if (only !== undefined && more.length === 0) confirmable.set(only, (confirmable.get(only) ?? 0) + 1);
    if (kind === 'value') {
      enums.add(owner, confidence);
      continue;
    }
    stanzas.add(owner, confidence);
    const category = corpus.definitions.stanza.get(owner)?.data.category;
    if (category !== undefined) categories.add(category, confidence);
    const row = grid.get(owner) ?? { cells: new Map<Channel, number>(), flavors: 0 };
    grid.set(owner, row);
    for (const id of evidence.channels) row.cells.set(id, (row.cells.get(id) ?? 0) + 1);
    if (evidence.flavors.length > 0) row.flavors += 1;
  }

  const listening = techniquesByChannel(corpus);
  const byStanza = stanzas.rows((id) => corpus.definitions.stanza.get(id)?.data.display_name);
  return {
    all: all.tally(),
    byKind: kinds.rows((id) => KINDS[id]),
    byStanza,
    byEnum: enums.rows((id) => corpus.definitions.enum.get(id)?.data.title),
    byCategory: categories.rows((id) => CATEGORIES[id as Category]),
    byTechnique: techniques.rows((id) => corpus.definitions.technique.get(id)?.data.title),
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
          return { channel, facts: n, fill: n === 0 ? (listening.get(channel) ?? []) : [] };
        }),
        flavors: row?.flavors ?? 0,
      };
    }),
    next: nextSteps(listening, confirmable),
    raisable,
  };
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
  for (const { id, channel } of corpus.techniques.values()) {
    if (channel !== undefined) lists.get(channel)?.push(id);
  }
  for (const list of lists.values()) list.sort(compareText);
  return lists;
}

function nextSteps(
  listening: ReadonlyMap<Channel, readonly string[]>,
  confirmable: ReadonlyMap<Channel, number>,
): NextStep[] {
  const total = [...confirmable.values()].reduce((sum, n) => sum + n, 0);
  return [...listening]
    .flatMap(([channel, ids]) =>
      ids.map((technique) => ({ technique, channel, confirms: total - (confirmable.get(channel) ?? 0) })),
    )
    .filter(({ confirms }) => confirms > 0)
    .sort((a, b) => b.confirms - a.confirms || compareText(a.technique, b.technique));
}
