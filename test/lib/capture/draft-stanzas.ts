import { draft } from '../../../lib/capture/draft/draft.ts';
import type { Draft, DraftOptions } from '../../../lib/capture/draft/entry/draft-options.ts';
import { type ReviewOptions, reviewStanzas } from '../../../lib/capture/review/review-stanzas.ts';
import type { CapturedStanza } from '../../../lib/capture/tree/captured-node.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { FilePort } from '../../../lib/corpus/ports/file-port.ts';
import { COMMAND_WAYS } from '../../../lib/node/process/command-ways.ts';

/** Drafts stanzas as `capture draft` does. */
export function draftStanzas(
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
  files: FilePort,
  options: DraftOptions & ReviewOptions,
): Draft {
  const parsed = { stanzas, problems: [], skipped: 0, skippedLines: [] };
  return draft(reviewStanzas(parsed, corpus, options), files, options, COMMAND_WAYS);
}
