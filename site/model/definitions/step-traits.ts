import { evidenceOf } from '../../../lib/corpus/lookup/evidence-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { withEmptyLists } from '../../../lib/corpus/model/with-empty-lists.ts';
import { stepAnchor } from '../../../lib/corpus/steps/step-path.ts';
import { timeWords } from '../../../lib/corpus/steps/time-words.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Flow, Step, Within } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { evidenceView } from '../views/evidence-view.ts';
import type { LegView } from '../views/fact-view.ts';

/** What is said about a step besides its message: when it happens, and who does it. */
export interface StepTraits {
  readonly optional: boolean;
  readonly repeats: boolean;
  /** The step that it answers, by its number. */
  readonly answers: Ref | undefined;
  /** The time in which it follows the step that it answers, or else the one before it, such as `45 s`. */
  readonly within: string | undefined;
  /** Clients that are known to do it. */
  readonly does: readonly Ref[];
  /** Clients that are known to leave it out. */
  readonly leavesOut: readonly Ref[];
  /** The evidence for the time. */
  readonly legs: readonly LegView[];
}

/** The traits of a step of a flow. */
export function stepTraits(step: Step, flow: Flow, corpus: Corpus, links: Links): StepTraits {
  const { optional = false, repeats = false, answers, within, clients = {} } = step;
  const clientRef = (id: string): Ref =>
    id === 'official' ? { text: 'official clients', href: undefined } : links.ref('flavor', id);
  return {
    optional,
    repeats,
    answers: answers === undefined ? undefined : stepRef(answers, flow),
    within: within === undefined ? undefined : timeWords(within.ms),
    does: (clients.does ?? []).map(clientRef),
    leavesOut: (clients.leaves_out ?? []).map(clientRef),
    legs: within === undefined ? [] : [timeLeg(within, corpus, links)],
  };
}

function stepRef(id: string, { steps }: Flow): Ref | undefined {
  const index = steps.findIndex((one) => one.id === id);
  const step = steps[index];
  return step === undefined
    ? undefined
    : { text: `step ${index + 1}`, href: fragment(stepAnchor(step, index)) };
}

function timeLeg({ ms, provenance }: Within, corpus: Corpus, links: Links): LegView {
  const stated = { provenance: withEmptyLists(provenance), inside: [] };
  const confidence = evidenceOf(stated, corpus).supports;
  const { sources } = evidenceView(
    { ...stated, confidence, ratedLower: undefined, disputes: [] },
    { corpus, links, yaml: undefined, report: undefined },
  );
  return { words: `Within ${timeWords(ms)}`, confidence, reason: undefined, note: undefined, sources };
}
