import { KIND_NAMES } from '../../schema/kinds.ts';

const text = (description: string) => ({ type: 'string', description });

/** The JSON Schema of the JSON of a retired page. */
export const RETIRED_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'former-twin.schema.json',
  title: 'Retired page',
  description: 'A page that was released and has moved or was withdrawn since.',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'kind', 'id', 'title', 'version'],
  properties: {
    $schema: text('The schema of this file.'),
    kind: { type: 'string', enum: KIND_NAMES, description: 'Its kind.' },
    id: text('Its id.'),
    title: text('Its title.'),
    version: text('The last version that had it.'),
    moved_to: text('The page where it is now; absent if it was withdrawn.'),
    path: text('The path that it has now; absent if it was withdrawn.'),
    withdrawn: text('The day on which it was withdrawn.'),
    reason: text('Why it moved or was withdrawn.'),
  },
} as const;
