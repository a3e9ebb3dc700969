import { QUESTION_KINDS } from '../../schema/kinds.ts';
import type { QuestionJson } from '../json/json-of-question.ts';
import { openOrResolved, PAGE_URL, PLACES } from './fact-schema.ts';
import {
  described,
  list,
  object,
  optional,
  proseText,
  ref,
  type TypedSchema,
  text,
  texts,
  words,
} from './typed-schema.ts';

/** The questions of a definition. */
export const QUESTIONS = list('Its questions, open and answered.', ref<QuestionJson>('question.schema.json'));

/** The schema of a question. */
export const QUESTION_SCHEMA: TypedSchema<QuestionJson> = {
  title: 'Question',
  description: 'An open or answered question about a definition.',
  ...object<QuestionJson>({
    id: optional(text('Its id, unique in the spec; absent if the question has none.')),
    url: PAGE_URL,
    owner: described(
      'The definition that the question is about.',
      object<QuestionJson['owner']>({
        kind: words('Its kind.', QUESTION_KINDS),
        id: text('The id: the name of its file.'),
      }),
    ),
    question: proseText('The question.'),
    status: openOrResolved('question'),
    answer: optional(proseText('The answer.')),
    sources: optional(PLACES),
    asks: optional(texts('Techniques that could answer it.')),
    settles: optional(
      list(
        'Conditions on a capture that answer it.',
        object<NonNullable<QuestionJson['settles']>[number]>({
          if: text('A predicate over a capture.'),
          // biome-ignore lint/suspicious/noThenProperty: the name is the published one; nobody awaits this.
          then: proseText('The answer if the condition is true.'),
        }),
      ),
    ),
    captured: optional(
      list(
        'The answers that captures give to it while it is open.',
        object<NonNullable<QuestionJson['captured']>[number]>({
          answer: proseText('The answer.'),
          captures: texts('The ids of the captures that give it.'),
        }),
      ),
    ),
  }),
};
