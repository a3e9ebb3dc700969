// What the package offers as `stanza-catalog`: specs read, checked, measured, compared and exported. It touches no
// file system; `stanza-catalog/node` has the one piece that does.

export { type Evidence, weighEvidence } from './corpus/evidence/evidence.ts';
export { type Loaded, loadCorpus } from './corpus/load/load-corpus.ts';
export type { Corpus, Entry } from './corpus/model/corpus.ts';
export type { Fact, FactKind } from './corpus/model/fact.ts';
export type { ConfidenceChange, FactHistory } from './corpus/model/fact-history.ts';
export type { Publication } from './corpus/model/publication.ts';
export type { Question } from './corpus/model/question.ts';
export type { FilePort, FolderEntry } from './corpus/ports/file-port.ts';
export { memoryFiles } from './corpus/ports/memory-files.ts';
export { permalink } from './corpus/sources/permalink.ts';
export type { Coverage } from './coverage/coverage.ts';
export { measureCoverage } from './coverage/measure-coverage.ts';
export type { Bundle, BundleDefinition, BundleFact } from './diff/bundle/bundle.ts';
export { bundleOf } from './diff/bundle/bundle-of.ts';
export { type PathResolver, pathResolver, type Resolution } from './diff/bundle/path-resolver.ts';
export { type ReadBundle, readBundle } from './diff/bundle/read-bundle.ts';
export type { Change } from './diff/changes/change.ts';
export { compare } from './diff/changes/compare.ts';
export { type Impact, impactOf } from './diff/changes/impact-of.ts';
export { stanzaTypes } from './export/formats/stanza-types.ts';
export { specJson } from './export/json/spec-json.ts';
export type { Finding } from './findings/finding.ts';
export { renderJson } from './findings/render-json.ts';
export { renderPretty } from './findings/render-pretty.ts';
export { plainProse } from './prose/parse-prose.ts';
export { RULES } from './rules/index.ts';
export type { Rule } from './rules/parts/rule.ts';
export { type Validated, validateSpec } from './rules/validate-spec.ts';
export { KINDS, type Kind } from './schema/kinds.ts';
export type * from './schema/types.generated.ts';
