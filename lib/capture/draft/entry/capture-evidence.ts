import { observedLibrary } from '../../../corpus/evidence/observed-library.ts';
import type { Corpus } from '../../../corpus/model/corpus.ts';
import type { Capture } from '../../../schema/types.generated.ts';

/** What a capture adds to the provenance of a fact. */
export interface CaptureEvidence {
  readonly techniques: readonly string[];
  readonly flavors: readonly string[];
  /** Such as capture:<id>. */
  readonly sources: readonly string[];
}

/**
 * The evidence of a capture: itself and its technique, or the client alone where a third-party client wrote the stanza,
 * see {@link observedLibrary}.
 */
export function captureEvidence(capture: Capture, corpus: Pick<Corpus, 'techniques'>): CaptureEvidence {
  const library = observedLibrary(capture, corpus);
  return {
    techniques: library === undefined ? [capture.source.technique] : [],
    flavors: library?.flavor === undefined ? [] : [library.flavor],
    sources: [`capture:${capture.id}`],
  };
}
