import { observedLibrary } from '../../../corpus/evidence/observed-library.ts';
import type { OneWay } from '../../../corpus/match/stanza-direction.ts';
import type { Corpus } from '../../../corpus/model/corpus.ts';
import type { Capture } from '../../../schema/types.generated.ts';

/** What a stanza of a capture adds to the provenance of a fact. */
export interface CaptureEvidence {
  readonly techniques: readonly string[];
  readonly flavors: readonly string[];
  /** Such as capture:<id>. */
  readonly sources: readonly string[];
}

/**
 * The evidence of a stanza of a capture: itself and the technique, or the client alone where a third-party client wrote
 * the stanza, see {@link observedLibrary}.
 * @param ref what a source names after `capture:`
 */
export function captureEvidence(
  ref: string,
  direction: OneWay,
  source: Capture['source'],
  corpus: Pick<Corpus, 'techniques'>,
): CaptureEvidence {
  const library = observedLibrary({ direction, source }, corpus);
  return {
    techniques: library === undefined ? [source.technique] : [],
    flavors: library?.flavor === undefined ? [] : [library.flavor],
    sources: [`capture:${ref}`],
  };
}
