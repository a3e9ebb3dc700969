import { parse } from '../../../lib/capture/parse/parse.ts';
import { matchedRecords } from '../../../lib/capture/review/match-capture.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { legOf } from '../../../lib/corpus/match/leg.ts';
import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { buildNode } from './build-node.ts';

/** A stanza that others are made from. */
export interface StockStanza {
  readonly root: CapturedNode;
  /** Where it comes from; what was recorded is preferred. */
  readonly origin: 'recorded' | 'example' | 'built';
}

/** What a corpus has of a stanza in a direction: recorded stanzas, else its examples, else the least that it may be. */
export function stanzaStock(corpus: Corpus, stanza: string, direction: OneWay): readonly StockStanza[] {
  const stock = stockOf(corpus);
  const key = `${stanza} ${direction}`;
  let found = stock.found.get(key);
  if (found === undefined) {
    const recorded = stock.recorded.get(key) ?? [];
    found = recorded.length > 0 ? recorded : madeUp(corpus, stanza, direction);
    stock.found.set(key, found);
  }
  return found;
}

const stockOf = memoizeBy(
  (corpus: Corpus): { recorded: Map<string, StockStanza[]>; found: Map<string, readonly StockStanza[]> } => {
    const recorded = new Map<string, StockStanza[]>();
    for (const [id, records] of matchedRecords(corpus)) {
      if (corpus.definitions.capture.get(id)?.data.trace === undefined) continue;
      for (const { root, review } of records) {
        const { stanza, direction, notEvidence, verdicts } = review;
        if (stanza === undefined || direction === undefined || notEvidence !== undefined) continue;
        if (verdicts.some(({ verdict }) => verdict === 'contradicts')) continue;
        const key = `${stanza} ${direction}`;
        recorded.set(key, [...(recorded.get(key) ?? []), { root, origin: 'recorded' }]);
      }
    }
    return { recorded, found: new Map() };
  },
);

function madeUp(corpus: Corpus, id: string, direction: OneWay): readonly StockStanza[] {
  const data = corpus.definitions.stanza.get(id)?.data;
  const defined = corpus.nodeOf.stanza.get(id);
  const leg = legOf(direction);
  if (data === undefined || defined === undefined || leg === undefined) return [];
  const examples = (data.examples ?? []).flatMap((example): StockStanza[] => {
    if (example.format === 'hex' || (example.leg !== undefined && example.leg !== leg)) return [];
    const [read] = parse(example.body, { form: example.format }).stanzas;
    return read === undefined ? [] : [{ root: read.root, origin: 'example' }];
  });
  const built = buildNode(data.tag, defined, leg, corpus);
  const attributes = (data.match?.attributes ?? []).map(({ name, values }) => ({
    name,
    value: values[0] ?? '',
    cut: false,
  }));
  const named = new Set(attributes.map(({ name }) => name));
  const root = {
    ...built,
    attributes: [...attributes, ...built.attributes.filter(({ name }) => !named.has(name))],
  };
  return [...examples, { root, origin: 'built' }];
}
