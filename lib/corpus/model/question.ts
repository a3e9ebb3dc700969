import type { PageKind } from '../../schema/kinds.ts';
import type { OpenQuestion, TrackedQuestion } from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';

/** A question, with the definition that asks it. */
export interface Question {
  readonly kind: PageKind;
  /** The id of the definition. */
  readonly owner: string;
  /** Its fragment on the page of its definition: its id, or its number if it has none. */
  readonly anchor: string;
  /** undefined for a question that is just a sentence. */
  readonly id: string | undefined;
  readonly text: string;
  readonly status: 'open' | 'resolved';
  readonly answer: string | undefined;
  readonly sources: readonly string[];
  /** Ids of the techniques that could answer it. */
  readonly asks: readonly string[];
  readonly settles: NonNullable<TrackedQuestion['settles']>;
  readonly pointer: Pointer;
}

/** The questions of a definition, in the order of its file. */
export function questionsOf(
  kind: Question['kind'],
  owner: string,
  questions: readonly OpenQuestion[] | undefined,
): Question[] {
  return (questions ?? []).map((one, i) => {
    const base = { kind, owner, pointer: ['open_questions', i] };
    if (typeof one === 'string') {
      return {
        ...base,
        anchor: `question-${i + 1}`,
        id: undefined,
        text: one,
        status: 'open',
        answer: undefined,
        sources: [],
        asks: [],
        settles: [],
      };
    }
    return {
      ...base,
      anchor: `question-${one.id}`,
      id: one.id,
      text: one.question,
      status: one.status,
      answer: one.answer,
      sources: one.sources ?? [],
      asks: one.asks ?? [],
      settles: one.settles ?? [],
    };
  });
}
