import type { AnswersJson } from '../answers/answers-json.ts';
import { CONFIDENCE, PAGE_URL } from './fact-schema.ts';
import {
  described,
  flag,
  list,
  object,
  optional,
  proseText,
  type TypedSchema,
  text,
  texts,
  words,
} from './typed-schema.ts';

const milliseconds = (description: string): TypedSchema<number> => ({
  type: 'integer',
  minimum: 1,
  description,
});

/** A limit, or what was seen. */
const TIME = {
  within_ms: optional(milliseconds('Its limit in milliseconds; absent if none is known.')),
  seen_within_ms: optional(
    milliseconds('The longest time that was seen, in milliseconds, where no limit is known.'),
  ),
};

type Required = AnswersJson['required'][number];
type Otherwise = NonNullable<AnswersJson['answered_otherwise']>[number];

/** How a stanza is answered. */
export const ANSWERS_SCHEMA = described(
  'How it is answered, from the steps of flows, the requirements of parts and the values of enums; absent where nothing is known.',
  object<AnswersJson>({
    required: list(
      'What must come back for it.',
      object<Required>({
        when: words('Whether a client sends the answer to what it received, or gets it for what it sent.', [
          'received',
          'sent',
        ]),
        label: text('What is sent.'),
        stanzas: texts('The stanzas of which one is sent.'),
        with: optional(text('What it contains, as a predicate.')),
        echoes: list(
          'The attributes that it repeats.',
          object<Required['echoes'][number]>({
            attribute: text('The attribute of the answer.'),
            of: optional(text('The attribute that it repeats. Default: the one of the same name.')),
            of_payload: optional({
              type: 'boolean',
              description: 'Whether it repeats the tag of the payload instead.',
            }),
          }),
        ),
        ...TIME,
        otherwise: list(
          'What happens without it.',
          object<Required['otherwise'][number]>({
            path: text('The requirement that says so.'),
            text: proseText('What happens.'),
          }),
        ),
        confidence: CONFIDENCE,
        disputed: optional(flag('True if an open dispute denies it; else absent.')),
        path: text('The step of a flow that says so.'),
        url: PAGE_URL,
      }),
    ),
    in_calls: list(
      'What else answers it in the calls that flows describe.',
      object<AnswersJson['in_calls'][number]>({
        stanzas: texts('The stanzas of which one is sent.'),
        ...TIME,
        steps: texts('The steps of flows that say so.'),
      }),
    ),
    errors: list(
      'The values of enums that refuse it.',
      object<AnswersJson['errors'][number]>({
        value: text('The value.'),
        path: text('Its fact path.'),
        confidence: CONFIDENCE,
        meaning: proseText('What it means.'),
        remedy: optional(proseText('What a client does about it; absent if not known.')),
      }),
    ),
    answered_otherwise: optional(
      list(
        'Of an envelope: the stanzas in it for which a client sends something else.',
        object<Otherwise>({
          stanzas: texts('The stanzas.'),
          label: text('What is sent for them.'),
          path: text('The step of a flow that says so.'),
        }),
      ),
    ),
  }),
);
