import { IMPACTS } from '../changes/impact-of.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const text = (description: string) => ({ type: 'string', description });

const changed = {
  impact: {
    type: 'string',
    enum: IMPACTS,
    description: 'How much the changes mean for those who rely on the spec.',
  },
  counts: {
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    description: 'How many changes there are of each kind.',
  },
  changes: {
    type: 'array',
    description: 'Every change, one by one. What else it holds depends on its kind.',
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
  date: text('The day of the release; absent where it is not known.'),
  frozen: text('The day on which it was frozen, where only that is known.'),
  note: text('What a reader of it must know.'),
  facts: { type: 'integer', minimum: 0, description: 'How many facts it has.' },
  since: text('The release that it is compared with; absent for the first one.'),
  ...changed,
} as const;

const REQUIRED = ['version', 'facts', 'impact', 'counts', 'changes'];

/** The JSON Schema of changes.json. */
export const RELEASES_SCHEMA = {
  $schema: DRAFT,
  $id: 'changes.schema.json',
  title: 'Changes',
  description: 'Every release with what changed in it, the newest first, and what is not released yet.',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'releases'],
  properties: {
    $schema: text('The schema of this file.'),
    unreleased: {
      type: 'object',
      description: 'What changed since the latest release; absent where nothing did.',
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
  description: 'A release with what changed in it.',
  type: 'object',
  additionalProperties: false,
  required: ['$schema', ...REQUIRED],
  properties: { $schema: text('The schema of this file.'), ...release },
} as const;
