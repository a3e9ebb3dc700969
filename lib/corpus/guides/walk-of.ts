import type { Example, GuideWalk, Step } from '../../schema/types.generated.ts';
import { type Answer, answersTo } from '../answers/answers-to.ts';
import { evaluatePredicate } from '../match/evaluate-predicate.ts';
import type { Leg } from '../match/leg.ts';
import { parsePredicate } from '../match/parse-predicate.ts';
import { parseXml, type XmlNode } from '../match/parse-xml.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { stanzasOfStep } from '../steps/stanzas-of-step.ts';

/** An example of a stanza, by its place. */
export interface PlacedExample {
  readonly stanza: string;
  readonly example: Example;
  /** From 0. */
  readonly index: number;
}

/** A step of a flow as one of its participants goes through it. */
export interface WalkStep {
  readonly fact: Fact;
  readonly step: Step;
  /** From 0. */
  readonly index: number;
  /** Whether the participant sends it or receives it. */
  readonly way: 'send' | 'receive';
  readonly stanzas: readonly string[];
  /** How it looks on the leg that the participant sees; undefined where the corpus has no such example. */
  readonly example: PlacedExample | undefined;
  /** What must be sent back for it, or comes back. */
  readonly answers: readonly Answer[];
}

/** A flow as one of its participants goes through it. */
export interface Walk {
  readonly steps: readonly WalkStep[];
  /** Its steps that are not shown, since they are optional or not among those that are named. */
  readonly left: readonly WalkStep[];
}

/**
 * The steps of a flow that a participant sends or receives, in their order. With addresses, only examples of those are
 * taken. What comes back as a step of the walk is said there, with its own time, and not at what it answers. Empty for a flow
 * or participant that does not exist.
 */
export function walkOf(corpus: Corpus, { flow, as, steps: named, addresses }: GuideWalk): Walk {
  const entry = corpus.definitions.flow.get(flow);
  const facts = corpus.factsOf.flow.get(flow) ?? [];
  const all = (entry?.data.steps ?? []).flatMap((step, index): WalkStep[] => {
    const fact = facts[index];
    if (fact === undefined || ![step.from, step.to].includes(as)) return [];
    const way = step.from === as ? 'send' : 'receive';
    const stanzas = stanzasOfStep(step);
    return [
      {
        fact,
        step,
        index,
        way,
        stanzas,
        example: exampleFor(corpus, stanzas, {
          leg: way === 'send' ? 'sent' : 'delivered',
          contains: step.with,
          addresses,
        }),
        answers: answersFor(corpus, stanzas, way),
      },
    ];
  });
  const isShown = ({ step }: WalkStep): boolean =>
    named === undefined ? step.optional !== true : step.id !== undefined && named.includes(step.id);
  const shown = all.filter(isShown);
  return {
    steps: shown.map((one) => ({
      ...one,
      answers: one.answers.filter((answer) => !isIn(shown, answer, one)),
    })),
    left: all.filter((one) => !isShown(one)),
  };
}

/** Whether what comes back for a step that is sent is a step that is shown. */
const isIn = (shown: readonly WalkStep[], { answer }: Answer, { step, way }: WalkStep): boolean =>
  way === 'send' &&
  shown.some(
    (other) =>
      other.way === 'receive' &&
      step.id !== undefined &&
      other.step.answers === step.id &&
      other.stanzas.some((stanza) => stanzasOfStep(answer.step).includes(stanza)),
  );

/** The answers of the stanza that a step sends; of several stanzas only what all have in common can be said, so none. */
function answersFor(corpus: Corpus, stanzas: readonly string[], way: WalkStep['way']): readonly Answer[] {
  const [stanza, ...others] = stanzas;
  if (stanza === undefined || others.length > 0) return [];
  const when = way === 'send' ? 'sent' : 'received';
  return answersTo(corpus, stanza).answers.filter((one) => one.when === when);
}

/** What an example must show: its leg, what a step says about its contents, and whose it is. */
interface Wanted {
  readonly leg: Leg;
  readonly contains: string | undefined;
  readonly addresses: GuideWalk['addresses'];
}

/** The first example of a stanza on a leg that contains what a step says, or does not contradict it. */
function exampleFor(
  corpus: Corpus,
  stanzas: readonly string[],
  { leg, contains, addresses }: Wanted,
): PlacedExample | undefined {
  const candidates = stanzas.flatMap((stanza) =>
    (corpus.definitions.stanza.get(stanza)?.data.examples ?? [])
      .map((example, index) => ({ stanza, example, index }))
      .filter(
        ({ example }) =>
          example.format === 'xml' &&
          example.leg === leg &&
          example.historical !== true &&
          (addresses === undefined || isOf(example.body, addresses)),
      ),
  );
  const fits = candidates.map((one) => ({ one, truth: containsIt(one.example.body, leg, contains) }));
  return fits.find(({ truth }) => truth === true)?.one ?? fits.find(({ truth }) => truth === undefined)?.one;
}

/** Whether one of these addresses is on the outermost element of an example. */
function isOf(body: string, addresses: readonly string[]): boolean {
  const parsed = parseXml(body);
  return 'root' in parsed && parsed.root.attributes.some(({ value }) => addresses.includes(value));
}

/** Whether an example contains what a predicate asks for; undefined where that is not known. */
function containsIt(body: string, leg: Leg, contains: string | undefined): boolean | undefined {
  const predicate = contains === undefined ? undefined : parsePredicate(contains);
  if (predicate === undefined || 'error' in predicate) return true;
  const parsed = parseXml(body);
  if ('error' in parsed) return undefined;
  const contentOf = ({ text }: XmlNode): { text: string } | undefined =>
    text.trim() === '' ? undefined : { text: text.trim() };
  const way = [{ node: parsed.root, tag: parsed.root.tag, use: undefined }];
  return evaluatePredicate(predicate, { way, leg, contentOf });
}
