import type { CapturedContent, CapturedNode } from '../tree/captured-node.ts';
import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import type { DecodeBinary } from './find-binary.ts';
import { isCompressed, shapeOfFrame } from './frame-shape.ts';

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
    // The library goes into lists and JIDs without a limit of its own, and does not survive some thousands of
    // levels, so that it sees no frame that is not whole.
    const stopped = isCompressed(bytes) ? undefined : shapeOfFrame(bytes).stopped;
    if (stopped !== undefined) throw new Error(stopped.reason);
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
