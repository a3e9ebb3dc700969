import type { CapturedContent, CapturedNode } from './captured-node.ts';
import type { DecodeBinary } from './parse-binary-lines.ts';
import { MAX_NODE_DEPTH } from './parse-depth.ts';

/**
 * How many bytes may be there that begin a list. The decoder goes into lists without a limit of its own, and
 * does not survive some thousands of levels; each level takes two.
 */
const MAX_LIST_BYTES = 2000;

/** The part that is used of what the library decodes. */
interface DecodedNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly content?: readonly DecodedNode[] | string | Uint8Array | undefined;
}

/**
 * Loads the decoder for WABinary, which is large and therefore fetched only when it is needed. It takes one
 * decrypted frame with its byte of flags, compressed or not, and throws an Error with the reason where it is
 * none. WABinary does not tell text from bytes: what is no token comes out as bytes.
 * @returns for the option `decodeBinary` of parse()
 */
export async function loadBinaryDecoder(): Promise<DecodeBinary> {
  const { decodeNode } = await import('whatsapp-rust-bridge');
  let broken = false;
  return (bytes) => {
    if (broken) throw new Error('the decoder broke at earlier bytes; start again without them');
    if (((bytes[0] ?? 0) & 2) === 0 && countListBytes(bytes) > MAX_LIST_BYTES) {
      throw new Error('it holds too many lists to be decoded safely');
    }
    try {
      return nodeOf(decodeNode(bytes) as unknown as DecodedNode, 1);
    } catch (error) {
      // Its memory is not to be trusted after an overflow of the stack, which compressed bytes can hide.
      if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) {
        broken = true;
        throw new Error('it is nested too deeply');
      }
      throw error instanceof Error ? error : new Error(String(error));
    }
  };
}

function countListBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0xf8 || byte === 0xf9) count++;
  return count;
}

function nodeOf(decoded: DecodedNode, depth: number): CapturedNode {
  const { tag, content: raw } = decoded;
  const attributes = Object.entries(decoded.attrs).map(([name, value]) => ({
    name,
    value: String(value),
    cut: false,
  }));
  const deeper = Array.isArray(raw) && raw.length > 0 && depth >= MAX_NODE_DEPTH;
  if (deeper) throw new Error(`its nodes are nested deeper than ${MAX_NODE_DEPTH} levels`);
  const children = Array.isArray(raw) ? raw.map((child) => nodeOf(child, depth + 1)) : [];
  let content: CapturedContent | undefined;
  if (typeof raw === 'string') content = { kind: 'text', text: raw };
  else if (raw instanceof Uint8Array) content = { kind: 'bytes', bytes: Uint8Array.from(raw) };
  return { tag, attributes, children, content, cut: false };
}
