import type { CapturedContent, CapturedNode } from '../tree/captured-node.ts';
import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import { DecodeError } from './decode-error.ts';
import type { DecodeBinary } from './find-binary.ts';
import { isCompressed, shapeOfFrame } from './frame-shape.ts';

/** The part that is used of what the library decodes. */
interface DecodedNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly content?: readonly DecodedNode[] | string | Uint8Array | undefined;
}

/**
 * Loads the decoder for WABinary, which is large and therefore loaded only when it is needed. The decoder takes one
 * decrypted frame with its flags byte, compressed or not, and throws for anything else: a DecodeError if it knows
 * why. WABinary does not distinguish text from bytes, so everything but tokens is decoded as bytes.
 * @returns the option `decodeBinary` of parse()
 */
export async function loadBinaryDecoder(): Promise<DecodeBinary> {
  const { decodeNode } = await import('whatsapp-rust-bridge');
  let broken = false;
  return (bytes) => {
    if (broken) throw new DecodeError('broken');
    // The library recurses into lists and JIDs without a limit and does not survive some thousands of levels, so
    // it is never given a malformed frame.
    const stopped = isCompressed(bytes) ? undefined : shapeOfFrame(bytes).stopped;
    if (stopped !== undefined) throw new DecodeError('malformed');
    try {
      return nodeOf(decodeNode(bytes) as unknown as DecodedNode, 1);
    } catch (error) {
      // Compressed bytes can still overflow the stack.
      if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) {
        broken = true;
        throw new DecodeError('overflow');
      }
      throw errorOfLibrary(error);
    }
  };
}

/** The library's errors are texts, which may quote the frame. Only this one has a reason that can be passed on. */
function errorOfLibrary(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return /^unexpected (?:end|eof)/i.test(message) ? new DecodeError('too-short') : new Error(message);
}

function nodeOf(decoded: DecodedNode, depth: number): CapturedNode {
  const { tag, content: raw } = decoded;
  const attributes = Object.entries(decoded.attrs).map(([name, value]) => ({
    name,
    value: String(value),
    cut: false,
  }));
  const deeper = Array.isArray(raw) && raw.length > 0 && depth >= MAX_NODE_DEPTH;
  if (deeper) throw new DecodeError('nodes-too-deep');
  const children = Array.isArray(raw) ? raw.map((child) => nodeOf(child, depth + 1)) : [];
  let content: CapturedContent | undefined;
  if (typeof raw === 'string') content = { kind: 'text', text: raw };
  else if (raw instanceof Uint8Array) content = { kind: 'bytes', bytes: Uint8Array.from(raw) };
  return { tag, attributes, children, content, cut: false };
}
