import { CODES } from '../../findings/codes.ts';
import { KIND_NAMES } from '../../schema/kinds.ts';

type Schema = Readonly<Record<string, unknown>>;

const said = (description: string, schema: Schema): Schema => ({ ...schema, description });
const text = (description: string): Schema => ({ type: 'string', description });
const texts = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
const words = (description: string, values: readonly string[]): Schema => ({
  type: 'string',
  enum: values,
  description,
});
const list = (description: string, items: Schema): Schema => ({ type: 'array', items, description });
const ref = (name: string): Schema => ({ $ref: name });

/** An object; a key that ends in ? may be absent, and no other key is allowed. */
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !key.endsWith('?')),
  properties: Object.fromEntries(
    Object.entries(properties).map(([key, one]) => [key.replace(/\?$/, ''), one]),
  ),
});

const CONFIDENCE = ['confirmed', 'probable', 'speculative', 'unknown'];
const STATUS = ['draft', 'review', 'stable', 'deprecated'];
const OPEN = ['open', 'resolved'];

const confidence = words('How sure it is.', CONFIDENCE);
const status = words('How far the definition is.', STATUS);
const id = text('The id: the name of its file.');
const url = text('Where it is shown: absolute where the site is known, else from the root of the host.');
const prose = (what: string): Schema =>
  text(
    `${what} \`code\`, *emphasis*, **strong emphasis** and [links](https://example.org/) are its only markup.`,
  );
const schemaOf = text('The schema of this file.');
const TALLY = 'fact.schema.json#/$defs/tally';
const PLACES = 'fact.schema.json#/$defs/places';
const REFERENCES = 'fact.schema.json#/$defs/references';
const DISPUTES = 'fact.schema.json#/$defs/disputes';

const questions = list('What is not known of it, and what was.', ref('question.schema.json'));
const moved = texts('Former fact paths and ids that lead here.');
const facts = list('Its facts, in the order of the page.', ref('fact.schema.json'));
const paths = texts('Paths of the facts that rest on it.');
const yaml = text('Its YAML in the repository.');

const FACT = {
  title: 'Fact',
  description: 'A statement about the protocol, with its address, how sure it is, and what stands behind it.',
  ...object({
    path: text('The fact path: the one address of the fact, such as call-terminate:terminate@reason.'),
    url,
    kind: words('An attribute of a node, a child of a node, its content, or a value of an enum.', [
      'attribute',
      'child',
      'content',
      'value',
    ]),
    name: text('The attribute, tag or value; content for the content of a node.'),
    'node?': text('The node that holds it, as tags below the outermost one; absent for the outermost one.'),
    'type?': text('string, int, hex, bytes, bool, jid, timestamp, or enum: and the id of an enum.'),
    'required?': {
      type: 'boolean',
      description: 'Whether an attribute is always there; absent when not known.',
    },
    'occurrence?': words('How often a child stands in its parent.', ['1', '0..1', '0..n', '1..n']),
    'children_order?': words('Whether the order of what stands in a child matters.', [
      'fixed',
      'any',
      'unknown',
    ]),
    'size?': text('The size of a content in bytes, as a number or in words.'),
    'when?': prose('When it is there.'),
    confidence,
    description: prose('What it means.'),
    'observed_values?': texts('Values that were seen, or that clients write.'),
    evidence: said(
      'What stands behind it, worked out from the lists below.',
      object({
        carries: words('The highest confidence that the evidence carries.', CONFIDENCE),
        channels: texts('Channels on which a technique with a source listened: wire, runtime, code.'),
        independent_flavors: count('Flavors with a source that do not derive from each other.'),
        words: text('The same in words, with the cheapest step up.'),
      }),
    ),
    'techniques?': texts('Techniques by which it was observed.'),
    'flavors?': texts('Flavors whose code shows it.'),
    'contributors?': texts('People who contributed it.'),
    'tools?': texts('Tools that were used.'),
    'sources?': said('Where it can be seen.', ref('#/$defs/places')),
    'disputes?': said('Observations that contradict it.', ref('#/$defs/disputes')),
    'history?': said(
      'What the releases say of it; absent where nothing was released.',
      object({
        since: text('The version in which it first appeared, under this path or a former one.'),
        changes: list(
          'When its confidence changed, the oldest first.',
          object({
            version: text('The version.'),
            from: words('How sure it was before.', CONFIDENCE),
            to: words('How sure it was from then on.', CONFIDENCE),
          }),
        ),
      }),
    ),
  }),
  $defs: {
    places: list(
      'Sources.',
      object({
        text: text('The source as it is written in the YAML.'),
        'url?': text('Its permalink, where there is one.'),
      }),
    ),
    disputes: list(
      'Observations that contradict a fact.',
      object({
        claim: prose('What the other observation says.'),
        status: words('Whether the dispute is still open.', OPEN),
        'resolution?': prose('How it was resolved.'),
        'flavors?': texts('Flavors that make the claim.'),
        'sources?': ref('#/$defs/places'),
      }),
    ),
    references: list(
      'Things to read.',
      object({
        url: text('Where it is.'),
        'title?': text('What it is.'),
        'note?': prose('What is found there.'),
      }),
    ),
    tally: said(
      'A number of facts, by confidence.',
      object({
        facts: count('All of them.'),
        confirmed: count('Confirmed ones.'),
        probable: count('Probable ones.'),
        speculative: count('Speculative ones.'),
        unknown: count('Those behind which nothing stands.'),
      }),
    ),
  },
} as const;

const QUESTION = {
  title: 'Question',
  description: 'Something that is not known of a definition yet, or was not.',
  ...object({
    'id?': text('Its id, unique in the corpus; absent where it is only a sentence.'),
    url,
    owner: said(
      'The definition that asks.',
      object({ kind: words('Its kind.', ['stanza', 'enum', 'flow']), id }),
    ),
    question: prose('The question.'),
    status: words('Whether it is still open.', OPEN),
    'answer?': prose('The answer.'),
    'sources?': ref(PLACES),
    'asks?': texts('Techniques that could settle it.'),
    'settles?': list(
      'What a capture would have to hold to answer it.',
      // biome-ignore lint/suspicious/noThenProperty: the name is the published one; nobody awaits this.
      object({ if: text('A predicate over a capture.'), then: prose('The answer if it holds.') }),
    ),
  }),
};

const overview: Readonly<Record<string, Schema>> = {
  title: text('The title of the spec.'),
  version: text('The version of the spec.'),
  url,
  'summary?': prose('What the spec describes.'),
  'notice?': prose('What every reader must know.'),
  'license?': text('The licence of the data and the text.'),
  'repository?': text('The repository that holds the spec.'),
  'commit?': text('The commit that this was made from.'),
  'date?': text('The day of that commit.'),
  counts: said(
    'How many definitions there are of each kind.',
    object(Object.fromEntries(KIND_NAMES.map((kind) => [kind, count(`Definitions of the kind ${kind}.`)]))),
  ),
  tally: ref(TALLY),
  questions: said(
    'How many questions there are.',
    object({ open: count('Open ones.'), resolved: count('Answered ones.') }),
  ),
  'credits?': said('Earlier work that the spec rests on.', ref(REFERENCES)),
};

const LEDGER = list(
  'Names that somebody has seen and no stanza describes yet.',
  object({
    name: text('The name.'),
    kind: words('Whether it is a tag or an attribute.', ['tag', 'attribute']),
    sources: ref(PLACES),
    'note?': prose('What is known of it.'),
    'same_as?': text('The name under which the spec describes it.'),
  }),
);

const TERMS = list(
  'The words that the spec uses.',
  object({ term: text('The word.'), definition: prose('What it means.') }),
);

const stanza: Readonly<Record<string, Schema>> = {
  id,
  url,
  'yaml?': yaml,
  tag: text('The tag of the outermost node.'),
  display_name: text('The name that readers see.'),
  category: words('What it is for.', ['signaling', 'keying', 'media', 'transport']),
  direction: texts('Which ways it goes, seen from the client.'),
  status,
  spec_version: text('The version in which the definition last changed.'),
  summary: prose('What it does.'),
  'match?': said(
    'What makes a captured node this stanza, beside its tag.',
    object({
      'attributes?': list(
        'Attributes that have to be there, each with one of its values.',
        object({ name: text('The attribute.'), values: texts('The values of which it has one.') }),
      ),
      'payload?': texts('Children of which one has to be there.'),
    }),
  ),
  'children_order?': words('Whether the order of its children matters.', ['fixed', 'any', 'unknown']),
  tally: ref(TALLY),
  'examples?': list(
    'Examples.',
    object({
      title: text('What it shows.'),
      format: words('How the body is written.', ['xml', 'json', 'hex']),
      body: text('The example.'),
      'note?': prose('Where it comes from.'),
    }),
  ),
  'notes?': prose('What else a reader should know.'),
  'questions?': questions,
  'references?': ref(REFERENCES),
  'flows?': texts('Flows that send it.'),
  'moved_from?': moved,
};

const enumeration: Readonly<Record<string, Schema>> = {
  id,
  url,
  'yaml?': yaml,
  title: text('The name that readers see.'),
  status,
  summary: prose('What the values stand for.'),
  tally: ref(TALLY),
  used_by: texts('Paths of the facts whose type it is.'),
  'questions?': questions,
  'references?': ref(REFERENCES),
  'moved_from?': moved,
};

const evidence: Readonly<Record<string, Schema>> = {
  'techniques?': texts('Techniques by which it was observed.'),
  'flavors?': texts('Flavors whose code shows it.'),
  'contributors?': texts('People who contributed it.'),
  'tools?': texts('Tools that were used.'),
  'sources?': ref(PLACES),
  'disputes?': ref(DISPUTES),
};

const flow: Readonly<Record<string, Schema>> = {
  id,
  url,
  'yaml?': yaml,
  title: text('The name that readers see.'),
  status,
  spec_version: text('The version in which the definition last changed.'),
  summary: prose('What happens.'),
  participants: list(
    'Who takes part.',
    object({ id: text('The name that steps use.'), label: text('The name that readers see.') }),
  ),
  steps: list(
    'What is sent, in order.',
    object({
      from: text('The participant that sends.'),
      to: text('The participant that receives.'),
      label: text('What is sent.'),
      confidence,
      'stanza?': text('The stanza that is sent.'),
      'note?': prose('What else happens.'),
      ...evidence,
    }),
  ),
  'questions?': questions,
  'references?': ref(REFERENCES),
};

const technique: Readonly<Record<string, Schema>> = {
  id,
  url,
  'yaml?': yaml,
  title: text('The name that readers see.'),
  status,
  maturity: words('How well tried it is.', ['established', 'emerging', 'experimental']),
  summary: prose('How it works.'),
  targets: texts('What it is used on.'),
  strengths: texts('What it is good at.'),
  limitations: texts('What it cannot do.'),
  tooling: texts('Tools that it needs.'),
  'channel?': words('Where it listens.', ['wire', 'runtime', 'code']),
  'observes?': words('The program whose traffic it shows.', ['official', 'library']),
  'effort?': words('What it takes to begin.', ['low', 'medium', 'high']),
  'maintainers?': texts('Contributors to ask about it.'),
  'guide?': text('A guide to it.'),
  'references?': ref(REFERENCES),
  facts: paths,
};

const flavor: Readonly<Record<string, Schema>> = {
  id,
  url,
  'home?': text('Its home page.'),
  'yaml?': yaml,
  'name?': text('The name of the project.'),
  'kind?': words('Whether it implements the protocol or only describes it.', [
    'implementation',
    'description',
  ]),
  'repository?': text('Its repository.'),
  'commit?': text('The commit to which every source of this flavor refers.'),
  'language?': text('The language that it is written in.'),
  'maturity?': words('How far it is.', ['experimental', 'partial', 'working', 'production']),
  'license?': text('Its licence.'),
  'maintainer?': text('Who looks after it.'),
  'status?': status,
  'covers?': texts('What it covers.'),
  'basis?': texts('What it rests on.'),
  'derives_from?': texts('Flavors that it was ported from or copies.'),
  'description?': prose('What it is.'),
  facts: paths,
};

const contributor: Readonly<Record<string, Schema>> = {
  id,
  url,
  'yaml?': yaml,
  'name?': text('The name that readers see.'),
  'github?': text('The name on GitHub.'),
  'affiliation?': text('Where they belong.'),
  'techniques?': texts('Techniques that they use.'),
  'tools?': texts('Tools that they use.'),
  'flavors?': texts('Flavors that they work on.'),
  'links?': ref(REFERENCES),
  facts: paths,
};

const capture: Readonly<Record<string, Schema>> = {
  id,
  url,
  'yaml?': yaml,
  'title?': text('What it shows.'),
  'status?': status,
  'kind?': words('Whether it was captured, replayed or made up.', ['captured', 'replayed', 'synthetic']),
  source: said(
    'Where it comes from.',
    object({
      technique: text('The technique by which it was captured.'),
      'client?': text('The program that was observed: the id of a flavor, or official.'),
      'issue?': text('The issue or pull request that it came with.'),
      'contributor?': text('Who contributed it.'),
      'captured_at?': text('When it was captured.'),
      'tools?': texts('Tools that were used.'),
    }),
  ),
  stanza_tag: text('The tag of the outermost node.'),
  direction: words('Which way it went.', ['outgoing', 'incoming', 'bidirectional']),
  confidence,
  raw: said(
    'The stanza, sanitized.',
    object({ format: words('How the body is written.', ['xml', 'json', 'hex']), body: text('The stanza.') }),
  ),
  sanitized: { const: true, description: 'That everything personal was replaced.' },
  'decoded?': prose('What the stanza says.'),
  'attributes?': list(
    'Attributes worth a remark.',
    object({ name: text('The attribute.'), value: text('Its value.'), 'note?': prose('What it shows.') }),
  ),
  'notes?': prose('What else a reader should know.'),
  facts: paths,
};

const twin = (title: string, description: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  title,
  description,
  ...object({ $schema: schemaOf, ...properties }),
});

/** The schemas of the exported JSON files, by the name of their file without .schema.json. */
export const TWIN_SCHEMAS: Readonly<Record<string, Schema>> = {
  fact: FACT,
  question: QUESTION,
  'overview-twin': twin('Overview', 'The spec as a whole, with its counts.', overview),
  'stanza-twin': twin('Stanza twin', 'A stanza with its facts.', { ...stanza, facts }),
  'enum-twin': twin('Enum twin', 'An enum with its values.', { ...enumeration, facts }),
  'flow-twin': twin('Flow twin', 'A sequence of stanzas.', flow),
  'technique-twin': twin('Technique twin', 'A technique and the facts that rest on it.', technique),
  'flavor-twin': twin('Flavor twin', 'A flavor and the facts that rest on it.', flavor),
  'contributor-twin': twin('Contributor twin', 'A contributor and the facts that rest on them.', contributor),
  'capture-twin': twin('Capture twin', 'A capture and the facts that rest on it.', capture),
  'stanza-list-twin': twin('Stanza list', 'All stanzas, and what nobody has described yet.', {
    stanzas: list(
      'All stanzas.',
      object({
        id,
        url,
        tag: text('The tag of the outermost node.'),
        display_name: text('The name that readers see.'),
        category: text('What it is for.'),
        direction: texts('Which ways it goes.'),
        status,
        spec_version: text('The version in which the definition last changed.'),
        tally: ref(TALLY),
        open_questions: count('Open questions of the stanza.'),
        open_disputes: count('Open disputes about its facts.'),
      }),
    ),
    ledger: LEDGER,
  }),
  'fact-list-twin': twin('Fact list', 'All facts in short; spec.json has them whole.', {
    facts: list(
      'All facts.',
      object({
        path: text('The fact path.'),
        url,
        kind: text('attribute, child, content or value.'),
        'type?': text('Its type.'),
        confidence,
        carries: words('The highest confidence that its evidence carries.', CONFIDENCE),
        'techniques?': texts('Techniques by which it was observed.'),
        'flavors?': texts('Flavors whose code shows it.'),
        sources: count('Its sources.'),
        open_disputes: count('Its open disputes.'),
      }),
    ),
  }),
  'question-list-twin': twin('Question list', 'All questions, open and answered.', {
    questions: list('All questions.', ref('question.schema.json')),
  }),
  'dispute-list-twin': twin('Dispute list', 'Everything that is disputed, open or resolved.', {
    disputed: list(
      'Facts, then steps of flows.',
      object({
        path: text('The fact path, or the flow and the number of its step.'),
        url,
        confidence,
        says: prose('What the spec says.'),
        disputes: ref(DISPUTES),
      }),
    ),
  }),
  'enum-list-twin': twin('Enum list', 'All enums.', {
    enums: list(
      'All enums.',
      object({
        id,
        url,
        title: text('The name that readers see.'),
        status,
        tally: ref(TALLY),
        used_by: texts('Paths of the facts whose type it is.'),
      }),
    ),
  }),
  'flow-list-twin': twin('Flow list', 'All flows.', {
    flows: list(
      'All flows.',
      object({
        id,
        url,
        title: text('The name that readers see.'),
        status,
        summary: prose('What happens.'),
        steps: count('Its steps.'),
      }),
    ),
  }),
  'registry-list-twin': twin('Registry list', 'All techniques, flavors, contributors or captures.', {
    kind: words('What is listed.', ['technique', 'flavor', 'contributor', 'capture']),
    entries: list(
      'All of them.',
      object({ id, url, title: text('The name that readers see.'), facts: count('Facts that rest on it.') }),
    ),
  }),
  'glossary-twin': twin('Glossary twin', 'The words that the spec uses.', { terms: TERMS }),
  'rules-twin': twin('Rules twin', 'What a spec is held against.', {
    rules: list(
      'All codes of findings.',
      object({
        code: words('The code; it never changes.', Object.keys(CODES)),
        level: words('How bad it is.', ['error', 'warning', 'note']),
        title: text('What it is about.'),
        why: prose('Why it matters.'),
      }),
    ),
  }),
  'data-twin': twin('Data twin', 'The files that are published for programs.', {
    files: list(
      'All files, or forms of their paths.',
      object({
        path: text('The path from the base of the site on; <id> stands for any id.'),
        holds: text('What it holds.'),
        'schema?': text('The schema of its JSON.'),
      }),
    ),
    examples: list(
      'Programs that read them, in JavaScript.',
      object({
        title: text('What it finds.'),
        about: text('What it reads.'),
        code: text('The program.'),
      }),
    ),
  }),
  'spec-export': twin('Spec export', 'The whole corpus as one file.', {
    ...overview,
    facts: list('Every fact, of stanzas by id, then of enums.', ref('fact.schema.json')),
    stanzas: list('Every stanza, without its facts.', object(stanza)),
    enums: list('Every enum, without its values.', object(enumeration)),
    flows: list('Every flow.', object(flow)),
    techniques: list('Every technique.', object(technique)),
    flavors: list('Every flavor.', object(flavor)),
    contributors: list('Every contributor.', object(contributor)),
    captures: list('Every capture.', object(capture)),
    glossary: TERMS,
    ledger: LEDGER,
    tombstones: list(
      'Paths that were released and are gone.',
      object({
        path: text('The path.'),
        reason: prose('Why it is gone.'),
        date: text('The day on which it went.'),
        'successor?': text('What took its place.'),
      }),
    ),
  }),
};
