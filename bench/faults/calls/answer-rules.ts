import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { stanzasOfStep } from '../../../lib/corpus/steps/stanzas-of-step.ts';
import { stepPath } from '../../../lib/corpus/steps/step-path.ts';
import type { Confidence, Echo, Step } from '../../../lib/schema/types.generated.ts';
import { observersOf } from './flow-sight.ts';
import { holds } from './holds.ts';

/** Which stanza answers which by its id, as a flow of rules says. */
export interface AnswerRule {
  readonly path: string;
  readonly confidence: Confidence;
  readonly asked: RuleSide;
  readonly answer: RuleSide;
  /** Whether the answer always comes. */
  readonly isDue: boolean;
  readonly echoes: readonly Echo[];
  /** The time in which it comes, in milliseconds. */
  readonly within: number | undefined;
}

interface RuleSide {
  readonly direction: OneWay;
  readonly stanzas: readonly string[];
  readonly with: string | undefined;
}

/** The rules of a corpus, from the view of each of the observers that its flows of rules have. */
export const answerRules = memoizeBy(({ definitions }: Corpus): readonly AnswerRule[] =>
  [...definitions.flow.values()].flatMap(({ data }) =>
    data.rules !== true
      ? []
      : observersOf(data).flatMap((observer) =>
          data.steps.flatMap((step, i): AnswerRule[] => {
            const asked = data.steps.find(({ id }) => id !== undefined && id === step.answers);
            if (asked === undefined || ![step.from, step.to].includes(observer)) return [];
            return [
              {
                path: stepPath(data.id, step, i),
                confidence: step.confidence,
                asked: sideOf(asked, observer),
                answer: sideOf(step, observer),
                isDue: step.optional !== true && asked.optional !== true,
                echoes: echoesOf(step),
                within: step.within?.ms,
              },
            ];
          }),
        ),
  ),
);

const sideOf = (step: Step, observer: string): RuleSide => ({
  direction: step.from === observer ? 'outgoing' : 'incoming',
  stanzas: stanzasOfStep(step),
  with: step.with,
});

/** What an answer repeats: at least the id, by which it is known to be one. */
export const echoesOf = ({ echoes = [] }: Step): readonly Echo[] =>
  echoes.some(({ attribute }) => attribute === 'id') ? echoes : [{ attribute: 'id' }, ...echoes];

/** The stanzas that answer by the id of another one. */
export const answeringStanzas = memoizeBy(
  (corpus: Corpus): ReadonlySet<string> =>
    new Set([
      ...answerRules(corpus).flatMap(({ answer }) => answer.stanzas),
      ...[...corpus.definitions.flow.values()].flatMap(({ data }) =>
        data.steps
          .filter(({ echoes }) => echoes?.some(({ attribute }) => attribute === 'id'))
          .flatMap(stanzasOfStep),
      ),
    ]),
);

/** Whether a stanza, or its envelope, is one of some. */
export const isOneOf = (
  stanza: string | undefined,
  ids: readonly string[],
  { definitions }: Corpus,
): boolean =>
  stanza !== undefined &&
  (ids.includes(stanza) || ids.includes(definitions.stanza.get(stanza)?.data.envelope ?? ''));

/** The rules by which a message is answered, in their order. */
export const rulesFor = (
  message: { readonly root: CapturedNode; readonly direction: OneWay; readonly stanza: string | undefined },
  corpus: Corpus,
): readonly AnswerRule[] =>
  answerRules(corpus).filter(
    ({ asked }) =>
      asked.direction === message.direction &&
      isOneOf(message.stanza, asked.stanzas, corpus) &&
      holds(asked.with, message) !== false,
  );
