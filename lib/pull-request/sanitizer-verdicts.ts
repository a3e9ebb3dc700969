import { loadBinaryDecoder } from '../capture/decode/load-binary-decoder.ts';
import type { DecodeBinary } from '../capture/parse/parse.ts';
import { storedCapture } from '../capture/parse/stored-capture.ts';
import { describeReplaced } from '../capture/sanitize/describe-replaced.ts';
import { sanitize } from '../capture/sanitize/sanitize.ts';
import { sameNode } from '../capture/tree/same-node.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';

/** What the sanitizer makes of a new or changed capture. */
export interface SanitizerVerdict {
  readonly id: string;
  /** Whether sanitizing it again changes nothing; undefined if it could not be read. */
  readonly fixedPoint: boolean | undefined;
  /** In a few words, what would change or why it cannot be read; '' if there is nothing to say. */
  readonly note: string;
}

/** Sanitizes every capture that is new or changed again; a capture is fit to merge if that changes nothing. */
export async function sanitizerVerdicts(base: Corpus, head: Corpus): Promise<SanitizerVerdict[]> {
  const changed = [...head.definitions.capture.values()].filter(
    ({ id, source }) => base.definitions.capture.get(id)?.source.text !== source.text,
  );
  // The decoder is large, and only captured bytes need it.
  const hex = changed.some(({ data }) => data.raw.format === 'hex');
  const decodeBinary = hex ? await loadBinaryDecoder() : undefined;
  return changed.map((entry) => verdictOf(entry, head, decodeBinary));
}

function verdictOf(
  entry: Entry<'capture'>,
  head: Corpus,
  decodeBinary: DecodeBinary | undefined,
): SanitizerVerdict {
  const { id } = entry;
  const stanza = storedCapture(entry, decodeBinary);
  if ('reason' in stanza) return { id, fixedPoint: undefined, note: stanza.reason };
  const { stanzas, replaced, refused } = sanitize([stanza], head);
  const [again] = stanzas;
  const fixedPoint = again !== undefined && sameNode(again.root, stanza.root);
  return { id, fixedPoint, note: refused[0]?.reason ?? describeReplaced(replaced) };
}
