import { IMPACTS } from '../changes/impact-of.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const text = (description: string) => ({ type: 'string', description });

const changed = {
  impact: {
    type: 'string',
    enum: IMPACTS,
    description: 'The impact of the changes on users of the spec.',
  },
  counts: {
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    description: 'The number of changes of each kind.',
  },
  changes: {
    type: 'array',
    description: 'Every change. Its other keys depend on its kind.',
    items: {
      type: 'object',
      required: ['kind', 'path'],
      properties: {
        kind: text('What happened, such as added, removed, moved, raised, reshaped or evidence.'),
        path: text('The fact path, or the id of a definition, that it happened to.'),
      },
    },
  },
} as const;

const release = {
  version: text('The version.'),
  date: text('The day of the release; absent if it is not known.'),
  frozen: text('The day on which it was frozen, if only that is known.'),
  note: text('What a reader must know.'),
  facts: { type: 'integer', minimum: 0, description: 'The number of its facts.' },
  since: text('The release that it is compared with; absent for the first one.'),
  ...changed,
} as const;

const REQUIRED = ['version', 'facts', 'impact', 'counts', 'changes'];

/** The JSON Schema of changes.json. */
export const RELEASES_SCHEMA = {
  $schema: DRAFT,
  $id: 'changes.schema.json',
  title: 'Changes',
  description: 'Every release with its changes, newest first, and the unreleased changes.',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'releases'],
  properties: {
    $schema: text('The schema of this file.'),
    unreleased: {
      type: 'object',
      description: 'The changes since the latest release; absent if there are none.',
      additionalProperties: false,
      required: ['since', 'impact', 'counts', 'changes'],
      properties: { since: text('The latest release.'), ...changed },
    },
    releases: {
      type: 'array',
      description: 'The releases.',
      items: { type: 'object', additionalProperties: false, required: REQUIRED, properties: release },
    },
  },
} as const;

/** The JSON Schema of changes/<version>.json. */
export const RELEASE_SCHEMA = {
  $schema: DRAFT,
  $id: 'release-twin.schema.json',
  title: 'Release',
  description: 'A release with its changes.',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', ...REQUIRED],
  properties: { $schema: text('The schema of this file.'), ...release },
} as const;
