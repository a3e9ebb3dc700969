import type { FactKind } from '../../corpus/model/fact.ts';
import type { ConfidenceChange, FactHistory } from '../../corpus/model/fact-history.ts';
import type { ChildrenOrder, Confidence, Occurrence } from '../../schema/types.generated.ts';
import type { Place } from '../json/addresses.ts';
import type { TallyJson } from '../json/export-context.ts';
import type { DisputeJson, FactJson } from '../json/json-of-fact.ts';
import {
  commonWords,
  count,
  described,
  flag,
  list,
  object,
  objectOf,
  optional,
  prose,
  ref,
  type TypedSchema,
  text,
  texts,
  words,
} from './typed-schema.ts';

const FILE = 'fact.schema.json';
export const FACT = ref<FactJson>(FILE);
export const TALLY = ref<TallyJson>(`${FILE}#/$defs/tally`);
export const PLACES = ref<readonly Place[]>(`${FILE}#/$defs/places`);
export const DISPUTES = ref<readonly DisputeJson[]>(`${FILE}#/$defs/disputes`);
export const REFERENCES: TypedSchema = ref(`${FILE}#/$defs/references`);

export const CONFIDENCE = commonWords<Confidence>('confidence');
export const PAGE_URL = text(
  'Where it is shown: absolute where the site is known, else from the root of the host.',
);

const OPEN = ['open', 'resolved'] as const;
/** Whether a dispute or a question is open. */
export const openOrResolved = (what: string): TypedSchema<(typeof OPEN)[number]> =>
  words(`Whether the ${what} is still open.`, OPEN);

const KINDS_OF_FACTS: Readonly<Record<FactKind, true>> = {
  attribute: true,
  child: true,
  content: true,
  value: true,
};

const history = object<FactHistory>({
  since: text('The version in which it first appeared, under this path or a former one.'),
  changes: list(
    'When its confidence changed, the oldest first.',
    object<ConfidenceChange>({
      version: text('The version.'),
      from: commonWords('confidence', 'How sure it was before.'),
      to: commonWords('confidence', 'How sure it was from then on.'),
    }),
  ),
});

const fact = object<FactJson>({
  path: text('The fact path: the one address of the fact, such as call-terminate:terminate@reason.'),
  url: PAGE_URL,
  kind: words(
    'An attribute of a node, a child of a node, its content, or a value of an enum.',
    Object.keys(KINDS_OF_FACTS) as FactKind[],
  ),
  name: text('The attribute, tag or value; content for the content of a node.'),
  node: optional(
    text('The node that holds it, as tags below the outermost one; absent for the outermost one.'),
  ),
  type: optional(
    text('string, int, hex, bytes, bool, jid, timestamp, the id of a type, or enum: and the id of an enum.'),
  ),
  required: optional(flag('Whether an attribute is always there; absent when not known.')),
  occurrence: optional(commonWords<Occurrence>('occurrence')),
  children_order: optional(commonWords<ChildrenOrder>('childrenOrder')),
  size: optional(text('The size of a content in bytes, as a number or in words.')),
  when: optional(prose('When it is there.')),
  confidence: CONFIDENCE,
  description: prose('What it means.'),
  observed_values: optional(texts('Values that were seen, or that clients write.')),
  evidence: described(
    'What stands behind it, worked out from the lists below.',
    object<FactJson['evidence']>({
      carries: commonWords('confidence', 'The highest confidence that the evidence carries.'),
      channels: texts('Channels on which a technique with a source listened: wire, runtime, code.'),
      independent_flavors: count('Flavors with a source that do not derive from each other.'),
      words: text('The same in words, with the cheapest step up.'),
    }),
  ),
  techniques: optional(texts('Techniques by which it was observed.')),
  flavors: optional(texts('Flavors whose code shows it.')),
  contributors: optional(texts('People who contributed it.')),
  tools: optional(texts('Tools that were used.')),
  sources: optional(described('Where it can be seen.', ref<readonly Place[]>('#/$defs/places'))),
  disputes: optional(
    described('Observations that contradict it.', ref<readonly DisputeJson[]>('#/$defs/disputes')),
  ),
  history: optional(described('What the releases say of it; absent where nothing was released.', history)),
});

/** The schema of a fact, and of what other schemas share with it. */
export const FACT_SCHEMA: TypedSchema<FactJson> = {
  title: 'Fact',
  description: 'A statement about the protocol, with its address, how sure it is, and what stands behind it.',
  ...fact,
  $defs: {
    places: list(
      'Sources.',
      object<Place>({
        text: text('The source as it is written in the YAML.'),
        url: optional(text('Its permalink, where there is one.')),
      }),
    ),
    disputes: list(
      'Observations that contradict a fact.',
      object<DisputeJson>({
        claim: prose('What the other observation says.'),
        status: openOrResolved('dispute'),
        resolution: optional(prose('How it was resolved.')),
        flavors: optional(texts('Flavors that make the claim.')),
        sources: optional(ref<readonly Place[]>('#/$defs/places')),
      }),
    ),
    references: list(
      'Things to read.',
      objectOf({
        url: text('Where it is.'),
        title: optional(text('What it is.')),
        note: optional(prose('What is found there.')),
      }),
    ),
    tally: described(
      'A number of facts, by confidence.',
      object<TallyJson>({
        facts: count('All of them.'),
        confirmed: count('Confirmed ones.'),
        probable: count('Probable ones.'),
        speculative: count('Speculative ones.'),
        unknown: count('Those behind which nothing stands.'),
      }),
    ),
  },
};
