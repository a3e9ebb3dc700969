// What the package offers as `stanza-catalog`: specs read, checked, measured, compared and exported. It touches no
// file system; `stanza-catalog/node` has the one piece that does.

export type { Corpus, Entry } from './corpus/corpus.ts';
export { carriedBy, type Evidence } from './corpus/evidence.ts';
export type { Fact, FactKind } from './corpus/fact.ts';
export type { ConfidenceChange, FactHistory } from './corpus/fact-history.ts';
export type { FilePort, FolderEntry } from './corpus/file-port.ts';
export { type Loaded, loadCorpus } from './corpus/load.ts';
export { memoryFiles } from './corpus/memory-files.ts';
export { permalink } from './corpus/permalink.ts';
export { plainProse } from './corpus/prose.ts';
export type { Publication } from './corpus/publication.ts';
export type { Question } from './corpus/question.ts';
export type { Coverage } from './coverage/coverage.ts';
export { measureCoverage } from './coverage/measure-coverage.ts';
export type { Bundle, BundleDefinition, BundleFact } from './diff/bundle.ts';
export { bundleOf } from './diff/bundle-of.ts';
export type { Change } from './diff/change.ts';
export { compare } from './diff/compare.ts';
export { type Impact, impactOf } from './diff/impact-of.ts';
export { type PathResolver, pathResolver, type Resolution } from './diff/path-resolver.ts';
export { type ReadBundle, readBundle } from './diff/read-bundle.ts';
export { specJson } from './export/spec-json.ts';
export { stanzaTypes } from './export/stanza-types.ts';
export type { Finding } from './findings/finding.ts';
export { renderJson } from './findings/render-json.ts';
export { renderPretty } from './findings/render-pretty.ts';
export { RULES } from './rules/index.ts';
export type { Rule } from './rules/rule.ts';
export { type Validated, validate } from './rules/validate.ts';
export { KINDS, type Kind } from './schema/kinds.ts';
export type * from './schema/types.generated.ts';
