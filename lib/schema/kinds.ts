import type { FileKindEntry, KindEntry, PageKindEntry } from './kind-entry.ts';
import { schemaNode } from './schema-node.ts';
import { SCHEMAS } from './schemas.generated.ts';
import type { TypeOfKind } from './types.generated.ts';

export type { TypeOfKind };

export type Kind = keyof TypeOfKind;

/**
 * The kinds of definitions. A new kind costs a schema (`npm run generate` makes its type), an entry here, and a page in
 * `site/pages/` that shows one. Loading, validation, lists, JSON, Markdown, search, feeds, diffs and `npm run new` go by
 * this table. What a kind has of its own beyond that is code in a table of its room, such as `OWN_MARKDOWN`.
 * The order is that of every list of kinds: counts, releases, spec.json, equal results of search.
 */
const TABLE = {
  spec: {
    schema: SCHEMAS.spec,
    at: { file: 'spec.yaml' },
    title: 'Overview',
    page: '',
  },
  stanza: {
    schema: SCHEMAS.stanza,
    at: { folders: ['stanzas'] },
    title: 'Stanzas',
    page: 'stanzas/',
    about: 'Every stanza with its tag, category, direction and facts by confidence.',
    holds: { one: 'A stanza with its facts', list: 'All stanzas, and names not described yet' },
    facts: ':',
    order: 'phases',
    figure: 'elsewhere',
    released: true,
    feed: true,
    incremental: true,
  },
  node: {
    schema: SCHEMAS.node,
    noun: 'shared node',
    at: { folders: ['nodes'] },
    title: 'Shared nodes',
    page: 'nodes/',
    about: 'Nodes that occur at several places, each described once.',
    holds: { one: 'A shared node with its facts', list: 'All shared nodes in short' },
    facts: ':',
    figure: 'nowhere',
    released: true,
    feed: true,
    columns: [
      { key: 'tag', title: 'Tag' },
      { key: 'status', title: 'Status' },
      { key: 'facts', title: 'Facts' },
      { key: 'places', title: 'Places', label: 'Places that use it' },
      { key: 'open_questions', title: 'Questions', label: 'Open questions' },
      { key: 'open_disputes', title: 'Disputes' },
    ],
  },
  enum: {
    schema: SCHEMAS.enum,
    at: { folders: ['enums'] },
    title: 'Enums',
    page: 'enums/',
    about: 'Every enum with its values.',
    holds: { one: 'An enum with its values', list: 'All enums in short' },
    facts: '=',
    lists: { values: { name: 'value' } },
    figure: 'elsewhere',
    released: true,
    columns: [
      { key: 'enum_type', title: 'Type' },
      { key: 'status', title: 'Status' },
      { key: 'facts', title: 'Values' },
      { key: 'used_by', title: 'Used by' },
      { key: 'open_questions', title: 'Questions', label: 'Open questions' },
      { key: 'open_disputes', title: 'Disputes' },
    ],
    incremental: true,
  },
  type: {
    schema: SCHEMAS.type,
    at: { folders: ['types'] },
    title: 'Types',
    page: 'types/',
    about: 'What values look like, and which of them can identify somebody.',
    holds: { one: 'A type and the facts that have it' },
    figure: 'nowhere',
    columns: [
      { key: 'summary', title: 'What it is' },
      { key: 'base', title: 'Base' },
      { key: 'privacy', title: 'Privacy' },
      { key: 'used_by', title: 'Used by' },
    ],
  },
  flow: {
    schema: SCHEMAS.flow,
    at: { folders: ['flows'] },
    title: 'Flows',
    page: 'flows/',
    about: 'The sequences of stanzas in which a call happens.',
    holds: { one: 'A flow with its steps', list: 'All flows in short' },
    facts: '#',
    released: true,
    lists: { steps: { name: 'id' } },
    factNoun: 'step',
    figure: 'elsewhere',
    columns: [
      { key: 'summary', title: 'What happens' },
      { key: 'participants', title: 'Between' },
      { key: 'steps', title: 'Steps', of: 'confidences' },
      { key: 'open_questions', title: 'Questions', label: 'Open questions' },
      { key: 'open_disputes', title: 'Disputes' },
    ],
    incremental: true,
  },
  machine: {
    schema: SCHEMAS.machine,
    noun: 'state machine',
    at: { folders: ['machines'] },
    title: 'State machines',
    page: 'states/',
    about: 'The states of each side, and the stanzas that lead from one to another.',
    holds: { one: 'A state machine with its transitions' },
    figure: 'nowhere',
    columns: [
      { key: 'summary', title: 'Whose states' },
      { key: 'status', title: 'Status' },
    ],
  },
  part: {
    schema: SCHEMAS.part,
    at: { folders: ['signalling', 'encodings', 'crypto', 'relay'] },
    foldersFrom: 'part_categories',
    title: 'Parts',
    page: 'parts/',
    about: 'The rules behind the stanzas: requirements, layouts of bytes and procedures.',
    holds: { one: 'A part with its requirements, layouts and procedure', list: 'All parts in short' },
    facts: '#',
    lists: {
      requirements: { name: 'id' },
      layout: { name: 'id', inside: { list: 'fields', name: 'name' } },
      procedure: { name: 'id' },
    },
    factNoun: 'statement',
    order: 'categories',
    figure: 'nowhere',
    cited: true,
    released: true,
    feed: true,
    columns: [
      { key: 'code', title: 'Code' },
      { key: 'summary', title: 'What it describes' },
      { key: 'status', title: 'Status' },
      { key: 'facts', title: 'Statements' },
      { key: 'only_text', title: 'Only text', label: 'Statements without evidence' },
      { key: 'open_questions', title: 'Questions', label: 'Open questions' },
    ],
  },
  guide: {
    schema: SCHEMAS.guide,
    at: { folders: ['guides'] },
    title: 'Guides',
    page: 'guides/',
    about: 'Explanations, each linked to the facts that it rests on, and walks through flows.',
    holds: { one: 'A guide with its sections', list: 'All guides in short' },
    texts: 'sections',
    columns: [{ key: 'summary', title: 'What it explains' }],
  },
  technique: {
    schema: SCHEMAS.technique,
    at: { folders: ['techniques'] },
    title: 'Techniques',
    page: 'techniques/',
    about: 'How facts are observed, and what each technique can show.',
    holds: { one: 'A technique and the facts that it supports' },
    evidence: true,
    columns: [
      { key: 'id', title: 'Id' },
      { key: 'known_channel', title: 'Observes' },
      { key: 'maturity', title: 'Maturity' },
      { key: 'facts', title: 'Facts' },
      { key: 'could_settle', title: 'Could answer', label: 'Questions that it could answer' },
    ],
    incremental: true,
  },
  flavor: {
    schema: SCHEMAS.flavor,
    noun: 'implementation',
    fileNoun: 'flavor',
    at: { folders: ['flavors'] },
    title: 'Implementations',
    page: 'flavors/',
    about: 'The clients whose code facts are read from, and extracts and descriptions of others.',
    holds: { one: 'An implementation: what it writes and reads, and the facts that it supports' },
    evidence: true,
    columns: [
      { key: 'id', title: 'Id' },
      { key: 'language', title: 'Language' },
      { key: 'derives_from', title: 'Derived from', of: 'flavor', empty: 'none known' },
      { key: 'written_parts', title: 'Writes', label: 'Parts that it writes' },
      { key: 'read_parts', title: 'Reads', label: 'Parts that it reads' },
      { key: 'parts_alone', title: 'Alone', label: 'Parts that no other family has' },
      { key: 'facts', title: 'Facts' },
      { key: 'disputed_facts', title: 'Disputes', label: 'Facts that it disputes' },
    ],
    incremental: true,
  },
  contributor: {
    schema: SCHEMAS.contributor,
    at: { folders: ['contributors'] },
    title: 'Contributors',
    page: 'contributors/',
    about: 'Who observed what.',
    holds: { one: 'A contributor and the facts that name them' },
    evidence: true,
    figure: 'nowhere',
    columns: [
      { key: 'affiliation', title: 'Affiliation' },
      { key: 'techniques', title: 'Techniques', of: 'technique' },
      { key: 'own_captures', title: 'Captures' },
      { key: 'facts', title: 'Facts' },
    ],
    incremental: true,
  },
  capture: {
    schema: SCHEMAS.capture,
    at: { folders: ['captures'] },
    title: 'Captures',
    page: 'captures/',
    about: 'Sanitized captures, and what they show about the facts.',
    holds: { one: 'A sanitized capture and the facts that it supports' },
    evidence: true,
    figure: 'elsewhere',
    incremental: true,
  },
  glossary: {
    schema: SCHEMAS.glossary,
    at: { file: 'glossary.yaml' },
    title: 'Glossary',
    page: 'glossary/',
    about: 'The terms of the spec.',
  },
  ledger: {
    schema: SCHEMAS.ledger,
    at: { file: 'ledger.yaml' },
    title: 'Ledger',
    page: 'stanzas/',
  },
  tombstones: {
    schema: SCHEMAS.tombstones,
    at: { file: 'tombstones.yaml' },
    title: 'Tombstones',
    page: undefined,
  },
} as const satisfies Readonly<Record<Kind, KindEntry>>;

/** The kinds with a file and a page for each definition. */
export type PageKind = {
  [K in Kind]: (typeof TABLE)[K] extends { readonly at: { readonly file: string } } ? never : K;
}[Kind];

/** The kinds whose definitions hold facts. */
export type FactOwner = {
  [K in PageKind]: (typeof TABLE)[K] extends { readonly facts: string } ? K : never;
}[PageKind];

export const KINDS: { readonly [K in Kind]: K extends PageKind ? PageKindEntry : FileKindEntry } = TABLE;

export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

export const isPageKind = (kind: Kind): kind is PageKind => 'folders' in KINDS[kind].at;

export const PAGE_KINDS: readonly PageKind[] = KIND_NAMES.filter(isPageKind);

export const isFactOwner = (kind: string): kind is FactOwner =>
  PAGE_KINDS.some((one) => one === kind && KINDS[one].facts !== undefined);

/** The kinds whose definitions hold facts, in the order of the table. */
export const FACT_OWNERS: readonly FactOwner[] = PAGE_KINDS.filter(isFactOwner);

/** The kinds on whose definitions facts rest. */
export type Registry = {
  [K in PageKind]: (typeof TABLE)[K] extends { readonly evidence: true } ? K : never;
}[PageKind];

export const isRegistry = (kind: Kind): kind is Registry => isPageKind(kind) && KINDS[kind].evidence === true;

/** The kinds whose pages are kept as they were in each release. */
export type ReleasedKind = {
  [K in PageKind]: (typeof TABLE)[K] extends { readonly released: true } ? K : never;
}[PageKind];

export const isReleasedKind = (kind: Kind): kind is ReleasedKind =>
  isPageKind(kind) && KINDS[kind].released === true;

export const RELEASED_KINDS: readonly ReleasedKind[] = PAGE_KINDS.filter(isReleasedKind);

/** The kinds whose definitions may ask questions. */
export const QUESTION_KINDS: readonly PageKind[] = PAGE_KINDS.filter(
  (kind) => schemaNode(KINDS[kind].schema).properties?.['open_questions'] !== undefined,
);
