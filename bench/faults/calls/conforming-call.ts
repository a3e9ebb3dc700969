import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Echo } from '../../../lib/schema/types.generated.ts';
import type { SeededRandom } from '../../corpus/seeded-random.ts';
import { type AnswerRule, answeringStanzas, echoesOf, rulesFor } from './answer-rules.ts';
import { type CallNames, composeStanza, shuffled } from './compose-stanza.ts';
import type { FlowSight, SightedStep } from './flow-sight.ts';
import { holdsInCall } from './holds.ts';
import type { Message } from './message.ts';
import { spreadInTime, type TimeLimit } from './spread-in-time.ts';

/** The messages of a made-up call, or the step for which no stanza could be made. */
export type ConformingCall =
  | { readonly messages: readonly Message[] }
  | { readonly impossible: { readonly step: string; readonly stanza: string } };

/**
 * A call as a flow has it, seen by one of its observers: its steps in one of the orders that it allows, some optional ones
 * left out, some repeated, each stanza that a rule wants answered with its answer.
 */
export function conformingCall(
  sight: FlowSight,
  corpus: Corpus,
  names: CallNames,
  random: SeededRandom,
): ConformingCall {
  return new CallMaker(sight, corpus, names, random).make();
}

/** What is still to come in answer to a message, or once more. */
interface Pending {
  readonly step: SightedStep | undefined;
  readonly rule: AnswerRule | undefined;
  readonly answered: number | undefined;
  /** How many messages may come before it. */
  wait: number;
}

type Made = Message & { readonly stanza: string | undefined };

class CallMaker {
  readonly #sight: FlowSight;
  readonly #corpus: Corpus;
  readonly #names: CallNames;
  readonly #random: SeededRandom;
  readonly #made: Made[] = [];
  readonly #came = new Set<number>();
  readonly #leftOut = new Set<number>();
  readonly #pending: Pending[] = [];
  readonly #limits: TimeLimit[] = [];
  #impossible: { readonly step: string; readonly stanza: string } | undefined;
  #ids = 0;

  constructor(sight: FlowSight, corpus: Corpus, names: CallNames, random: SeededRandom) {
    this.#sight = sight;
    this.#corpus = corpus;
    this.#names = names;
    this.#random = random;
  }

  make(): ConformingCall {
    while (this.#impossible === undefined && this.#next()) {
      for (const one of this.#pending) one.wait -= 1;
    }
    if (this.#impossible !== undefined) return { impossible: this.#impossible };
    return { messages: spreadInTime(this.#made, this.#limits, this.#random) };
  }

  /** Adds a message, or leaves out a step. @returns whether something was left to do */
  #next(): boolean {
    const ready = this.#pending.findIndex(({ wait }) => wait <= 0);
    if (ready !== -1) return this.#resume(ready);
    const available = this.#sight.steps.filter(
      (step) =>
        !this.#isDecided(step.place) &&
        !this.#comesAsAnswer(step) &&
        [...step.after].every((place) => this.#isDecided(place)),
    );
    const [first] = available;
    if (first === undefined) {
      if (this.#pending.length > 0) return this.#resume(0);
      // What is left answers something that did not come.
      for (const { place } of this.#sight.steps) if (!this.#isDecided(place)) this.#leaveOut(place);
      return false;
    }
    const step = this.#random.chance(70) ? first : this.#random.pick(available);
    if (this.#isWanted(step)) this.#add(step, undefined, undefined);
    else this.#leaveOut(step.place);
    return true;
  }

  #resume(at: number): boolean {
    const [one] = this.#pending.splice(at, 1);
    if (one !== undefined) this.#add(one.step, one.rule, one.answered);
    return true;
  }

  #isDecided(place: number): boolean {
    return this.#came.has(place) || this.#leftOut.has(place);
  }

  #leaveOut(place: number): void {
    this.#leftOut.add(place);
    // So are the steps that would have answered it by its id.
    for (const step of this.#sight.steps) {
      if (step.answers === place && this.#comesAsAnswer(step)) this.#leaveOut(step.place);
    }
  }

  /** Whether a step answers another one by the id of its stanza, so that it comes when that one has come. */
  #comesAsAnswer({ step, stanzas, answers }: SightedStep): boolean {
    const byId = answeringStanzas(this.#corpus);
    const isById =
      stanzas.some((stanza) => byId.has(stanza)) || step.echoes?.some((one) => one.attribute === 'id');
    return answers !== undefined && isById === true;
  }

  #isWanted({ step, answers }: SightedStep): boolean {
    if (answers !== undefined && this.#leftOut.has(answers)) return false;
    if (step.only_if !== undefined && holdsInCall(step.only_if, this.#made) === false) return false;
    if (step.required_if !== undefined && holdsInCall(step.required_if, this.#made) === true) return true;
    return (step.optional !== true && step.required_if === undefined) || this.#random.chance(50);
  }

  #add(step: SightedStep | undefined, rule: AnswerRule | undefined, answered: number | undefined): void {
    const direction = step?.direction ?? rule?.answer.direction ?? 'incoming';
    const stanzas = step?.stanzas ?? rule?.answer.stanzas ?? [];
    const question = answered === undefined ? undefined : this.#made[answered];
    const echoes: readonly Echo[] =
      step === undefined ? (rule?.echoes ?? []) : this.#echoesFor(step, question);
    const wanted = {
      direction,
      with: step?.step.with ?? rule?.answer.with,
      names: this.#names,
      id: this.#newId(direction),
      at: this.#made.length * 200,
      answered: question === undefined ? undefined : { root: question.root, echoes },
      before: [...new Set(this.#made.flatMap((one) => one.stanza ?? []))],
    };
    const [made] = shuffled(stanzas, this.#random).flatMap((stanza) => {
      const root = composeStanza({ ...wanted, stanza }, this.#corpus, this.#random);
      return root === undefined ? [] : [{ stanza, root }];
    });
    if (made === undefined) {
      const stanza = `${direction} ${stanzas.join(' or ')}`;
      this.#impossible ??= { step: step?.path ?? rule?.path ?? '', stanza };
      return;
    }
    const { stanza, root } = made;
    const n = this.#made.length;
    this.#made.push({ n, root, direction, at: 0, place: step?.place, answers: answered, stanza });
    // The time of the rule holds for an answer that is a step, too.
    const within = (rule ?? (question && rulesFor(question, this.#corpus)[0]))?.within;
    if (answered !== undefined && within !== undefined) {
      this.#limits.push({ from: answered, to: n, ms: within });
    }
    if (step !== undefined) this.#cameStep(step, n);
    this.#expectAnswer(n, root, stanza, step);
  }

  /** What a step repeats of its question: as it says itself, or else as the rules say. */
  #echoesFor({ step }: SightedStep, question: Made | undefined): readonly Echo[] {
    if (step.echoes !== undefined || question === undefined) return echoesOf(step);
    return rulesFor(question, this.#corpus)[0]?.echoes ?? echoesOf(step);
  }

  #cameStep(step: SightedStep, n: number): void {
    const isAgain = this.#came.has(step.place);
    this.#came.add(step.place);
    const {
      timedFrom,
      step: { within, repeats },
    } = step;
    const start = this.#made.findLast(({ place, n: other }) => place === timedFrom && other < n);
    if (within !== undefined && timedFrom !== undefined && start !== undefined) {
      this.#limits.push({ from: start.n, to: n, ms: within.ms });
    }
    if (repeats !== true || isAgain || this.#comesAsAnswer(step)) return;
    const times = this.#random.chance(50) ? this.#random.int(1, 3) : 0;
    for (let i = 0; i < times; i++) {
      this.#pending.push({ step, rule: undefined, answered: undefined, wait: this.#random.int(1, 8) });
    }
  }

  #expectAnswer(n: number, root: CapturedNode, stanza: string, step: SightedStep | undefined): void {
    const wait = this.#random.int(0, 2);
    const place = step?.place;
    const answering = this.#sight.steps.find(
      (one) =>
        place !== undefined &&
        one.answers === place &&
        this.#comesAsAnswer(one) &&
        (one.step.repeats === true || !this.#came.has(one.place)),
    );
    if (answering !== undefined) {
      if (this.#isWanted(answering))
        this.#pending.push({ step: answering, rule: undefined, answered: n, wait });
      else this.#leaveOut(answering.place);
      return;
    }
    const direction = this.#made[n]?.direction ?? 'incoming';
    const [rule] = rulesFor({ root, direction, stanza }, this.#corpus);
    if (rule === undefined || (!rule.isDue && this.#random.chance(30))) return;
    this.#pending.push({ step: undefined, rule, answered: n, wait });
  }

  #newId(direction: string): string {
    this.#ids += 1;
    const start = direction === 'incoming' ? 5041 : 75_337;
    return `${start}.${(this.#names.seconds % 100_000) + 1}-${this.#ids}`;
  }
}
