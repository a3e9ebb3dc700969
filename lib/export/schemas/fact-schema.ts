import type { MoreRecords } from '../../capture/seen/sightings.ts';
import type { ClientsByDeed } from '../../corpus/clients/clients-by-deed.ts';
import { FACT_KINDS } from '../../corpus/model/fact.ts';
import type { ConfidenceChange, FactHistory } from '../../corpus/model/fact-history.ts';
import type { SourceState } from '../../corpus/sources/checks/source-state.ts';
import type {
  Builds,
  ChildrenOrders,
  Confidence,
  Occurrence,
  Writers,
} from '../../schema/types.generated.ts';
import type { LinkedSource } from '../json/addresses.ts';
import type { TallyJson } from '../json/export-context.ts';
import type { DisputeJson, FactJson, LegJson } from '../json/json-of-fact.ts';
import {
  commonWords,
  count,
  described,
  flag,
  list,
  object,
  objectOf,
  optional,
  proseText,
  ref,
  type TypedSchema,
  text,
  texts,
  words,
} from './typed-schema.ts';

const FILE = 'fact.schema.json';
export const FACT = ref<FactJson>(FILE);
export const TALLY = ref<TallyJson>(`${FILE}#/$defs/tally`);
export const EVIDENCE = ref<FactJson['evidence']>(`${FILE}#/$defs/evidence`);
export const HISTORY = ref<FactHistory>(`${FILE}#/$defs/history`);
export const PLACES = ref<readonly LinkedSource[]>(`${FILE}#/$defs/places`);
export const DISPUTES = ref<readonly DisputeJson[]>(`${FILE}#/$defs/disputes`);
export const REFERENCES: TypedSchema = ref(`${FILE}#/$defs/references`);

export const CONFIDENCE = commonWords<Confidence>('confidence');
export const PAGE_URL = text(
  'The address of its page: absolute if the address of the site is known, otherwise from the root of the host.',
);

const OPEN = ['open', 'resolved'] as const;
/** Whether a dispute or a question is open. */
export const openOrResolved = (what: string): TypedSchema<(typeof OPEN)[number]> =>
  words(`Whether the ${what} is still open.`, OPEN);

const history = described(
  'The history of a fact in the releases.',
  object<FactHistory>({
    since: text('The version in which it first appeared, under this path or a former one.'),
    changes: list(
      'Changes of its confidence, oldest first.',
      object<ConfidenceChange>({
        version: text('The version.'),
        from: commonWords('confidence', 'The confidence before.'),
        to: commonWords('confidence', 'The confidence since then.'),
      }),
    ),
  }),
);

const evidence = described(
  'The evidence of a fact, derived from its lists.',
  object<FactJson['evidence']>({
    carries: commonWords('confidence', 'The highest confidence that the evidence supports.'),
    channels: texts('Channels of the techniques that have a source: wire, runtime, code.'),
    implementations: count('Implementations that show it, with those that only the evidence of a leg names.'),
    independent_flavors: count('Flavors with a source that do not derive from each other.'),
    words: text('The evidence in words, with the easiest step to a higher confidence.'),
    checked: optional(
      flag(
        'Whether all of its sources in code were opened and name it; absent where nobody opened those of the spec, and of steps and what parts say, which code does not name.',
      ),
    ),
  }),
);

const BUILDS: TypedSchema<Builds> = list(
  'Since and until which build of a client it is known to hold.',
  object<Builds[number]>({
    client: text('The client, such as WhatsApp Web.'),
    platform: optional(text('The platform, where it matters.')),
    since: optional(text('The first build that is known to have it.')),
    until: optional(text('The last build that is known to have it.')),
  }),
);

const ORDER = {
  anyOf: [
    { type: 'string', enum: ['fixed', 'any', 'unknown'] },
    { type: 'array', items: { type: 'string' } },
  ],
} as const;

const CHILDREN_ORDER: TypedSchema<ChildrenOrders> = {
  anyOf: [...ORDER.anyOf, objectOf({ sent: optional(ORDER), delivered: optional(ORDER) })],
  description:
    'The order of its children: fixed, any, unknown, or tags in their order; one for both legs, or one for each.',
};

/** Whether a fact is there on a leg. */
const leg = (description: string, presences: readonly LegJson['presence'][]): TypedSchema<LegJson> =>
  described(
    description,
    object<LegJson>({
      presence: words('How often it is there.', presences),
      confidence: optional(commonWords('confidence', 'How sure this is, where it differs from the fact.')),
      rated_lower: optional(text('Why the leg is rated lower than its evidence supports.')),
      note: optional(proseText('What else there is to know about this leg.')),
      techniques: optional(texts('Techniques by which this leg was observed.')),
      flavors: optional(texts('Flavors whose code shows this leg.')),
      contributors: optional(texts('People who contributed it.')),
      tools: optional(texts('Tools that were used.')),
      sources: optional(
        described('Where this leg can be seen.', ref<readonly LinkedSource[]>('#/$defs/places')),
      ),
    }),
  );

// The keys of a union, whose types the compiler does not compare.
const CHECK = described(
  'Of a source in code: what opening it has shown.',
  objectOf({
    state: words('Whether it was opened at the commit of its flavor.', [
      'checked',
      'not checked',
      'out of date',
      'unreadable',
    ]),
    commit: optional(text('The commit at which it was opened.')),
    named: optional(
      text(
        'How the name on the wire was found: exact, spelling (as CALL_ID for call-id), alias, around and a number of lines, or no.',
      ),
    ),
    reason: optional(text('Why it is not named there, if the flavor says so.')),
    problem: optional(text('Why it cannot be read: no file, no lines, or not text.')),
  }) as TypedSchema<SourceState>,
);

const fact = object<FactJson>({
  path: text('The fact path: the permanent address of the fact, such as call-terminate:terminate@reason.'),
  url: PAGE_URL,
  place: optional(
    text(
      'In the file of a definition that takes it from a shared node or an envelope: where it is there, such as call-offer:offer/te@ip. Its techniques, flavors, sources, disputes and history are in the file of its owner.',
    ),
  ),
  kind: words(
    'An attribute, a child or the content of a node, a choice between some of these, a value of an enum, a step of a flow, or of a part a requirement, a field of a layout or a step of its procedure.',
    FACT_KINDS,
  ),
  name: text(
    'The attribute, tag, choice or value; content for the content of a node; the label of a step; the anchor in a part.',
  ),
  node: optional(
    text('The node that contains it, as tags below the outermost node; absent for the outermost node.'),
  ),
  type: optional(
    text('string, int, hex, bytes, bool, jid, timestamp, the id of a type, or enum: and the id of an enum.'),
  ),
  value: optional(text('The value, where it is always the same.')),
  required: optional(flag('Whether an attribute is always present; absent if not known.')),
  sent: optional(leg('Whether a sender writes it.', ['required', 'optional', 'never'])),
  delivered: optional(leg('Whether it is in what the server delivers.', ['always', 'sometimes', 'never'])),
  written_by: optional(
    list('Who writes it.', words<Writers[number]>('A writer.', ['client', 'server', 'engine'])),
  ),
  sent_by: optional(
    texts(
      'Of a value: the participants of flows that send it; absent if nobody was seen to send or write it.',
    ),
  ),
  clients: optional(
    described(
      'What the code of clients does with it, as its sources say; in the file of a stanza: what it does at this place.',
      object<ClientsByDeed>({
        writes: optional(texts('The flavors that write it.')),
        reads: optional(texts('The flavors that read it.')),
        names: optional(texts('The flavors whose code only names it.')),
      }),
    ),
  ),
  only_if: optional(text('A predicate: it occurs only if this holds.')),
  required_if: optional(text('A predicate: it always occurs if this holds.')),
  builds: optional(BUILDS),
  occurrence: optional(commonWords<Occurrence>('occurrence')),
  of: optional(texts('The members of a choice: tags of children, and names of attributes after @.')),
  children_order: optional(CHILDREN_ORDER),
  use: optional(text('The id of the shared node that the child is.')),
  without: optional(texts('Parts of that shared node that are not at this place.')),
  apart: optional(proseText('Why the child is not the shared node of the same tag.')),
  refuses: optional(texts('The stanzas that are answered with the value when they are refused.')),
  remedy: optional(proseText('What a client does about the value.')),
  tags_from: optional(text('enum: and the id of the enum that lists the tags of the child.')),
  size: optional(text('The size of a content in bytes, as a number or in words.')),
  when: optional(proseText('When it is present.')),
  confidence: CONFIDENCE,
  rated_lower: optional(
    text(
      'Why that is lower than its evidence supports, in one line; absent if it is not, or nobody says why.',
    ),
  ),
  description: proseText('What it means.'),
  observed_values: optional(texts('Values that were observed, or that clients send.')),
  unobserved_values: optional(
    texts(
      'Those of the observed_values that nobody observed: refuted, or only named in code or a description.',
    ),
  ),
  evidence: described(
    'Its evidence, derived from the lists below.',
    ref<FactJson['evidence']>('#/$defs/evidence'),
  ),
  techniques: optional(texts('Techniques by which it was observed.')),
  flavors: optional(texts('Flavors whose code shows it.')),
  contributors: optional(texts('People who contributed it.')),
  tools: optional(texts('Tools that were used.')),
  sources: optional(described('Where it can be seen.', ref<readonly LinkedSource[]>('#/$defs/places'))),
  more_records: optional(
    described(
      'The records of traces that show it and are not among its sources.',
      object<MoreRecords>({ records: count('How many there are.'), traces: count('In how many traces.') }),
    ),
  ),
  last_seen: optional(text('The client in which it was last seen, and the day.')),
  disputes: optional(
    described('Observations that contradict it.', ref<readonly DisputeJson[]>('#/$defs/disputes')),
  ),
  history: optional(
    described(
      'Its history in the releases; absent if it was not released.',
      ref<FactHistory>('#/$defs/history'),
    ),
  ),
});

/** The schema of a fact, and of what other schemas share with it. */
export const FACT_SCHEMA: TypedSchema<FactJson> = {
  title: 'Fact',
  description: 'A statement about the protocol, with its address, its confidence and its evidence.',
  ...fact,
  $defs: {
    evidence,
    history,
    places: list(
      'Sources.',
      object<LinkedSource>({
        text: text('The source as written in the YAML.'),
        url: optional(text('Its permalink, if it has one.')),
        check: optional(CHECK),
      }),
    ),
    disputes: list(
      'Observations that contradict a fact.',
      object<DisputeJson>({
        claim: proseText('The contradicting claim.'),
        status: openOrResolved('dispute'),
        year: optional(
          text(
            'Where all of its evidence is of former years, the year: it is a difference in time, and not open.',
          ),
        ),
        resolution: optional(proseText('How it was resolved.')),
        flavors: optional(texts('Flavors that make the claim.')),
        sources: optional(ref<readonly LinkedSource[]>('#/$defs/places')),
      }),
    ),
    references: list(
      'Further reading.',
      objectOf({
        url: text('The address of the page.'),
        title: optional(text('The title of the page.')),
        note: optional(proseText('What the page contains.')),
      }),
    ),
    tally: described(
      'A number of facts, by confidence.',
      object<TallyJson>({
        facts: count('All facts.'),
        confirmed: count('Confirmed facts.'),
        probable: count('Probable facts.'),
        speculative: count('Speculative facts.'),
        unknown: count('Unknown facts: those without evidence.'),
      }),
    ),
  },
};
