import { withinWords } from '../../../lib/corpus/answers/within-words.ts';
import { type PlacedExample, type WalkStep, walkOf } from '../../../lib/corpus/guides/walk-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Confidence, Example, GuideWalk, Prose } from '../../../lib/schema/types.generated.ts';
import { type AnswerView, answerView } from '../answers/answers-view.ts';
import { exampleViews } from '../examples/example-view.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { PlacedLink } from '../views/linked-lines.ts';

/** An example of a walk: its code, and where its names lead. */
export interface WalkExample {
  readonly title: string;
  readonly href: string;
  readonly format: Example['format'];
  readonly body: string;
  readonly links: readonly PlacedLink[];
}

/** A step of a walk. */
export interface WalkStepView {
  readonly anchor: string;
  readonly number: number;
  readonly way: 'send' | 'receive';
  /** The other participant. */
  readonly peer: string;
  readonly label: string;
  /** Where the step is described, with its evidence. */
  readonly href: string;
  readonly stanzas: readonly Ref[];
  readonly confidence: Confidence;
  readonly note: Prose | undefined;
  /** Whether the flow also happens without it. */
  readonly optional: boolean;
  /** What contradicts it, each with the implementations that do so. */
  readonly disputes: readonly { readonly claim: Prose; readonly by: readonly Ref[] }[];
  /** The step that it answers, by its number in the walk, and in which time; undefined where it answers none. */
  readonly answers: { readonly step: Ref; readonly within: string | undefined } | undefined;
  readonly example: WalkExample | undefined;
  readonly replies: readonly AnswerView[];
}

/** A flow as one of its participants goes through it. */
export interface WalkView {
  readonly as: string;
  readonly flow: Ref;
  readonly steps: readonly WalkStepView[];
  /** Steps that are not shown: those that the participant sends, and those that it receives. */
  readonly left: Readonly<Record<WalkStep['way'], readonly Ref[]>>;
}

/** The view of a walk; without steps where its flow or its participant does not exist. */
export function walkView(walk: GuideWalk, corpus: Corpus, links: Links): WalkView {
  const { steps, left } = walkOf(corpus, walk);
  const flow = corpus.definitions.flow.get(walk.flow);
  const label = (id: string): string => flow?.data.participants.find((one) => one.id === id)?.label ?? id;
  const anchorOf = (one: WalkStep): string => `${walk.flow}.${one.fact.anchor}`;
  const href = ({ step, index }: WalkStep): string => links.step(walk.flow, step, index);
  const leftOut = (way: WalkStep['way']): Ref[] =>
    left.filter((one) => one.way === way).map((one) => ({ text: one.step.label, href: href(one) }));
  return {
    as: label(walk.as),
    flow: { text: flow?.data.title ?? walk.flow, href: links.definition('flow', walk.flow) },
    steps: steps.map((one, i): WalkStepView => {
      const { step, way, stanzas } = one;
      const answered = steps.findIndex(
        (other) => step.answers !== undefined && other.step.id === step.answers,
      );
      const question = steps[answered];
      return {
        anchor: anchorOf(one),
        number: i + 1,
        way,
        peer: label(way === 'send' ? step.to : step.from),
        label: step.label,
        href: href(one),
        stanzas: stanzas.map((id) => ({
          text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
          href: links.definition('stanza', id),
        })),
        confidence: one.fact.confidence,
        note: step.note,
        optional: step.optional === true,
        disputes: one.fact.disputes
          .filter(({ status }) => status !== 'resolved')
          .map(({ claim, flavors = [] }) => ({ claim, by: flavors.map((id) => links.ref('flavor', id)) })),
        answers:
          question === undefined
            ? undefined
            : {
                step: { text: `step ${answered + 1}`, href: `#${anchorOf(question)}` },
                within: step.within && withinWords(step.within, corpus),
              },
        example: one.example === undefined ? undefined : walkExample(one.example, corpus, links),
        replies: one.answers.map((answer) => answerView(answer, corpus, links)),
      };
    }),
    left: { send: leftOut('send'), receive: leftOut('receive') },
  };
}

function walkExample(
  { stanza, index }: PlacedExample,
  corpus: Corpus,
  links: Links,
): WalkExample | undefined {
  const data = corpus.definitions.stanza.get(stanza)?.data;
  const page = links.definition('stanza', stanza) ?? '';
  const view = data === undefined ? undefined : exampleViews(data, corpus, links)[index];
  if (view === undefined) return undefined;
  return {
    title: view.title,
    href: `${page}#${view.anchor}`,
    format: view.format,
    body: view.body,
    links: view.links.map(({ anchor, start, end }) => ({ start, end, href: `${page}#${anchor}` })),
  };
}
