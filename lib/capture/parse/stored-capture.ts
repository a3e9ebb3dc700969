import type { Entry } from '../../corpus/model/corpus.ts';
import { clip } from '../../text/clip.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { type DecodeBinary, parse } from './parse.ts';

const FORMS = { xml: 'xml', json: 'json', hex: 'hex' } as const;

/**
 * Reads the body of a capture, which is one stanza and nothing else.
 * @param decodeBinary needed for a body in hex
 * @returns the stanza, or the reason why it cannot be read
 */
export function storedCapture(
  { data: { raw } }: Entry<'capture'>,
  decodeBinary?: DecodeBinary,
): CapturedStanza | { readonly reason: string } {
  const { stanzas, problems } = parse(raw.body, { form: FORMS[raw.format], decodeBinary });
  const [stanza, second] = stanzas;
  const [problem] = problems;
  if (problem !== undefined) return { reason: clip(problem.message.replace(/\.$/, '')) };
  if (stanza === undefined) return { reason: 'it contains no stanza' };
  return second === undefined ? stanza : { reason: `it contains ${stanzas.length} stanzas` };
}
