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
  items: object({ id: text('Which one.'), title: text('Its display name.'), ...tally, ...more }),
});

const perChannel = (inner: object) =>
  object(Object.fromEntries(CHANNELS.map((channel) => [channel, inner])), CHANNELS);

/** The JSON Schema of coverage.json. */
export const COVERAGE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'coverage.schema.json',
  title: 'Coverage',
  description: 'How much of the spec is confirmed, by group of facts, and which evidence would help most.',
  ...object(
    {
      all: {
        description:
          'All facts: what stanzas and shared nodes hold, values of enums, steps of flows, and what parts say.',
        ...object(tally),
      },
      stanza_facts: {
        description: 'What stanzas and shared nodes hold: attributes, children, contents, choices.',
        ...object(tally),
      },
      enum_values: { description: 'Values of enums.', ...object(tally) },
      steps: { description: 'Steps of flows.', ...object(tally) },
      statements: {
        description: 'What parts say: requirements, fields of layouts, steps of procedures.',
        ...object(tally),
      },
      surface: {
        description: 'How many of the known payload tags are described.',
        ...object({
          described: texts('Payload tags that some stanza describes.'),
          undescribed: texts('Tags that were seen but that no stanza describes.'),
          known: count('Both together.'),
          share: share('described / known; null without a ledger, which says what is known.'),
        }),
      },
      kinds: rows('By kind of fact.'),
      categories: rows('By category of stanza; shared for what shared nodes hold.'),
      channels: rows('Facts with evidence on each channel.'),
      techniques: rows('Facts by technique.', {
        sourced: count('Those that have a source for the technique; the others only list it.'),
      }),
      flavors: rows('Facts by flavor.'),
      stanzas: rows('By stanza.'),
      nodes: rows('By shared node; its facts are counted once, and not for the stanzas that use it.'),
      enums: rows('By enum.'),
      flows: rows('By flow.'),
      parts: rows('By part.'),
      grid: {
        type: 'array',
        description: 'Each stanza and shared node against the channels.',
        items: object({
          kind: text('stanza or node.'),
          id: text('Which one.'),
          facts: count('Its facts.'),
          channels: { description: 'Facts with evidence on each channel.', ...perChannel(count('Facts.')) },
          flavors: count('Facts with evidence from an implementation.'),
          confirms: {
            description: 'On the channels without any: facts that one source there would confirm.',
            ...perChannel(count('Facts.')),
          },
          fill: {
            description:
              'Techniques for the channels without any, the easiest first; among equals, those that open questions ask for.',
            ...perChannel(texts('Techniques.')),
          },
        }),
      },
      next: {
        type: 'array',
        description:
          'The facts that one more source by a technique would confirm: the easiest first; among equals, those that confirm most.',
        items: object({
          technique: text('The technique.'),
          channel: text('Its channel.'),
          confirms: count('Facts.'),
        }),
      },
      unwritten: texts(
        'The paths of facts of stanzas that clients read and none writes, as far as their sources say.',
      ),
      part_counts: {
        description: 'What parts say, and how much of it has no evidence; absent without parts.',
        ...object({
          parts: count('Parts.'),
          requirements: count('Requirements.'),
          layouts: count('Layouts.'),
          fields: count('Fields of layouts.'),
          procedures: count('Parts with a procedure.'),
          steps: count('Steps of procedures.'),
          bare: count('Requirements, fields and steps without any evidence.'),
          markdown: count('Statements that are only Markdown, without evidence.'),
        }),
      },
      checks: {
        description: 'What opening the sources in code has shown; absent if nobody did.',
        ...object({
          sources: count('Sources in code, each time that one is cited.'),
          opened: count('Those that were opened at the commit of their flavor.'),
          named: count('Those of them that name what they are cited for.'),
          explained: count('Those that do not, and whose flavor says why.'),
          facts: count('Facts whose sources in code were all opened and name them.'),
        }),
      },
      raisable: {
        type: 'array',
        description: 'Facts that claim less than their evidence supports.',
        items: object(
          {
            path: text('The fact path.'),
            kind: text('What contains it: stanza, node, enum, flow or part.'),
            owner: text('The stanza, shared node, enum, flow or part that contains it.'),
            claims: text('What it claims.'),
            carries: text('The confidence that its evidence supports.'),
            reason: text('Why, if the fact or its definition says so.'),
          },
          ['reason'],
        ),
      },
    },
    ['checks', 'part_counts'],
  ),
} as const;
