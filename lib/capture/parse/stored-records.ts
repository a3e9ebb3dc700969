import { type CaptureRecord, captureRecords } from '../../corpus/captures/capture-records.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { clip } from '../../text/clip.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { type DecodeBinary, parse } from './parse.ts';

/** A record of a capture with its stanza, or the reason why it cannot be read. */
export interface StoredRecord {
  readonly record: CaptureRecord;
  readonly stanza: CapturedStanza | { readonly reason: string };
}

/**
 * Reads the records of a capture. The body of each is one stanza and nothing else.
 * @param decodeBinary needed for a body in hex
 * @returns one for each of the records, in their order. Their direction is the stated one: the author of the entry knows
 *   it, while a stanza only suggests one.
 */
export const storedRecords = (
  capture: Pick<Capture, 'id' | 'raw' | 'direction' | 'trace'>,
  decodeBinary?: DecodeBinary,
): readonly StoredRecord[] =>
  captureRecords(capture).map((record) => ({ record, stanza: stanzaOf(record, decodeBinary) }));

/** Whether a record of a capture is in hex, which cannot be read without the decoder. */
export const hasHex = (capture: Pick<Capture, 'id' | 'raw' | 'direction' | 'trace'>): boolean =>
  captureRecords(capture).some(({ format }) => format === 'hex');

function stanzaOf(
  { body, format, direction }: CaptureRecord,
  decodeBinary: DecodeBinary | undefined,
): StoredRecord['stanza'] {
  const { stanzas, problems } = parse(body, { form: format, decodeBinary });
  const [stanza, second] = stanzas;
  const [problem] = problems;
  if (problem !== undefined) return { reason: clip(problem.message.replace(/\.$/, '')) };
  if (stanza === undefined) return { reason: 'it contains no stanza' };
  if (second !== undefined) return { reason: `it contains ${stanzas.length} stanzas` };
  return direction === 'bidirectional' ? stanza : { ...stanza, direction };
}
