import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import type { Spec } from '../../schema/types.generated.ts';
import { captureRecords } from '../captures/capture-records.ts';
import { openDisputes } from '../disputes/open-disputes.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { isImplementation } from '../sources/is-implementation.ts';
import { countConfidences } from './counter.ts';
import { type QuestionList, questionList } from './question-list.ts';
import type { Tally } from './tally.ts';

/** The spec as a whole, in numbers. */
export interface Overview {
  readonly spec: Spec;
  /** How many definitions there are of each kind. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** The same as lists and figures say it: extracts and descriptions are no implementations. */
  readonly named: Readonly<Record<Kind, number>>;
  /** How many stanzas were captured: the records of all captures that were not made up. */
  readonly captured: number;
  readonly facts: Tally;
  /** The facts of stanzas and shared nodes alone. */
  readonly stanzaFacts: Tally;
  readonly questions: Pick<QuestionList, 'open' | 'resolved'>;
  readonly openDisputes: number;
}

/** The overview of a corpus, counted once: the frame of every page shows some of it. */
export const overview = memoizeBy((corpus: Corpus): Overview => {
  const { open, resolved } = questionList(corpus);
  const counts = Object.fromEntries(
    KIND_NAMES.map((kind) => [kind, corpus.definitions[kind].size]),
  ) as Record<Kind, number>;
  const implementations = [...corpus.definitions.flavor.keys()].filter((id) => isImplementation(id, corpus));
  const captured = [...corpus.definitions.capture.values()].filter(({ data }) => data.kind !== 'synthetic');
  return {
    spec: corpus.spec,
    counts,
    named: { ...counts, flavor: implementations.length },
    captured: captured.reduce((sum, { data }) => sum + captureRecords(data).length, 0),
    facts: countConfidences(corpus.facts),
    stanzaFacts: countConfidences(corpus.facts.filter(({ ownerKind }) => KINDS[ownerKind].facts === ':')),
    questions: { open, resolved },
    openDisputes: openDisputes(corpus.facts, corpus),
  };
});
