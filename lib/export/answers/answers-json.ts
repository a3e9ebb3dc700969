import { answersTo } from '../../corpus/answers/answers-to.ts';
import { openDisputes } from '../../corpus/disputes/open-disputes.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { stanzasOfStep } from '../../corpus/steps/stanzas-of-step.ts';
import type { Step, Within } from '../../schema/types.generated.ts';

/** Where facts and steps are shown. */
export interface AnswerAddresses {
  fact(fact: Fact): string;
  step(flow: string, step: Step, index: number): string;
}

/** A limit, or the longest time that was seen where no limit is known. */
interface TimeJson {
  readonly within_ms?: number;
  readonly seen_within_ms?: number;
}

/** How a stanza is answered, as exported. Keys that are not known are absent. */
export interface AnswersJson {
  readonly required: readonly ({
    readonly when: 'received' | 'sent';
    readonly label: string;
    readonly stanzas: readonly string[];
    readonly with?: string;
    readonly echoes: NonNullable<Step['echoes']>;
    readonly otherwise: readonly { readonly path: string; readonly text: string }[];
    readonly confidence: string;
    /** Whether an open dispute denies it. */
    readonly disputed?: boolean;
    readonly path: string;
    readonly url: string;
  } & TimeJson)[];
  readonly in_calls: readonly ({
    readonly stanzas: readonly string[];
    readonly steps: readonly string[];
  } & TimeJson)[];
  readonly errors: readonly {
    readonly value: string;
    readonly path: string;
    readonly confidence: string;
    readonly meaning: string;
    readonly remedy?: string;
  }[];
  /** Of an envelope: the stanzas in it for which a client sends something else. */
  readonly answered_otherwise?: readonly {
    readonly stanzas: readonly string[];
    readonly label: string;
    readonly path: string;
  }[];
}

/** How a stanza is answered; undefined where nothing is known of it. */
export function answersJson(
  corpus: Corpus,
  stanza: string,
  addresses: AnswerAddresses,
): AnswersJson | undefined {
  const { answers, replies, errors, exceptions } = answersTo(corpus, stanza);
  if (answers.length + replies.length + errors.length === 0) return undefined;
  return {
    required: answers.map(({ when, answer: { flow, step, index, fact }, within, consequences }) => ({
      when,
      label: step.label,
      stanzas: stanzasOfStep(step),
      ...(step.with === undefined ? {} : { with: step.with }),
      echoes: step.echoes ?? [],
      ...timeJson(within),
      otherwise: consequences.map(({ path, requirement }) => ({
        path,
        text: requirement?.consequence ?? '',
      })),
      confidence: fact.confidence,
      ...(openDisputes([fact], corpus) > 0 ? { disputed: true } : {}),
      path: fact.path,
      url: addresses.step(flow, step, index),
    })),
    in_calls: replies.map(({ stanzas, within, steps }) => ({
      stanzas,
      ...timeJson(within),
      steps: steps.map(({ fact }) => fact.path),
    })),
    errors: errors.map(({ name, path, confidence, description, remedy }) => ({
      value: name,
      path,
      confidence,
      meaning: description,
      ...(remedy === undefined ? {} : { remedy }),
    })),
    ...(exceptions.length === 0
      ? {}
      : {
          answered_otherwise: exceptions.map(({ stanzas, answer: { step, fact } }) => ({
            stanzas,
            label: step.label,
            path: fact.path,
          })),
        }),
  };
}

function timeJson(within: Within | undefined): TimeJson {
  if (within === undefined) return {};
  const { ms, seen_ms: seen } = within;
  return seen === undefined ? { within_ms: ms } : { seen_within_ms: seen };
}
