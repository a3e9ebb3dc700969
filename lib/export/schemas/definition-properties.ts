import { isRegistry, KINDS, type PageKind } from '../../schema/kinds.ts';
import type { ClientPartJson } from '../json/json-of-definition.ts';
import { ANSWERS_SCHEMA } from './answers-schema.ts';
import { exportedDefinition, exportedProperties } from './exported-properties.ts';
import { EVIDENCE, FACT, HISTORY, PAGE_URL, TALLY } from './fact-schema.ts';
import {
  list,
  object,
  optional,
  type Properties,
  type TypedSchema,
  text,
  texts,
  words,
} from './typed-schema.ts';

/** Keys of the YAML that are facts in the JSON. */
const FACT_KEYS: { readonly [K in PageKind]?: readonly string[] } = {
  stanza: ['attributes', 'children', 'content', 'one_of'],
  node: ['attributes', 'children', 'content', 'one_of'],
  enum: ['values'],
  part: [],
};

const STEP = exportedDefinition('flow', 'step') as {
  readonly properties: Readonly<Record<string, TypedSchema>>;
};

/** Keys that the JSON has and the YAML has not, and those that the JSON has more of. */
const COMPUTED: { readonly [K in PageKind]?: Properties } = {
  stanza: {
    tally: TALLY,
    answers: optional(ANSWERS_SCHEMA),
    flows: optional(texts('Flows that send it.')),
  },
  node: { tally: TALLY, used_by: texts('Ids of the stanzas and paths of the children that are this node.') },
  flow: {
    steps: list('What is sent, in order.', {
      ...STEP,
      properties: {
        path: text('The path of a step that has an id: flow/<id of the flow>#<id of the step>.'),
        url: text('Where a step that has an id is shown.'),
        ...STEP.properties,
        evidence: EVIDENCE,
        history: HISTORY,
      },
    }),
  },
  part: { tally: TALLY },
  flavor: {
    parts: list(
      'The parts of the protocol that its code has, in the order of the spec.',
      object<ClientPartJson>({
        path: text('The path of the fact.'),
        does: list(
          'What its code does with it; empty if it only names it.',
          words<ClientPartJson['does'][number]>('Whether it writes or reads it.', ['writes', 'reads']),
        ),
      }),
    ),
  },
  enum: { tally: TALLY, used_by: texts('Paths of the facts whose type it is.') },
  type: { used_by: texts('Paths of the facts whose type it is.') },
};

export const ID = text('The id: the name of its file.');

/** The keys of a definition in exported JSON, as `jsonOfDefinition` makes it. */
export function definitionProperties(kind: PageKind): Properties {
  return {
    id: ID,
    url: PAGE_URL,
    yaml: optional(text('Its YAML in the repository.')),
    ...exportedProperties(kind, ['id', ...(FACT_KEYS[kind] ?? [])]),
    ...COMPUTED[kind],
    ...(isRegistry(kind) ? { facts: texts('Paths of the facts that it supports.') } : {}),
  };
}

/** The keys of the JSON of a definition's page: those of the definition, and its facts. */
export const pageProperties = (kind: PageKind): Properties => ({
  ...definitionProperties(kind),
  ...(FACT_KEYS[kind] === undefined
    ? {}
    : { facts: list('Its facts, and those that it shares with others, in the order of the page.', FACT) }),
});

/** The title of the schema of a definition's page. */
export const pageTitle = (kind: PageKind): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} twin`;

/** What the JSON of a definition's page holds. */
export const pageHolds = (kind: PageKind): string => `${KINDS[kind].holds.one}.`;
