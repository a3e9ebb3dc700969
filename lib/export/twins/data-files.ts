import type { Corpus } from '../../corpus/model/corpus.ts';
import { feedFiles, twinFiles } from '../../pages/definition-files.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';

/** A published file, or a pattern of such files. */
export interface DataFile {
  /** Below the base of the site; <id> stands for any id. */
  readonly path: string;
  readonly holds: string;
  /** The name of its schema under schema/, without .schema.json. */
  readonly schema?: string;
}

/** Whether a kind has a list: one by its columns is only published for a kind that has definitions. */
export const hasList = (kind: PageKind, { definitions }: Corpus): boolean =>
  KINDS[kind].columns === undefined || definitions[kind].size > 0;

/** The files that are published beside the pages of a corpus, the most useful first. */
export const dataFiles = (corpus: Corpus): readonly DataFile[] =>
  DATA_FILES.filter(({ kind }) => kind === undefined || hasList(kind, corpus));

const DATA_FILES: readonly (DataFile & { readonly kind?: PageKind })[] = [
  {
    path: 'spec.json',
    holds: 'The complete spec: every fact with its address, confidence, evidence and sources.',
    schema: 'spec-export',
  },
  { path: 'index.json', holds: 'General data of the spec, with its counts.', schema: 'overview-twin' },
  ...filesOfKind('stanza'),
  {
    path: 'types.d.ts',
    holds: 'TypeScript types of all stanzas and enums; beside each stanza is a file with its own type.',
  },
  { path: 'facts.json', holds: 'All facts in short.', schema: 'fact-list-twin' },
  ...filesOfKind('enum'),
  ...filesOfKind('flow'),
  { path: 'questions.json', holds: 'All questions, open and answered.', schema: 'question-list-twin' },
  { path: 'disputes.json', holds: 'All disputes.', schema: 'dispute-list-twin' },
  { path: 'glossary.json', holds: 'The terms that the spec uses.', schema: 'glossary-twin' },
  ...PAGE_KINDS.filter((kind) => !['stanza', 'enum', 'flow'].includes(kind)).flatMap(filesOfKind),
  { path: 'coverage.json', holds: 'How much of the spec is confirmed.', schema: 'coverage' },
  { path: 'coverage-badge.json', holds: 'The same as an endpoint badge of shields.io.' },
  {
    path: 'changes.json',
    holds: 'The changes of every release, and the changes that are not released yet.',
    schema: 'changes',
  },
  { path: 'changes/<version>.json', holds: 'The changes of a release.', schema: 'release-twin' },
  { path: 'releases/<version>.json', holds: 'A release as it was frozen.', schema: 'bundle' },
  {
    path: 'v/<version>/stanzas/<id>.json',
    holds: 'A stanza as it was in a release; shared nodes and enums are beside it.',
    schema: 'released-twin',
  },
  {
    path: 'flows/<old id>.json',
    holds: 'For any page that was removed: where it moved, or why it was withdrawn.',
    schema: 'former-twin',
  },
  { path: 'rules.json', holds: 'The checks of a spec: all codes of findings.', schema: 'rules-twin' },
  { path: 'feed.json', holds: 'What changed, as a JSON feed; feed.xml is the same as Atom.' },
  ...PAGE_KINDS.filter((kind) => KINDS[kind].feed === true).map((kind) => ({
    kind,
    path: feedFiles(`${KINDS[kind].page}<id>/`).json,
    holds: `What changed in ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}; feed.xml beside it is the same.`,
  })),
  {
    path: 'llms.txt',
    holds: 'An introduction for language models; llms-full.txt has the pages of the spec.',
  },
  { path: 'schema/<kind>.schema.json', holds: 'The schemas of the YAML and of these files.' },
];

function filesOfKind(kind: PageKind): (DataFile & { readonly kind: PageKind })[] {
  const { page, holds } = KINDS[kind];
  const list = twinFiles(page).json;
  const one = { kind, path: `${page}<id>.json`, schema: `${kind}-twin` };
  if (holds.list === undefined) return [{ ...one, holds: `${holds.one}; ${list} lists all.` }];
  return [
    { kind, path: list, holds: `${holds.list}.`, schema: `${kind}-list-twin` },
    { ...one, holds: `${holds.one}.` },
  ];
}
