import type { Flow, Step, Within } from '../../schema/types.generated.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { requirementsAbout } from '../parts/requirements-about.ts';
import { stanzasOfStep } from '../steps/stanzas-of-step.ts';
import { longestTime } from './longest-time.ts';

/** A step of a flow, by its place. */
export interface StepOfFlow {
  readonly flow: string;
  readonly step: Step;
  /** From 0. */
  readonly index: number;
  readonly fact: Fact;
}

/** What must come back for a stanza, as a flow of rules says. */
export interface Answer {
  /** `received`: a client sends it when it gets the stanza. `sent`: a client gets it when it sent the stanza. */
  readonly when: 'received' | 'sent';
  readonly answer: StepOfFlow;
  /**
   * The time in which it comes: the longest that a flow of a whole call gives for this stanza, which is more
   * special than a rule about many, or else what the rule gives; undefined where neither is known.
   */
  readonly within: Within | undefined;
  /** The requirements about the answer. */
  readonly rules: readonly Fact[];
  /** What happens without it, as those requirements say. */
  readonly consequences: readonly Fact[];
  /** What a client sends back for it; undefined if it sends nothing. */
  readonly next: StepOfFlow | undefined;
}

/** What else answers a stanza in the calls that flows describe. */
export interface Reply {
  /** The stanzas of which one is sent, as the steps name them. */
  readonly stanzas: readonly string[];
  /** The steps that say so, in the order of the flows. */
  readonly steps: readonly StepOfFlow[];
  /** The longest time that a step gives; undefined where no step gives one. */
  readonly within: Within | undefined;
}

/** How a stanza is answered. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly replies: readonly Reply[];
  /** The values of enums that refuse it. */
  readonly errors: readonly Fact[];
  /** Of an envelope: the stanzas in it that a client answers in another way, by the answer. */
  readonly exceptions: readonly Exception[];
  /** What it answers itself: the steps of flows of rules. */
  readonly answered: readonly StepOfFlow[];
}

/** Stanzas that are answered in another way than their envelope. */
export interface Exception {
  readonly stanzas: readonly string[];
  readonly answer: StepOfFlow;
}

/**
 * How a stanza is answered, from what the corpus says elsewhere: the steps of flows that answer it, the requirements about
 * these steps, and the values of enums that refuse it. Everything in the order of the corpus; empty lists for a stanza
 * that nothing answers.
 * @param stanza the id of a stanza
 */
export const answersTo = (corpus: Corpus, stanza: string): Answers => byStanza(corpus).get(stanza) ?? NOTHING;

const NOTHING: Answers = { answers: [], replies: [], errors: [], exceptions: [], answered: [] };

const byStanza = memoizeBy((corpus: Corpus): ReadonlyMap<string, Answers> => {
  const answers = new Map<string, Answer[]>();
  const steps = new Map<string, TimedStep[]>();
  const answered = new Map<string, StepOfFlow[]>();
  for (const entry of corpus.definitions.flow.values()) {
    for (const { question, asked, answer } of answeredSteps(entry, corpus)) {
      if (entry.data.rules === true)
        for (const stanza of stanzasOfStep(answer.step)) add(answered, stanza, asked);
      for (const stanza of stanzasOfStep(question)) {
        if (entry.data.rules === true) add(answers, stanza, answerOf(question, answer, entry.data, corpus));
        else add(steps, stanza, { ...answer, when: whenOf(question, entry.data) });
      }
    }
  }
  const errors = new Map<string, Fact[]>();
  for (const fact of [...corpus.factsOf.enum.values()].flat()) {
    for (const stanza of fact.refuses) add(errors, stanza, fact);
  }
  return new Map(
    [...new Set([answers, steps, errors, answered].flatMap((one) => [...one.keys()]))].map((stanza) => {
      const inCalls = steps.get(stanza) ?? [];
      const own = (answers.get(stanza) ?? []).map((one) => ({
        ...timed(one, inCalls),
        next: nextAfter(one, answers),
      }));
      const exceptions = exceptionsTo(stanza, answers, corpus);
      return [
        stanza,
        {
          answers: own,
          replies: repliesOf(inCalls, own),
          errors: errors.get(stanza) ?? [],
          exceptions,
          answered: answered.get(stanza) ?? [],
        },
      ];
    }),
  );
});

/** What a client sends for the stanzas of an envelope where it is not what it sends for the envelope. */
function exceptionsTo(
  envelope: string,
  answers: ReadonlyMap<string, readonly Answer[]>,
  corpus: Corpus,
): Exception[] {
  const received = (stanza: string): readonly Answer[] =>
    (answers.get(stanza) ?? []).filter(({ when }) => when === 'received');
  const usual = new Set(received(envelope).map(({ answer }) => answer.fact.path));
  if (usual.size === 0) return [];
  const others = [...corpus.definitions.stanza.values()]
    .filter(({ data }) => data.envelope === envelope)
    .flatMap(({ id }) => received(id).map(({ answer }) => ({ id, answer })))
    .filter(({ answer }) => !usual.has(answer.fact.path));
  return [...Map.groupBy(others, ({ answer }) => answer.fact.path).values()].map((group) => ({
    stanzas: group.map(({ id }) => id),
    answer: (group[0] as (typeof group)[number]).answer,
  }));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The steps of a flow that answer another of its steps. */
function answeredSteps({ id, data }: Entry<'flow'>, corpus: Corpus) {
  const facts = corpus.factsOf.flow.get(id) ?? [];
  return data.steps.flatMap((step, index) => {
    const fact = facts[index];
    const at = data.steps.findIndex((one) => step.answers !== undefined && one.id === step.answers);
    const [question, its] = [data.steps[at], facts[at]];
    return question === undefined || its === undefined || fact === undefined
      ? []
      : [
          {
            question,
            asked: { flow: id, step: question, index: at, fact: its },
            answer: { flow: id, step, index, fact },
          },
        ];
  });
}

function answerOf(question: Step, answer: StepOfFlow, flow: Flow, corpus: Corpus): Answer {
  const rules = requirementsAbout(corpus, answer.fact.path);
  return {
    when: whenOf(question, flow),
    answer,
    within: answer.step.within,
    rules,
    consequences: rules.filter(({ requirement }) => requirement?.consequence !== undefined),
    next: undefined,
  };
}

/** What a client sends back for an answer that it gets. */
const nextAfter = (
  { when, answer }: Answer,
  answers: ReadonlyMap<string, readonly Answer[]>,
): StepOfFlow | undefined =>
  when === 'received'
    ? undefined
    : stanzasOfStep(answer.step)
        .flatMap((stanza) => answers.get(stanza) ?? [])
        .find((one) => one.when === 'received')?.answer;

/** A step that answers a stanza in a call, with the side that it answers. */
interface TimedStep extends StepOfFlow {
  readonly when: Answer['when'];
}

/** An answer with the time that the steps of calls give it, where they give one. */
function timed(one: Answer, inCalls: readonly TimedStep[]): Answer {
  const sent = new Set(stanzasOfStep(one.answer.step));
  const times = inCalls.flatMap(({ step, when }) =>
    when === one.when && stanzasOfStep(step).some((id) => sent.has(id)) ? (step.within ?? []) : [],
  );
  return times.length === 0 ? one : { ...one, within: longestTime(times) };
}

const whenOf = (question: Step, flow: Flow): Answer['when'] =>
  isObserver(question.to, flow) ? 'received' : 'sent';

/** Whether a participant is a client whose logs the flow describes. */
const isObserver = (id: string, { observers }: Flow): boolean =>
  observers === undefined ? id !== 'server' : observers.includes(id);

/** Steps that answer a stanza, by what they send; without what the rules about it say already. */
function repliesOf(steps: readonly StepOfFlow[], answers: readonly Answer[]): Reply[] {
  const ruled = new Set(answers.flatMap(({ answer }) => stanzasOfStep(answer.step)));
  const known = steps.filter(({ step }) => {
    const sent = stanzasOfStep(step);
    return sent.length > 0 && !sent.every((one) => ruled.has(one));
  });
  const groups = Map.groupBy(known, ({ step }) => stanzasOfStep(step).join(' '));
  return [...groups.values()].map((group) => {
    return {
      stanzas: stanzasOfStep((group[0] as StepOfFlow).step),
      steps: group,
      within: longestTime(group.flatMap(({ step }) => step.within ?? [])),
    };
  });
}
