import { loadBinaryDecoder } from '../capture/decode/load-binary-decoder.ts';
import type { DecodeBinary } from '../capture/parse/parse.ts';
import { storedCapture } from '../capture/parse/stored-capture.ts';
import { describeReplaced } from '../capture/sanitize/describe-replaced.ts';
import { sanitize } from '../capture/sanitize/sanitize.ts';
import { sameNode } from '../capture/tree/same-node.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { CaptureVerdict } from './review-card.ts';

/** What the sanitizer says of each capture that is new or was changed: whether anything is left to replace. */
export async function sanitizerVerdicts(base: Corpus, head: Corpus): Promise<CaptureVerdict[]> {
  const changed = [...head.definitions.capture.values()].filter(
    ({ id, source }) => base.definitions.capture.get(id)?.source.text !== source.text,
  );
  // The decoder is large; only bytes need it.
  const hex = changed.some(({ data }) => data.raw.format === 'hex');
  const decodeBinary = hex ? await loadBinaryDecoder() : undefined;
  return changed.map((entry) => verdictOf(entry, head, decodeBinary));
}

function verdictOf(
  entry: Entry<'capture'>,
  head: Corpus,
  decodeBinary: DecodeBinary | undefined,
): CaptureVerdict {
  const { id } = entry;
  const stanza = storedCapture(entry, decodeBinary);
  if ('reason' in stanza) return { id, fixedPoint: undefined, note: stanza.reason };
  const { stanzas, replaced, refused } = sanitize([stanza], head);
  const [again] = stanzas;
  const fixedPoint = again !== undefined && sameNode(again.root, stanza.root);
  return { id, fixedPoint, note: refused[0]?.reason ?? describeReplaced(replaced) };
}
