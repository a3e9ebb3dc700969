/** A file, or a form of files, that is published for programs. */
export interface DataFile {
  /** From the base of the site on; <id> stands for any id. */
  readonly path: string;
  readonly holds: string;
  /** The name of its schema under schema/, without .schema.json. */
  readonly schema?: string;
}

/** What is published beside the pages, the most useful first. */
export const DATA_FILES: readonly DataFile[] = [
  {
    path: 'spec.json',
    holds: 'The whole corpus: every fact with its address, confidence, evidence and sources.',
    schema: 'spec-export',
  },
  { path: 'index.json', holds: 'The spec as a whole, with its counts.', schema: 'overview-twin' },
  { path: 'stanzas.json', holds: 'All stanzas in short, and the ledger.', schema: 'stanza-list-twin' },
  { path: 'stanzas/<id>.json', holds: 'A stanza with its facts.', schema: 'stanza-twin' },
  { path: 'facts.json', holds: 'All facts in short.', schema: 'fact-list-twin' },
  { path: 'enums.json', holds: 'All enums in short.', schema: 'enum-list-twin' },
  { path: 'enums/<id>.json', holds: 'An enum with its values.', schema: 'enum-twin' },
  { path: 'flows.json', holds: 'All flows in short.', schema: 'flow-list-twin' },
  { path: 'flows/<id>.json', holds: 'A flow with its steps.', schema: 'flow-twin' },
  { path: 'questions.json', holds: 'All questions, open and answered.', schema: 'question-list-twin' },
  { path: 'disputes.json', holds: 'Everything that is disputed.', schema: 'dispute-list-twin' },
  { path: 'glossary.json', holds: 'The words that the spec uses.', schema: 'glossary-twin' },
  {
    path: 'techniques/<id>.json',
    holds: 'A technique and the facts that rest on it; techniques.json lists all.',
    schema: 'technique-twin',
  },
  {
    path: 'flavors/<id>.json',
    holds: 'A flavor and the facts that rest on it; flavors.json lists all.',
    schema: 'flavor-twin',
  },
  {
    path: 'contributors/<id>.json',
    holds: 'A contributor and the facts that rest on them; contributors.json lists all.',
    schema: 'contributor-twin',
  },
  {
    path: 'captures/<id>.json',
    holds: 'A sanitized capture and the facts that rest on it; captures.json lists all.',
    schema: 'capture-twin',
  },
  { path: 'coverage.json', holds: 'How far the spec is confirmed.', schema: 'coverage' },
  { path: 'coverage-badge.json', holds: 'The same as an endpoint badge of shields.io.' },
  {
    path: 'changes.json',
    holds: 'Every release with what changed in it, and what is not released yet.',
    schema: 'changes',
  },
  { path: 'changes/<version>.json', holds: 'What changed in a release.', schema: 'release-twin' },
  { path: 'releases/<version>.json', holds: 'A release as it was frozen.', schema: 'bundle' },
  {
    path: 'v/<version>/stanzas/<id>.json',
    holds: 'A stanza as a release had it; enums stand beside it.',
    schema: 'released-twin',
  },
  {
    path: 'flows/<old id>.json',
    holds: 'At the address of any page that is there no more: where it moved, or why it was withdrawn.',
    schema: 'former-twin',
  },
  { path: 'rules.json', holds: 'What a spec is held against: all codes of findings.', schema: 'rules-twin' },
  { path: 'feed.json', holds: 'What changed, as a JSON feed; feed.xml is the same as Atom.' },
  { path: 'stanzas/<id>/feed.json', holds: 'What changed in a stanza; feed.xml beside it is the same.' },
  { path: 'llms.txt', holds: 'An introduction for language models; llms-full.txt has all pages.' },
  { path: 'schema/<kind>.schema.json', holds: 'The schemas of the YAML and of these files.' },
];
