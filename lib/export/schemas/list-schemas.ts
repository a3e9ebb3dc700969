import { isComputed } from '../../corpus/lists/kind-list.ts';
import { isRegistry, KINDS, PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import { definitionProperties, ID } from './definition-properties.ts';
import { exportedDefinition, exportedProperties } from './exported-properties.ts';
import { CONFIDENCE, DISPUTES, FACT_SCHEMA, PAGE_URL } from './fact-schema.ts';
import { QUESTIONS } from './question-schema.ts';
import {
  commonWords,
  count,
  described,
  list,
  objectOf,
  optional,
  type Properties,
  proseText,
  text,
  texts,
  words,
} from './typed-schema.ts';

/** A schema of the JSON of a page: what it is called, what it holds, and its keys beside `$schema`. */
export interface PageSchema {
  readonly title: string;
  readonly description: string;
  readonly properties: Properties;
}

/** Some of the keys of others. */
function pick(properties: Properties, keys: readonly string[]): Properties {
  return Object.fromEntries(
    keys.map((key) => {
      const one = properties[key];
      if (one === undefined) throw new Error(`no key ${key} to list`);
      return [key, one];
    }),
  );
}

export const LEDGER = list(
  'Names that were seen, but that no stanza describes yet.',
  exportedDefinition('ledger', 'entry'),
);

export const TERMS = list('The words that the spec uses.', exportedDefinition('glossary', 'term'));

const FACT_KEYS = (FACT_SCHEMA['properties'] ?? {}) as Properties;

const DISPUTED = {
  path: text('The fact path, or the flow and the number of its step.'),
  url: PAGE_URL,
  confidence: CONFIDENCE,
  says: proseText('What the spec says.'),
  disputes: DISPUTES,
};

const stanzas: PageSchema = {
  title: 'Stanza list',
  description: 'All stanzas, and names that are not described yet.',
  properties: {
    stanzas: list(
      'All stanzas.',
      objectOf({
        ...pick(definitionProperties('stanza'), [
          'id',
          'url',
          'tag',
          'display_name',
          'category',
          'phase',
          'order',
          'direction',
          'status',
          'spec_version',
          'tally',
        ]),
        open_questions: count('Open questions of the stanza.'),
        open_disputes: count('Open disputes about its facts.'),
      }),
    ),
    ledger: LEDGER,
  },
};

const facts: PageSchema = {
  title: 'Fact list',
  description: 'All facts in short; spec.json has them in full.',
  properties: {
    facts: list(
      'All facts.',
      objectOf({
        ...pick(FACT_KEYS, ['path', 'url', 'kind', 'confidence']),
        type: optional(text('Its type.')),
        carries: commonWords('confidence', 'The highest confidence that its evidence supports.'),
        techniques: optional(texts('Techniques by which it was observed.')),
        flavors: optional(texts('Flavors whose code shows it.')),
        sources: count('Its sources.'),
        open_disputes: count('Its open disputes.'),
      }),
    ),
  },
};

const enums: PageSchema = {
  title: 'Enum list',
  description: 'All enums.',
  properties: {
    enums: list(
      'All enums.',
      objectOf(pick(definitionProperties('enum'), ['id', 'url', 'title', 'status', 'tally', 'used_by'])),
    ),
  },
};

const flows: PageSchema = {
  title: 'Flow list',
  description: 'All flows.',
  properties: {
    flows: list(
      'All flows.',
      objectOf({
        ...pick(definitionProperties('flow'), ['id', 'url', 'title', 'status', 'summary']),
        steps: count('Its steps.'),
      }),
    ),
  },
};

const entry = { id: ID, url: PAGE_URL, title: text('The name that readers see.') };

const registries: PageSchema = {
  title: 'Registry list',
  description: 'All techniques, flavors, contributors or captures.',
  properties: {
    kind: words('What is listed.', PAGE_KINDS.filter(isRegistry)),
    entries: list(
      'All entries.',
      objectOf({
        ...entry,
        facts: count('Facts that it supports.'),
        records: optional(count('Of a capture: its stanzas; a trace has many.')),
      }),
    ),
  },
};

/** The list of a kind with columns: `kindListTwins` makes it. */
function columnsOf(kind: PageKind): PageSchema {
  const { title, about, columns = [] } = KINDS[kind];
  const keys = columns.map(
    (column): Properties =>
      isComputed(column)
        ? { [column.key]: count(`${column.label ?? column.title}.`) }
        : pick(exportedProperties(kind), [column.key]),
  );
  return {
    title: `${title} list`,
    description: about,
    properties: {
      kind: words('What is listed.', [kind]),
      entries: list('All entries.', objectOf({ ...Object.assign({}, ...keys), ...entry })),
    },
  };
}

/** The schemas of pages that list more than one definition, by the name of their file. */
export const LIST_SCHEMAS: Readonly<Record<string, PageSchema>> = {
  'fact-list-twin': facts,
  'question-list-twin': {
    title: 'Question list',
    description: 'All questions, open and answered.',
    properties: { questions: described('All questions.', QUESTIONS) },
  },
  'dispute-list-twin': {
    title: 'Dispute list',
    description: 'Everything that is or was disputed.',
    properties: { disputed: list('Facts, then steps of flows.', objectOf(DISPUTED)) },
  },
  'registry-list-twin': registries,
  ...Object.fromEntries(
    PAGE_KINDS.filter((kind) => !isRegistry(kind)).map((kind) => [`${kind}-list-twin`, columnsOf(kind)]),
  ),
  'stanza-list-twin': stanzas,
  'enum-list-twin': enums,
  'flow-list-twin': flows,
};
