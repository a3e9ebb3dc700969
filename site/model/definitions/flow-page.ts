import { answersTo } from '../../../lib/corpus/answers/answers-to.ts';
import { withinWords } from '../../../lib/corpus/answers/within-words.ts';
import { questionsAskedBy } from '../../../lib/corpus/lookup/questions-asked-by.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { type EchoPiece, echoWords } from '../../../lib/corpus/steps/echo-words.ts';
import { flowScope } from '../../../lib/corpus/steps/flow-scope.ts';
import { rulesOf } from '../../../lib/corpus/steps/rules-of.ts';
import { numberAnchor } from '../../../lib/corpus/steps/step-path.ts';
import { type StepSightings, sightingsOfSteps } from '../../../lib/diagnose/sightings-of-steps.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { pagePath } from '../../../lib/pages/page-path.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Confidence, Flow, Prose, Step } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';
import { firstTerms, type TermLink, termIndex } from '../text/linked-prose.ts';
import { type EvidenceView, evidenceView } from '../views/evidence-view.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';
import { type RetiredPartView, retiredPartViews } from '../views/retired-page-views.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';
import { type StepTraits, stepTraits } from './step-traits.ts';

/** A step of a flow. */
export interface StepView extends StepTraits {
  readonly anchor: string;
  /** The anchor by its number, if it has an id. */
  readonly numberAnchor: string | undefined;
  readonly href: string;
  readonly number: number;
  /** The names that readers see, and the columns of the diagram, from 1. */
  readonly from: string;
  readonly to: string;
  /** What the stylesheet draws the arrow by, such as `from-1 to-3 right`. */
  readonly classes: string;
  readonly way: 'right' | 'left' | 'self';
  readonly label: Ref;
  readonly confidence: Confidence;
  readonly techniques: readonly Ref[];
  readonly note: Prose | undefined;
  /** Terms of the glossary that the note is the first on its page to use. */
  readonly terms: readonly TermLink[];
  readonly evidence: EvidenceView;
  /** What must come back for its stanza, as flows of rules say. */
  readonly replies: readonly StepReply[];
  /** The recorded calls that show it; undefined if none of its flow could. */
  readonly sightings: { readonly words: string; readonly captures: readonly Ref[] } | undefined;
}

/** What must come back for a step: what its receiver sends, or its sender gets. */
export interface StepReply {
  readonly by: 'receiver' | 'sender';
  readonly what: Ref;
  /** The time in words; undefined where it is not known. */
  readonly within: string | undefined;
}

/** A rule about a stanza: what it is answered with. */
export interface RuleView {
  readonly stanza: StepView;
  /** Undefined where no step answers it. */
  readonly answer: StepView | undefined;
  /** What the answer repeats of the stanza. */
  readonly echoes: readonly EchoPiece[];
  /** Whether no other rule has the anchors and the evidence of the stanza. */
  readonly isFirst: boolean;
}

/** Everything that the page of a flow shows. */
export interface FlowPage {
  readonly flow: Flow;
  readonly description: string;
  /** Terms of the glossary that the summary is the first to use. */
  readonly terms: readonly TermLink[];
  readonly tally: TallyView;
  /** Of which logs it speaks, as sentences. */
  readonly scope: readonly string[];
  /** The class that sets the columns of the diagram; `stacked` for more than the stylesheet can draw. */
  readonly columns: string;
  readonly steps: readonly StepView[];
  /** Where the steps are rules about single stanzas: what each stanza is answered with. */
  readonly rules: readonly RuleView[] | undefined;
  /** Flows of rules, which say what is acknowledged how; none on the page of one. */
  readonly ruleFlows: readonly Ref[];
  readonly questions: readonly QuestionView[];
  readonly references: readonly ReturnType<Links['reference']>[];
  /** Steps and questions that it had in a release. */
  readonly former: readonly RetiredPartView[];
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/** The stylesheet has this many columns; the schema allows no more participants. */
const MAX_COLUMNS = 12;

/**
 * The page of a flow.
 * @throws when the corpus has no flow of this id
 */
export function flowPage(publication: Published, links: Links, id: string): FlowPage {
  const { corpus } = publication;
  const entry = corpus.definitions.flow.get(id);
  if (entry === undefined) throw new Error(`no flow ${id}`);
  const { data } = entry;
  const { length } = data.participants;
  const asked = questionsAskedBy(corpus, 'flow', id);
  const [terms = [], ...rest] = firstTerms(
    [data.summary, ...data.steps.map(({ note }) => note ?? ''), ...asked.map(({ text }) => text)],
    termIndex(publication, links),
  );
  const steps = (corpus.factsOf.flow.get(id) ?? []).map((fact, i) => ({
    ...stepView(fact, fact.step as Step, i, entry, publication, links),
    terms: rest[i] ?? [],
  }));
  return {
    flow: data,
    description: plainProse(data.summary),
    tally: tallyOf(data.steps, 'step'),
    scope: flowScope(data),
    columns: length <= MAX_COLUMNS ? `of-${length}` : 'stacked',
    terms,
    steps,
    rules: data.rules === true ? ruleViews(data.steps, steps) : undefined,
    ruleFlows: data.rules === true ? [] : ruleFlows(corpus, links),
    questions: asked.map((question, i) => questionView(question, corpus, links, rest[data.steps.length + i])),
    references: (data.references ?? []).map((reference) => links.reference(reference)),
    former: retiredPartViews(publication, links, pagePath('flow', id)),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(id),
  };
}

const ruleFlows = ({ definitions }: Corpus, links: Links): Ref[] =>
  [...definitions.flow.values()]
    .filter(({ data }) => data.rules === true)
    .map(({ id, data }) => ({ text: data.title, href: links.definition('flow', id) }));

/** What its receiver sends back and its sender gets, unless that is the server: it is no client that follows rules. */
function repliesTo({ from, to, stanza }: Step, corpus: Corpus, links: Links): StepReply[] {
  if (stanza === undefined) return [];
  return answersTo(corpus, stanza).answers.flatMap(({ when, within, answer: { flow, step, index } }) =>
    (when === 'received' ? to : from) === SERVER
      ? []
      : [
          {
            by: when === 'received' ? 'receiver' : 'sender',
            what: { text: step.label, href: links.step(flow, step, index) },
            within: within && withinWords(within, corpus),
          },
        ],
  );
}

/** The participant whose logs no flow describes unless it says so. */
const SERVER = 'server';

/** The rules that steps are, with what the page shows of each step. */
function ruleViews(steps: readonly Step[], views: readonly StepView[]): RuleView[] {
  const shown = new Set<StepView>(rulesOf(steps).flatMap(({ answer }) => views[answer ?? -1] ?? []));
  return rulesOf(steps).flatMap(({ stanza: index, answer }) => {
    const stanza = views[index];
    if (stanza === undefined) return [];
    const isFirst = !shown.has(stanza);
    shown.add(stanza);
    const given = steps[answer ?? -1];
    return [{ stanza, answer: views[answer ?? -1], echoes: echoWords(given?.echoes, ''), isFirst }];
  });
}

function sightingsOf(found: StepSightings | undefined, links: Links): StepView['sightings'] {
  if (found === undefined) return undefined;
  const { seen, of, captures } = found;
  return {
    words: `Seen in ${seen} of ${counted(of, 'recorded call')}`,
    captures: captures.map((id) => links.ref('capture', id)),
  };
}

function stepView(
  fact: Fact,
  step: Step,
  index: number,
  entry: Entry<'flow'>,
  publication: Published,
  links: Links,
): Omit<StepView, 'terms'> {
  const { corpus } = publication;
  const { participants } = entry.data;
  const column = (id: string): number => participants.findIndex((one) => one.id === id) + 1;
  const label = (id: string): string => participants[column(id) - 1]?.label ?? id;
  const [from, to] = [column(step.from), column(step.to)];
  const way = from === to ? 'self' : from < to ? 'right' : 'left';
  const href = step.stanza === undefined ? undefined : links.definition('stanza', step.stanza);
  return {
    anchor: fact.anchor,
    numberAnchor: step.id === undefined ? undefined : numberAnchor(index),
    href: fragment(fact.anchor),
    number: index + 1,
    from: label(step.from),
    to: label(step.to),
    classes: `from-${from} to-${to} ${way}`,
    way,
    label: { text: step.label, href },
    confidence: step.confidence,
    techniques: fact.provenance.techniques.map((id) => links.ref('technique', id)),
    note: step.note,
    ...stepTraits(index, entry.data, corpus, links),
    replies: entry.data.rules === true ? [] : repliesTo(step, corpus, links),
    sightings: sightingsOf(sightingsOfSteps(corpus).get(entry.id)?.get(index), links),
    evidence: evidenceView(fact, {
      corpus,
      links,
      history: releasesOf(publication).histories.get(fact.path),
      yaml: links.yaml(entry, fact.pointer),
      report: links.report(fact.path),
    }),
  };
}
