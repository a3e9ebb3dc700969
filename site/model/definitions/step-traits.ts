import { withinWords } from '../../../lib/corpus/answers/within-words.ts';
import { evidenceOf } from '../../../lib/corpus/lookup/evidence-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { withEmptyLists } from '../../../lib/corpus/model/with-empty-lists.ts';
import { type EchoPiece, echoWords } from '../../../lib/corpus/steps/echo-words.ts';
import { stepAnchor } from '../../../lib/corpus/steps/step-path.ts';
import { unusualOrder } from '../../../lib/corpus/steps/unusual-order.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Flow, Within } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { evidenceView } from '../views/evidence-view.ts';
import type { LegView } from '../views/fact-view.ts';

/** What is said about a step besides its message: what it contains, when it happens, and who does it. */
export interface StepTraits {
  /** The stanzas of which it sends one. */
  readonly oneOf: readonly Ref[];
  /** What its stanza contains, as a predicate. */
  readonly with: string | undefined;
  readonly optional: boolean;
  /** The conditions under which alone it is sent, and under which it always is. */
  readonly onlyIf: string | undefined;
  readonly requiredIf: string | undefined;
  readonly repeats: boolean;
  /** The step that it answers, by its number. */
  readonly answers: Ref | undefined;
  /** The steps that it comes after, by their numbers; undefined where that is the step that it answers or the one before. */
  readonly after: readonly Ref[] | undefined;
  /** What it repeats of the stanza that it answers, as a sentence without its period. */
  readonly echoes: readonly EchoPiece[];
  /** The time in which it follows the step that it answers, or else the one before it, such as `within 45 s`. */
  readonly within: string | undefined;
  /** Clients that are known to do it. */
  readonly does: readonly Ref[];
  /** Clients that are known to leave it out. */
  readonly leavesOut: readonly Ref[];
  /** The evidence for the time. */
  readonly legs: readonly LegView[];
}

/**
 * The traits of a step of a flow, by its index.
 * @throws when the flow has no such step
 */
export function stepTraits(index: number, flow: Flow, corpus: Corpus, links: Links): StepTraits {
  const step = flow.steps[index];
  if (step === undefined) throw new Error(`no step ${index}`);
  const { optional = false, repeats = false, answers, within, clients = {} } = step;
  const clientRef = (id: string): Ref =>
    id === 'official' ? { text: 'official clients', href: undefined } : links.ref('flavor', id);
  return {
    oneOf: (step.one_of ?? []).map((id) => stanzaRef(id, corpus, links)),
    with: step.with,
    optional,
    onlyIf: step.only_if,
    requiredIf: step.required_if,
    repeats,
    answers: stepRef(
      flow.steps.findIndex(({ id }) => id !== undefined && id === answers),
      flow,
    ),
    after: unusualOrder(flow.steps, index)?.flatMap((one) => stepRef(one, flow) ?? []),
    echoes: echoWords(step.echoes),
    within: within && withinWords(within, corpus),
    does: (clients.does ?? []).map(clientRef),
    leavesOut: (clients.leaves_out ?? []).map(clientRef),
    legs: within === undefined ? [] : [timeLeg(within, corpus, links)],
  };
}

const stanzaRef = (id: string, { definitions }: Corpus, links: Links): Ref => ({
  text: definitions.stanza.get(id)?.data.display_name ?? id,
  href: links.definition('stanza', id),
});

function stepRef(index: number, { steps }: Flow): Ref | undefined {
  const step = steps[index];
  return step === undefined
    ? undefined
    : { text: `step ${index + 1}`, href: fragment(stepAnchor(step, index)) };
}

function timeLeg(within: Within, corpus: Corpus, links: Links): LegView {
  const stated = { provenance: withEmptyLists(within.provenance), inside: [] };
  const confidence = evidenceOf(stated, corpus).supports;
  const { sources } = evidenceView(
    { ...stated, confidence, ratedLower: undefined, disputes: [] },
    { corpus, links, yaml: undefined, report: undefined },
  );
  return {
    words: `Time: ${withinWords(within, corpus)}`,
    confidence,
    reason: undefined,
    note: undefined,
    sources,
  };
}
