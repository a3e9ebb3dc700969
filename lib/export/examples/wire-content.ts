import type { XmlNode } from '../../corpus/match/parse-xml.ts';
import { baseOfType } from '../../corpus/match/value-fits.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { hexOf, readBytesText } from '../../text/bytes-text.ts';

/** What a node of an example contains besides other nodes. */
export type WireContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/**
 * The text or the bytes in a node of an example: bytes where its content is of such a type, or one of an enum that
 * lists them as hex.
 * @param content the fact that describes the content; undefined if none does, so that it is text
 */
export function wireContent(
  node: XmlNode,
  content: Fact | undefined,
  corpus: Corpus,
): WireContent | undefined {
  const text = node.text.trim();
  if (text === '') return undefined;
  const bytes = isBytes(text, content, corpus) ? readBytesText(text)?.bytes : undefined;
  return bytes === undefined ? { kind: 'text', text } : { kind: 'bytes', bytes };
}

function isBytes(text: string, content: Fact | undefined, { definitions }: Corpus): boolean {
  const { type = 'string' } = content ?? {};
  if (baseOfType(type, definitions.type) === 'bytes') return true;
  const id = enumOfType(type);
  const values = id === undefined ? undefined : definitions.enum.get(id)?.data.values;
  const bytes = values === undefined ? undefined : readBytesText(text)?.bytes;
  if (values === undefined || bytes === undefined) return false;
  const hex = hexOf(bytes);
  return values.some(({ value }) => value === hex);
}
