import type { Kind } from '../../../schema/kinds.ts';
import type { Pointer } from '../../../source/mark.ts';
import { ownedFacts } from '../../facts/owned-facts.ts';
import { memoizeBy } from '../../memoize-by.ts';
import type { Corpus, Entry } from '../../model/corpus.ts';
import { sourcesInParts } from '../../parts/sources-in-parts.ts';
import { parseSource, placeOf } from '../source-ref.ts';
import { namesOfFact } from './names-of-fact.ts';

/** A place in code that something in the spec names as its source. */
export interface CodeCitation {
  readonly entry: Entry<Kind>;
  readonly pointer: Pointer;
  /** The place without a word behind it. */
  readonly place: string;
  readonly flavor: string;
  readonly path: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** One of these is expected there. Empty where nothing is: a dispute may say that there is no such name. */
  readonly names: readonly string[];
  /** The path of the fact that rests on it, if it is a fact. */
  readonly fact: string | undefined;
}

/** Every place in code that a corpus cites: for facts, their legs and times, disputes, questions and the ledger. */
export const codeCitations = memoizeBy((corpus: Corpus): readonly CodeCitation[] => [...citationsOf(corpus)]);

function* citationsOf(corpus: Corpus): Generator<CodeCitation> {
  function* each(
    entry: Entry<Kind>,
    sources: readonly string[] | undefined,
    at: Pointer,
    { names = [], fact }: { names?: readonly string[]; fact?: string } = {},
  ): Generator<CodeCitation> {
    for (const [i, source] of (sources ?? []).entries()) {
      const ref = parseSource(source);
      if (ref.kind !== 'flavor') continue;
      const { flavor, path, from, to } = ref;
      yield { entry, pointer: [...at, i], place: placeOf(source), flavor, path, from, to, names, fact };
    }
  }
  for (const { entry, facts } of ownedFacts(corpus)) {
    for (const fact of facts) {
      const shows = { names: namesOfFact(fact, corpus), fact: fact.path };
      yield* each(entry, fact.provenance.sources, [...fact.pointer, 'provenance', 'sources'], shows);
      for (const leg of ['sent', 'delivered'] as const) {
        const said = fact[leg];
        if (typeof said !== 'object') continue;
        const at = [...fact.pointer, leg, 'provenance', 'sources'];
        // The source of a leg without the thing need not name it.
        const here = said.presence === 'never' ? { fact: fact.path } : shows;
        yield* each(entry, said.provenance?.sources, at, here);
      }
      const ofTime = fact.step?.within?.provenance.sources;
      yield* each(entry, ofTime, [...fact.pointer, 'within', 'provenance', 'sources']);
      for (const [i, { sources }] of fact.disputes.entries()) {
        yield* each(entry, sources, [...fact.pointer, 'disputes', i, 'sources']);
      }
    }
  }
  for (const { entry, pointer, sources } of sourcesInParts(corpus)) yield* each(entry, sources, pointer);
  for (const { kind, owner, sources, pointer } of corpus.questions) {
    const entry = corpus.definitions[kind].get(owner);
    if (entry !== undefined) yield* each(entry, sources, [...pointer, 'sources']);
  }
  for (const entry of corpus.definitions.ledger.values()) {
    for (const [i, { name, sources }] of entry.data.names.entries()) {
      yield* each(entry, sources, ['names', i, 'sources'], { names: [name] });
    }
  }
}
