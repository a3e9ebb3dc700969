// What the package offers as `stanza-catalog/capture`: the capture tools, in Node and in a browser alike.

export type { Corpus } from '../corpus/corpus.ts';
export type { FilePort } from '../corpus/file-port.ts';
export { loadCorpus } from '../corpus/load.ts';
export { memoryFiles } from '../corpus/memory-files.ts';
export type {
  CapturedAttribute,
  CapturedContent,
  CapturedNode,
  CapturedStanza,
} from './captured-node.ts';
export { type CaptureCheck, checkCapture, levelOfCheck } from './check-capture.ts';
export { type Draft, type DraftOptions, draft } from './draft.ts';
export type { Form } from './forms/form.ts';
export { type CaptureForm, FORMS } from './forms/index.ts';
export { findLeaks, findLeaksInId, findLeaksInNode, type Leak, type LeakKind } from './leaks.ts';
export { match, type StanzaReview, type Verdict } from './match.ts';
export {
  type DecodeBinary,
  type LineRange,
  type ParseOptions,
  type ParseProblem,
  type ParseResult,
  parse,
} from './parse.ts';
export { printJson } from './print-json.ts';
export { printXml } from './print-xml.ts';
export { renderReview, reviewJson } from './render-review.ts';
export { renderReviews } from './render-reviews.ts';
export { replacedInWords } from './replaced-in-words.ts';
export { type Refused, type Replaced, type Sanitized, type SanitizeOptions, sanitize } from './sanitize.ts';
export { sayVerdict } from './say-verdict.ts';
export { type Settled, settle } from './settle.ts';
export { shareValues } from './share-values.ts';
export { type UnlistedValue, unlistedValues } from './unlisted-values.ts';
export { loadBinaryDecoder } from './wabinary.ts';
export { whyNameHeldBack } from './why-name-held-back.ts';
export { whyValueHeldBack } from './why-value-held-back.ts';
