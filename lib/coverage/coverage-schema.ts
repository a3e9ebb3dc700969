import { CHANNELS } from '../corpus/evidence/channel.ts';
import { CONFIDENCES } from '../corpus/model/confidences.ts';

const text = (description: string) => ({ type: 'string', description });
const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
const count = (description: string) => ({ type: 'integer', minimum: 0, description });
const share = (description: string) => ({ type: ['number', 'null'], minimum: 0, maximum: 1, description });

const object = (properties: Readonly<Record<string, object>>, more: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !more.includes(key)),
  properties,
});

const tally = {
  facts: count('All facts.'),
  ...Object.fromEntries(CONFIDENCES.map((name) => [name, count(`Facts that are ${name}.`)])),
  score: share('(confirmed + 0.5 × probable) / facts; null without facts.'),
};

const rows = (description: string, more: Readonly<Record<string, object>> = {}) => ({
  type: 'array',
  description,
  items: object({ id: text('Which one.'), title: text('What readers call it.'), ...tally, ...more }),
});

const perChannel = (inner: object) =>
  object(Object.fromEntries(CHANNELS.map((channel) => [channel, inner])), CHANNELS);

/** The JSON Schema of coverage.json. */
export const COVERAGE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'coverage.schema.json',
  title: 'Coverage',
  description: 'How far the spec is confirmed, by every group of facts, and what would help most.',
  ...object({
    all: { description: 'All facts.', ...object(tally) },
    stanza_facts: {
      description: 'What stanzas and shared nodes hold: attributes, children, contents, choices.',
      ...object(tally),
    },
    enum_values: { description: 'Values of enums.', ...object(tally) },
    surface: {
      description: 'How much of what is known to exist is described at all.',
      ...object({
        described: texts('Payload tags that some stanza describes.'),
        undescribed: texts('Tags that somebody has seen and no stanza describes.'),
        known: count('Both together.'),
        share: share('described / known; null where nothing is known.'),
      }),
    },
    kinds: rows('By kind of fact.'),
    categories: rows('By category of stanza; shared for what shared nodes hold.'),
    channels: rows('Facts with evidence on each channel.'),
    techniques: rows('Facts that rest on each technique.', {
      sourced: count('Those that have a source for it; the others only name it.'),
    }),
    flavors: rows('Facts that rest on each flavor.'),
    stanzas: rows('By stanza.'),
    nodes: rows('By shared node; its facts are counted once, and not for the stanzas that use it.'),
    enums: rows('By enum.'),
    grid: {
      type: 'array',
      description: 'Each stanza and shared node against the channels.',
      items: object({
        kind: text('stanza or node.'),
        id: text('Which one.'),
        facts: count('Its facts.'),
        channels: { description: 'Facts with evidence on each channel.', ...perChannel(count('Facts.')) },
        flavors: count('Facts that some implementation shows.'),
        confirms: {
          description: 'On the channels without any: facts that one source there would confirm.',
          ...perChannel(count('Facts.')),
        },
        fill: {
          description:
            'Techniques that listen on the channels without any, the easiest first, and of those the ones that open questions ask for.',
          ...perChannel(texts('Techniques.')),
        },
      }),
    },
    next: {
      type: 'array',
      description:
        'What one more source by a technique would confirm: the easiest first, and of those the ones that confirm most.',
      items: object({
        technique: text('The technique.'),
        channel: text('Its channel.'),
        confirms: count('Facts.'),
      }),
    },
    raisable: {
      type: 'array',
      description: 'Facts that claim less than their evidence carries.',
      items: object({
        path: text('The fact path.'),
        owner: text('The stanza, shared node or enum that holds it.'),
        claims: text('What it claims.'),
        carries: text('What its evidence carries.'),
      }),
    },
  }),
} as const;
