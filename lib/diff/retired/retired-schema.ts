import { KIND_NAMES } from '../../schema/kinds.ts';

const text = (description: string) => ({ type: 'string', description });

/** The JSON Schema of the file that replaces the JSON of a page that no longer exists. */
export const RETIRED_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'former-twin.schema.json',
  title: 'Former page',
  description: 'What became of a page that was released: it has moved, or it was withdrawn.',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'kind', 'id', 'title', 'version'],
  properties: {
    $schema: text('The schema of this file.'),
    kind: { type: 'string', enum: KIND_NAMES, description: 'What it was.' },
    id: text('Its id.'),
    title: text('How it was called.'),
    version: text('The last version that had it.'),
    moved_to: text('The page where it is now; absent where it was withdrawn.'),
    path: text('The path that it has now; absent where it was withdrawn.'),
    withdrawn: text('The day on which it was withdrawn.'),
    reason: text('Why it moved or was withdrawn.'),
  },
} as const;
