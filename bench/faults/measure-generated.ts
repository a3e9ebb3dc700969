import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { type SeededRandom, seededRandom } from '../corpus/seeded-random.ts';
import { type FlowSight, flowSights } from './calls/flow-sight.ts';
import { type LoggedCall, logText, type WrittenLog } from './calls/log-text.ts';
import type { Message } from './calls/message.ts';
import { departs } from './check/departs.ts';
import { diagnosedLog, firstInWords, isNamed } from './diagnosed-log.ts';
import { type GeneratedCall, generateCall, seedOf } from './generate-call.ts';
import { attributeFaults, contentFaults, formFaults } from './planting/content-faults.ts';
import { FAULT_KINDS, type Fault } from './planting/fault.ts';
import { sequenceFaults } from './planting/sequence-faults.ts';
import { type Miss, Tally } from './tally.ts';

export interface GeneratedOptions {
  readonly seed: number;
  /** How many calls are made of each flow from the view of each observer. */
  readonly calls: number;
  /** How many faults of each kind are planted into each call. */
  readonly faults: number;
  /** Tries every Nth fault. */
  readonly every: number;
  /** The id of the only flow of which calls are made; undefined for all. */
  readonly flow?: string | undefined;
}

/** How often each log is cut off. */
const CUTS = 2;

/**
 * Makes calls of every flow from the view of every observer, each in a log with other traffic and another call, whole and
 * cut off, and plants faults into them.
 */
export function measureGenerated(corpus: Corpus, options: GeneratedOptions): Tally {
  const tally = new Tally();
  const sights = flowSights(corpus);
  let tried = 0;
  for (const sight of sights) {
    if (options.flow !== undefined && options.flow !== sight.flow) continue;
    for (let number = 0; number < options.calls; number++) {
      const made = generateCall(sight, number, options.seed, corpus);
      if ('reason' in made) {
        const reason = `${sight.flow} as ${sight.observer}: ${made.reason}`;
        if (!tally.notUsed.includes(reason)) tally.notUsed.push(reason);
        continue;
      }
      const random = seededRandom(seedOf(options.seed, 'log', sight.flow, sight.observer, number));
      const surroundings = surroundingsOf(made, sights, options.seed, corpus, random);
      tryConforming(made, surroundings, corpus, random, tally);
      for (const fault of chosenFaults(made, corpus, options.faults, random)) {
        tried += 1;
        if (tried % options.every === 0) tryFault(fault, made, surroundings, corpus, tally);
      }
    }
  }
  return tally;
}

/** The log that a fault or a conforming call is tried with, by the id of a miss; undefined if there is none. */
export function generatedLog(id: string, corpus: Corpus, seed: number): string | undefined {
  const [flow, observer, number, ...rest] = id.split('/');
  const sights = flowSights(corpus);
  const sight = sights.find((one) => one.flow === flow && one.observer === observer);
  const made = sight === undefined ? undefined : generateCall(sight, Number(number), seed, corpus);
  if (sight === undefined || made === undefined || 'reason' in made) return undefined;
  const random = seededRandom(seedOf(seed, 'log', sight.flow, sight.observer, Number(number)));
  const surroundings = surroundingsOf(made, sights, seed, corpus, random);
  const what = rest.join('/');
  const cut = /^(?:whole|cut after (\d+))$/.exec(what);
  if (cut !== null) {
    const { text } = written(made.call, made, surroundings);
    return cut[1] === undefined ? text : linesOf(text).slice(0, Number(cut[1])).join('');
  }
  const fault = allFaults(made, corpus).find((one) => nameOf(one) === what);
  return fault === undefined ? undefined : written(fault.messages, made, surroundings).text;
}

/** What else is in the log of a call. */
interface Surroundings {
  readonly others: readonly LoggedCall[];
  readonly noiseSeed: number;
  readonly start: number;
}

function surroundingsOf(
  { number }: GeneratedCall,
  sights: readonly FlowSight[],
  seed: number,
  corpus: Corpus,
  random: SeededRandom,
): Surroundings {
  const other = generateCall(random.pick(sights), number + 1_000_000, seed, corpus);
  const others = 'reason' in other ? [] : [{ messages: other.call, start: random.int(0, 8000) }];
  return { others, noiseSeed: random.int(0, 999_999), start: random.int(0, 3000) };
}

const written = (
  messages: readonly Message[],
  { names }: GeneratedCall,
  { others, noiseSeed, start }: Surroundings,
): WrittenLog => logText({ messages, start }, others, names.seconds, seededRandom(noiseSeed));

const linesOf = (text: string): readonly string[] => text.match(/.*\n/g) ?? [];

const idOf = ({ flow, sight, number }: GeneratedCall, what: string): string =>
  `${flow}/${sight.observer}/${number}/${what}`;

const nameOf = ({ kind, what }: Fault): string => `${kind}/${what}`;

function tryConforming(
  made: GeneratedCall,
  surroundings: Surroundings,
  corpus: Corpus,
  random: SeededRandom,
  tally: Tally,
): void {
  const lines = linesOf(written(made.call, made, surroundings).text);
  const cuts = Array.from({ length: CUTS }, () => random.int(1, lines.length));
  for (const cut of [undefined, ...cuts]) {
    const text = lines.slice(0, cut).join('');
    tally.conforming += 1;
    const departing = diagnosedLog(text, corpus).find(({ diagnosis }) => diagnosis.divergences.length > 0);
    if (departing === undefined) continue;
    tally.falseDivergences.push({
      id: idOf(made, cut === undefined ? 'whole' : `cut after ${cut}`),
      kind: 'nothing planted',
      flow: made.flow,
      said: `${departing.id === made.names.call ? '' : 'the other call: '}${firstInWords(departing.diagnosis)}`,
    });
  }
}

const allFaults = ({ call, sight }: GeneratedCall, corpus: Corpus): readonly Fault[] => [
  ...sequenceFaults(call, sight, corpus),
  ...attributeFaults(call, corpus),
  ...formFaults(call, corpus),
  ...contentFaults(call, sight, corpus),
];

/** Some faults of each kind. */
function chosenFaults(
  made: GeneratedCall,
  corpus: Corpus,
  count: number,
  random: SeededRandom,
): readonly Fault[] {
  const all = Map.groupBy(allFaults(made, corpus), ({ kind }) => kind);
  return FAULT_KINDS.flatMap((kind) => random.some(all.get(kind) ?? [], count));
}

function tryFault(
  fault: Fault,
  made: GeneratedCall,
  surroundings: Surroundings,
  corpus: Corpus,
  tally: Tally,
): void {
  const { flow, extras } = made;
  const { kind } = fault;
  if (!departs(fault.messages, corpus, extras)) {
    tally.skip(kind, flow);
    return;
  }
  const { text, lines } = written(fault.messages, made, surroundings);
  const found = diagnosedLog(text, corpus).find(({ id }) => id === made.names.call)?.diagnosis;
  const named = isNamed(found, fault.planted, lines, made.sight, corpus);
  const miss: Miss = { id: idOf(made, nameOf(fault)), kind, flow, said: firstInWords(found) };
  tally.plant(kind, flow, named ? undefined : miss);
}
