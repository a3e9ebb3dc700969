// What the package offers as `stanza-catalog/capture`: the capture tools, in Node and in a browser alike.

export { loadCorpus } from '../corpus/load/load-corpus.ts';
export type { Corpus } from '../corpus/model/corpus.ts';
export type { FilePort } from '../corpus/ports/file-port.ts';
export { memoryFiles } from '../corpus/ports/memory-files.ts';
export type { CaptureWays, ReportWays } from '../prose/ways.ts';
export { loadBinaryDecoder } from './decode/load-binary-decoder.ts';
export { draft } from './draft/draft.ts';
export type { Draft, DraftOptions } from './draft/entry/draft-options.ts';
export { type OptionProblem, optionProblems } from './draft/entry/option-problems.ts';
export type { Form } from './forms/form.ts';
export { FORMS, type FormName } from './forms/index.ts';
export { findLeaks, findLeaksInId, findLeaksInNode, type Leak, type LeakKind } from './leaks/find-leaks.ts';
export { type AnsweredQuestion, answeredQuestions } from './match/answered-questions.ts';
export { match, type StanzaReview } from './match/match.ts';
export type { Verdict } from './match/verdict.ts';
export {
  type DecodeBinary,
  type LineRange,
  type ParseOptions,
  type ParseProblem,
  type ParseResult,
  type ProblemCode,
  parse,
} from './parse/parse.ts';
export { renderReview, reviewJson } from './review/render-review.ts';
export { renderReviews } from './review/render-reviews.ts';
export { reviewLevel } from './review/review-level.ts';
export {
  type ReviewedLog,
  type ReviewedStanza,
  type ReviewOptions,
  reviewStanzas,
  type SanitizedReview,
} from './review/review-stanzas.ts';
export { verdictHint } from './review/verdict-hint.ts';
export { verdictMessage } from './review/verdict-message.ts';
export { describeReplaced } from './sanitize/describe-replaced.ts';
export type { Replaced } from './sanitize/replaced.ts';
export {
  type Refused,
  type Sanitized,
  type SanitizedStanza,
  type SanitizeOptions,
  sanitize,
} from './sanitize/sanitize.ts';
export { nameWithheldReason } from './share/name-withheld-reason.ts';
export { shareValues } from './share/share-values.ts';
export type { SharedNames } from './share/shared-names.ts';
export { type UnlistedValue, unlistedValues } from './share/unlisted-values.ts';
export { valueWithheldReason } from './share/value-withheld-reason.ts';
export type {
  CapturedAttribute,
  CapturedContent,
  CapturedNode,
  CapturedStanza,
} from './tree/captured-node.ts';
export { printJson } from './tree/print-json.ts';
export { printXml } from './tree/print-xml.ts';
