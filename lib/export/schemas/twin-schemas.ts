import { CODES, type FindingCode } from '../../findings/codes.ts';
import type { Level } from '../../findings/parts/level.ts';
import { KIND_NAMES, KINDS, PAGE_KINDS } from '../../schema/kinds.ts';
import { listKey } from '../json/spec-json.ts';
import { definitionProperties, pageHolds, pageProperties, pageTitle } from './definition-properties.ts';
import { exportedDefinition, exportedProperties } from './exported-properties.ts';
import { FACT, FACT_SCHEMA, PAGE_URL, TALLY } from './fact-schema.ts';
import { LEDGER, LIST_SCHEMAS, type PageSchema, TERMS } from './list-schemas.ts';
import { QUESTION_SCHEMA } from './question-schema.ts';
import {
  count,
  described,
  list,
  objectOf,
  optional,
  type Properties,
  prose,
  type TypedSchema,
  text,
  words,
} from './typed-schema.ts';

const overview: Properties = {
  ...exportedProperties('spec', ['branch', 'directory', 'site']),
  url: PAGE_URL,
  commit: optional(text('The commit that this was made from.')),
  date: optional(text('The day of that commit.')),
  counts: described(
    'How many definitions there are of each kind.',
    objectOf(Object.fromEntries(KIND_NAMES.map((kind) => [kind, count(`Definitions of the kind ${kind}.`)]))),
  ),
  tally: TALLY,
  questions: described(
    'How many questions there are.',
    objectOf({ open: count('Open ones.'), resolved: count('Answered ones.') }),
  ),
};

const rules: PageSchema = {
  title: 'Rules twin',
  description: 'What a spec is held against.',
  properties: {
    rules: list(
      'All codes of findings.',
      objectOf({
        code: words('The code; it never changes.', Object.keys(CODES) as FindingCode[]),
        level: words<Level>('How bad it is.', ['error', 'warning', 'note']),
        title: text('What it is about.'),
        why: prose('Why it matters.'),
      }),
    ),
  },
};

const data: PageSchema = {
  title: 'Data twin',
  description: 'The files that are published for programs.',
  properties: {
    files: list(
      'All files, or forms of their paths.',
      objectOf({
        path: text('The path from the base of the site on; <id> stands for any id.'),
        holds: text('What it holds.'),
        schema: optional(text('The schema of its JSON.')),
      }),
    ),
    examples: list(
      'Programs that read them, in JavaScript.',
      objectOf({
        title: text('What it finds.'),
        about: text('What it reads.'),
        code: text('The program.'),
      }),
    ),
  },
};

const whole: PageSchema = {
  title: 'Spec export',
  description: 'The whole corpus as one file.',
  properties: {
    ...overview,
    facts: list('Every fact once: of stanzas by id, then of shared nodes, then of enums.', FACT),
    ...Object.fromEntries(
      PAGE_KINDS.map((kind) => [
        listKey(kind),
        list(`Every ${kind}, without its facts.`, objectOf(definitionProperties(kind))),
      ]),
    ),
    glossary: TERMS,
    ledger: LEDGER,
    tombstones: list('Paths that were released and are gone.', exportedDefinition('tombstones', 'tombstone')),
  },
};

const PAGES: Readonly<Record<string, PageSchema>> = {
  'overview-twin': {
    title: 'Overview',
    description: 'The spec as a whole, with its counts.',
    properties: overview,
  },
  ...Object.fromEntries(
    PAGE_KINDS.map((kind) => [
      `${kind}-twin`,
      { title: pageTitle(kind), description: pageHolds(kind), properties: pageProperties(kind) },
    ]),
  ),
  ...LIST_SCHEMAS,
  'glossary-twin': {
    title: `${KINDS.glossary.title} twin`,
    description: 'The words that the spec uses.',
    properties: { terms: TERMS },
  },
  'rules-twin': rules,
  'data-twin': data,
  'spec-export': whole,
};

/** The schemas of the exported JSON files, by the name of their file without .schema.json. */
export const TWIN_SCHEMAS: Readonly<Record<string, TypedSchema>> = {
  fact: FACT_SCHEMA,
  question: QUESTION_SCHEMA,
  ...Object.fromEntries(
    Object.entries(PAGES).map(([name, { title, description, properties }]) => [
      name,
      { title, description, ...objectOf({ $schema: text('The schema of this file.'), ...properties }) },
    ]),
  ),
};
