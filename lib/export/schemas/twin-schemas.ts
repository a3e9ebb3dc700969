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
  flag,
  list,
  objectOf,
  optional,
  type Properties,
  proseText,
  type TypedSchema,
  text,
  words,
} from './typed-schema.ts';

const overview: Properties = {
  ...exportedProperties('spec', ['branch', 'directory', 'site']),
  url: PAGE_URL,
  commit: optional(text('The commit that this was generated from.')),
  date: optional(text('The day of that commit.')),
  counts: described(
    'The number of definitions of each kind.',
    objectOf(Object.fromEntries(KIND_NAMES.map((kind) => [kind, count(`Definitions of the kind ${kind}.`)]))),
  ),
  implementations: count('Flavors that are implementations: extracts and descriptions are none.'),
  captured: count('Stanzas that were captured: the records of all captures that were not made up.'),
  tally: TALLY,
  questions: described(
    'The number of questions.',
    objectOf({ open: count('Open questions.'), resolved: count('Answered questions.') }),
  ),
};

const rules: PageSchema = {
  title: 'Rules twin',
  description: 'The checks of a spec.',
  properties: {
    rules: list(
      'All codes of findings.',
      objectOf({
        code: words('The code; it never changes.', Object.keys(CODES) as FindingCode[]),
        level: words<Level>('The severity.', ['error', 'warning', 'note']),
        policy: flag(
          'Whether it is about how authors work: one level lower in a spec whose policy is not strict.',
        ),
        title: text('A short name.'),
        why: proseText('Why it matters.'),
      }),
    ),
  },
};

const data: PageSchema = {
  title: 'Data twin',
  description: 'The files that are published for programs.',
  properties: {
    files: list(
      'All files, or patterns of their paths.',
      objectOf({
        path: text('The path from the base of the site; <id> is a placeholder for any id.'),
        holds: text('What the file contains.'),
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
  description: 'The complete spec in one file.',
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
    tombstones: list('Released paths that were removed.', exportedDefinition('tombstones', 'tombstone')),
  },
};

const PAGES: Readonly<Record<string, PageSchema>> = {
  'overview-twin': {
    title: 'Overview',
    description: 'General data of the spec, with its counts.',
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
