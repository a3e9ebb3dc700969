import type { Diagnosis } from '../../../lib/diagnose/model/diagnosis.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Ref } from '../links/ref.ts';
import { type DepartureView, departureView } from './departure-view.ts';
import { type DiagnosisContext, stepHref } from './diagnosis-context.ts';
import { diagnosisHeadline } from './diagnosis-headline.ts';
import { type DiagramItem, diagramItems } from './diagram-items.ts';

/** A call that was held against a flow, as a page shows it. */
export interface DiagnosisView {
  readonly flow: Ref | undefined;
  /** Whether it departs from the flow, or none fits it. */
  readonly departs: boolean;
  /** The result in a sentence. */
  readonly headline: string;
  /** The class that sets the columns of the diagram. */
  readonly columns: string;
  readonly participants: readonly { readonly label: string; readonly observes: boolean }[];
  readonly items: readonly DiagramItem[];
  /** Where it departs, in the order of the call. */
  readonly departures: readonly DepartureView[];
  /** How it ended. */
  readonly outcome: readonly string[];
  readonly answers: readonly { readonly at: Ref; readonly text: string; readonly answer: string }[];
  /** What happened during it, such as an upgrade to video: flows of their own. */
  readonly fragments: readonly Ref[];
  /** Other flows that fit as well. */
  readonly alsoFits: readonly Ref[];
  /** The steps that this log cannot show. */
  readonly unseen: readonly Ref[];
  /** Stanzas that were not compared, with the reasons. */
  readonly leftOut: readonly { readonly place: Ref; readonly reason: string }[];
}

/** The stylesheet has this many columns; the schema allows no more participants. */
const MAX_COLUMNS = 12;

/** The view of a diagnosis. It has no methods, so that a worker can send it to its page. */
export function diagnosisView(diagnosis: Diagnosis, context: DiagnosisContext): DiagnosisView {
  const { corpus, links, place } = context;
  const { flow, observer, participants, divergences } = diagnosis;
  const { length } = participants;
  const flowRef = (id: string): Ref => ({
    text: corpus.definitions.flow.get(id)?.data.title ?? id,
    href: links.definition('flow', id),
  });
  return {
    flow: flow === undefined ? undefined : { text: flow.title, href: links.definition('flow', flow.id) },
    departs: flow === undefined || divergences.length > 0,
    headline: diagnosisHeadline(diagnosis, (line) => place(line).text),
    columns: length === 0 || length > MAX_COLUMNS ? 'stacked' : `of-${length}`,
    participants: participants.map(({ id, label }) => ({ label, observes: id === observer?.id })),
    items: diagramItems(diagnosis, context),
    departures: divergences.map((one) => departureView(one, context)),
    outcome: diagnosis.outcome.map(({ line, words }) => `${place(line).text}: ${words}`),
    answers: diagnosis.answers.map(({ question, owner, text, answer }) => {
      const asked = corpus.questions.find(
        (one) => one.owner === owner && (one.id ?? one.anchor) === question,
      );
      const href = asked === undefined ? undefined : links.question(asked);
      return { at: { text: question, href }, text: plainProse(text), answer: plainProse(answer) };
    }),
    fragments: diagnosis.fragments.map(({ id }) => flowRef(id)),
    alsoFits: diagnosis.alsoFits.map(flowRef),
    unseen: diagnosis.unseen.map((step) => ({
      text: `${step.index + 1} ${step.label}`,
      href: stepHref(step, context),
    })),
    leftOut: diagnosis.leftOut.map(({ line, reason }) => ({ place: place(line), reason })),
  };
}
