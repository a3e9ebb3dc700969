import { FACT_KINDS } from '../../corpus/model/fact.ts';
import { PART_ASPECTS } from '../../corpus/parts/part-traits.ts';
import { KIND_NAMES, QUESTION_KINDS, RELEASED_KINDS } from '../../schema/kinds.ts';

const text = { type: 'string', maxLength: 20_000 } as const;
const texts = { type: 'array', maxItems: 5000, items: text } as const;
const word = (words: readonly string[]) => ({ type: 'string', enum: words }) as const;
const confidence = word(['confirmed', 'probable', 'speculative', 'unknown']);
const openOrResolved = word(['open', 'resolved']);

const object = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const list = (items: object) => ({ type: 'array', maxItems: 1_000_000, items });

const evidence = { techniques: texts, flavors: texts, contributors: texts, sources: texts };

const leg = (presences: readonly string[]) =>
  object(['presence'], { presence: word(presences), confidence, note: text, ...evidence });

const step = object(['label', 'from', 'to'], {
  label: text,
  from: text,
  to: text,
  stanza: text,
  one_of: texts,
  with: text,
  after: texts,
  optional: { type: 'boolean' },
  repeats: { type: 'boolean' },
  answers: text,
  echoes: list(object(['attribute'], { attribute: text, of: text, of_payload: { type: 'boolean' } })),
  within: object(['ms'], {
    ms: { type: 'integer', minimum: 1 },
    seen_ms: { type: 'integer', minimum: 1 },
    ...evidence,
  }),
  clients: object([], { does: texts, leaves_out: texts }),
});

const part = object([], Object.fromEntries(PART_ASPECTS.map((aspect) => [aspect, text])));

const fact = object(['path', 'kind', 'confidence', 'description'], {
  path: text,
  kind: word(FACT_KINDS),
  confidence,
  rated_lower: text,
  type: text,
  required: { type: 'boolean' },
  sent: leg(['required', 'optional', 'never']),
  delivered: leg(['always', 'sometimes', 'never']),
  written_by: texts,
  only_if: text,
  required_if: text,
  value: text,
  builds: list(object(['client'], { client: text, platform: text, since: text, until: text })),
  occurrence: word(['1', '0..1', '0..n', '1..n']),
  order: text,
  size: text,
  use: text,
  without: texts,
  apart: text,
  tags_from: text,
  refuses: texts,
  remedy: text,
  of: texts,
  step,
  part,
  when: text,
  description: text,
  observed: texts,
  ...evidence,
  disputes: list(
    object(['claim', 'status'], {
      claim: text,
      status: openOrResolved,
      resolution: text,
      flavors: texts,
      sources: texts,
    }),
  ),
});

const question = object(['kind', 'owner', 'text', 'status'], {
  kind: word(QUESTION_KINDS),
  owner: text,
  id: text,
  text,
  status: openOrResolved,
  answer: text,
});

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The JSON Schema of a frozen bundle. */
export const BUNDLE_SCHEMA = {
  $schema: DRAFT,
  $id: 'bundle.schema.json',
  title: 'Bundle',
  description: 'A spec as it was released: every fact by its path, definitions, questions and the ledger.',
  ...object(
    ['schemaVersion', 'version', 'title', 'facts', 'definitions', 'questions', 'ledger', 'tombstones'],
    {
      schemaVersion: { const: 1, description: 'The version of this format.' },
      version: { ...text, description: 'The version of the spec.' },
      date: { ...text, description: 'The day of the release.' },
      note: { ...text, description: 'What a reader of the bundle must know.' },
      title: { ...text, description: 'The title of the spec.' },
      facts: { description: 'Every fact, by path.', ...list(fact) },
      definitions: {
        description: 'Every definition, without its facts and questions.',
        ...list(
          object(['kind', 'id', 'title', 'data'], {
            kind: word(KIND_NAMES),
            id: text,
            title: text,
            moved_from: texts,
            data: { type: 'object' },
          }),
        ),
      },
      questions: { description: 'Every question, open or resolved.', ...list(question) },
      ledger: {
        description: 'Names that were seen and are not described.',
        ...list(object(['name', 'kind'], { name: text, kind: word(['tag', 'attribute']), same_as: text })),
      },
      tombstones: {
        description: 'Paths that were withdrawn or renamed.',
        ...list(
          object(['path', 'reason', 'date'], { path: text, reason: text, date: text, successor: text }),
        ),
      },
    },
  ),
} as const;

/** The JSON Schema of a stanza, a shared node, an enum or a part as it was in a release. */
export const RELEASED_SCHEMA = {
  $schema: DRAFT,
  $id: 'released-twin.schema.json',
  title: 'Released definition',
  description:
    'A stanza, a shared node, an enum or a part as it was in a release. It never changes; the current one may differ.',
  ...object(['$schema', 'version', 'kind', 'id', 'title', 'data', 'facts', 'questions'], {
    $schema: { ...text, description: 'The schema of this file.' },
    version: { ...text, description: 'The version of the spec.' },
    date: { ...text, description: 'The day of the release; absent if it is not known.' },
    kind: { ...word(RELEASED_KINDS), description: 'What it is.' },
    id: { ...text, description: 'Its id.' },
    title: { ...text, description: 'Its title.' },
    current: { ...text, description: 'Where it is described now; absent if it was withdrawn.' },
    data: { type: 'object', description: 'The other keys of its YAML.' },
    facts: { description: 'Its facts, by path.', ...list(fact) },
    questions: { description: 'Its questions.', ...list(question) },
  }),
} as const;
