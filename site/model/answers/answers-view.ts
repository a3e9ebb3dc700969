import { type Answer, answersTo, type Reply } from '../../../lib/corpus/answers/answers-to.ts';
import { withinWords } from '../../../lib/corpus/answers/within-words.ts';
import { openDisputes } from '../../../lib/corpus/disputes/open-disputes.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { type EchoPiece, echoWords } from '../../../lib/corpus/steps/echo-words.ts';
import { stanzasOfStep } from '../../../lib/corpus/steps/stanzas-of-step.ts';
import type { Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { firstSentence } from '../text/first-sentence.ts';

/** What must come back for a stanza. */
export interface AnswerView {
  readonly when: 'received' | 'sent';
  /** What is sent, as its flow says; it leads to the step. */
  readonly what: Ref;
  /** The stanzas of which it is one. */
  readonly stanzas: readonly Ref[];
  readonly with: string | undefined;
  readonly echoes: readonly EchoPiece[];
  /** The time, as `within 1 s`; undefined where it is not known. */
  readonly within: string | undefined;
  /** What happens without it: the sentence and the requirement that says so. */
  readonly otherwise: readonly { readonly text: Prose; readonly rule: Ref }[];
  /** What it is answered with in turn. */
  readonly next: Ref | undefined;
  readonly confidence: Confidence;
  /** Whether calls also happen without it, and how many open disputes deny it. */
  readonly optional: boolean;
  readonly disputes: number;
}

/** What else answers it in a call. */
export interface ReplyView {
  readonly stanzas: readonly Ref[];
  readonly within: string | undefined;
  /** The first step that says so, by who sends it to whom. */
  readonly step: Ref;
}

/** An error by which it can be refused. */
export interface ErrorView {
  readonly value: Ref;
  readonly confidence: Confidence;
  readonly meaning: Prose;
  /** What to do; undefined where that is not known. */
  readonly remedy: Prose | undefined;
}

/** How a stanza is answered, as its page says it. */
export interface AnswersView {
  readonly answers: readonly AnswerView[];
  readonly replies: readonly ReplyView[];
  readonly errors: readonly ErrorView[];
  /** Of an envelope: the stanzas in it that are answered in another way, and how. */
  readonly exceptions: readonly { readonly stanzas: readonly Ref[]; readonly what: Ref }[];
  /** What it answers itself, by the steps that say so. */
  readonly answered: readonly Ref[];
}

/** How a stanza is answered; undefined in a spec whose flows give no rules and where nothing answers it. */
export function answersView(corpus: Corpus, links: Links, stanza: string): AnswersView | undefined {
  const { answers, replies, errors, exceptions, answered } = answersTo(corpus, stanza);
  const isSilent = answers.length + replies.length + errors.length === 0;
  if (isSilent && ![...corpus.definitions.flow.values()].some(({ data }) => data.rules === true))
    return undefined;
  return {
    answers: answers.map((one) => answerView(one, corpus, links)),
    replies: replies.map((one) => replyView(one, corpus, links)),
    errors: errors.map((fact) => errorView(fact, links)),
    exceptions: exceptions.map(({ stanzas, answer: { flow, step, index } }) => ({
      stanzas: stanzas.map((id) => stanzaRef(id, corpus, links)),
      what: { text: step.label, href: links.step(flow, step, index) },
    })),
    answered: answered.map(({ flow, step, index }) => ({
      text: step.label,
      href: links.step(flow, step, index),
    })),
  };
}

const stanzaRef = (id: string, corpus: Corpus, links: Links): Ref => ({
  text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
  href: links.definition('stanza', id),
});

export function answerView(
  { when, answer, within, consequences, next }: Answer,
  corpus: Corpus,
  links: Links,
): AnswerView {
  const { flow, step, index, fact } = answer;
  return {
    when,
    what: { text: step.label, href: links.step(flow, step, index) },
    stanzas: stanzasOfStep(step).map((id) => stanzaRef(id, corpus, links)),
    with: step.with,
    echoes: echoWords(step.echoes, ''),
    within: within && withinWords(within, corpus),
    otherwise: consequences.map((rule) => ({
      text: rule.requirement?.consequence ?? '',
      rule: { text: rule.anchor, href: links.fact(rule) },
    })),
    next: next && { text: next.step.label, href: links.step(next.flow, next.step, next.index) },
    confidence: fact.confidence,
    optional: step.optional === true,
    disputes: openDisputes([fact], corpus),
  };
}

function replyView({ stanzas, steps, within }: Reply, corpus: Corpus, links: Links): ReplyView {
  const first = steps.find(({ step }) => step.within === within) ?? steps[0];
  const flow = first === undefined ? undefined : corpus.definitions.flow.get(first.flow);
  const label = (id = ''): string => flow?.data.participants.find((one) => one.id === id)?.label ?? id;
  return {
    stanzas: stanzas.map((id) => stanzaRef(id, corpus, links)),
    within: within && withinWords(within, corpus),
    step: {
      text: `${label(first?.step.from)} to ${label(first?.step.to)}`,
      href: first === undefined ? undefined : links.step(first.flow, first.step, first.index),
    },
  };
}

const errorView = (fact: Fact, links: Links): ErrorView => ({
  value: { text: fact.name, href: links.fact(fact) },
  confidence: fact.confidence,
  meaning: firstSentence(fact.description),
  remedy: fact.remedy,
});
