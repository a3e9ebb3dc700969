import type { CapturedNode } from '../tree/captured-node.ts';
import { wrongInNode } from '../tree/well-formed.ts';
import { decodeReason } from './decode-reason.ts';
import type { DecodeBinary } from './find-binary.ts';
import { isCompressed, shapeOfFrame } from './frame-shape.ts';

/** What a frame of WABinary holds, and what is wrong with it: then it is broken, and perhaps not whole. */
export interface DecodedFrame {
  readonly root: CapturedNode;
  readonly wrong: readonly { readonly message: string; readonly hint: string }[];
}

/** Why there is nothing of a frame that can be read. */
export interface NotDecoded {
  readonly problem: string;
  readonly hint: string;
  readonly reason?: string | undefined;
}

const TAG = /^[A-Za-z][\w:.-]{0,63}$/;
const WHOLE_FRAME = 'Give one whole decrypted frame, and nothing behind it.';

/**
 * Decodes a frame, with its byte of flags or without it. Of one that breaks off, or that something else follows,
 * what is whole is read, and what is wrong is said with the number of its byte, the first of which is 0.
 */
export function decodeFrame(
  given: Uint8Array,
  decodeBinary: DecodeBinary | undefined,
): DecodedFrame | NotDecoded {
  if (decodeBinary === undefined) {
    return {
      problem: 'This looks like WABinary, which is not decoded here.',
      hint: 'In a program, pass decodeBinary: await loadBinaryDecoder() to parse().',
    };
  }
  const bare = given[0] === 0xf8 || given[0] === 0xf9;
  const bytes = bare ? withFlag(given) : given;
  const shape = isCompressed(bytes) ? undefined : shapeOfFrame(bytes);
  const byteOf = (at: number): string => `byte ${bare ? at - 1 : at}`;
  try {
    const root = decodeBinary(bytes);
    const repeated = shape?.stopped === undefined ? (shape?.repeated ?? []) : [];
    const twice = repeated.slice(0, 1).map((at) => ({
      message: `A node of this WABinary has an attribute twice, at ${byteOf(at)}; one of them was left out.`,
      hint: 'Check where the bytes come from. A real stanza has each attribute once.',
    }));
    return { root, wrong: [...twice, ...wrongInNode(root)] };
  } catch (error) {
    const reason = decodeReason(error);
    const stopped = shape?.stopped;
    const why = stopped === undefined ? reason : `${stopped.reason} at ${byteOf(stopped.at)}`;
    const said = why === undefined ? '' : `: ${why}`;
    const root = shape?.rest === undefined ? undefined : restOf(shape.rest, decodeBinary);
    if (root === undefined) {
      return {
        problem: `This looks like WABinary, which could not be decoded${said}.`,
        hint: WHOLE_FRAME,
        reason,
      };
    }
    const broken = { message: `This WABinary is not read to its end${said}.`, hint: WHOLE_FRAME };
    return { root, wrong: [broken, ...wrongInNode(root)] };
  }
}

function restOf(
  { bytes, open }: { readonly bytes: Uint8Array; readonly open: number },
  decodeBinary: DecodeBinary,
): CapturedNode | undefined {
  try {
    const root = decodeBinary(bytes);
    // Of bytes that are no frame, and of a tag alone, there is nothing that helps.
    const some = root.attributes.length + root.children.length > 0 || root.content !== undefined;
    return some && TAG.test(root.tag) ? cutAtEnd(root, open) : undefined;
  } catch {
    return undefined;
  }
}

/** Marks as cut the nodes in which a frame stops: the last one, and those around it. */
function cutAtEnd(node: CapturedNode, open: number): CapturedNode {
  const last = node.children.at(-1);
  const inner = last === undefined || open < 2 ? [] : [cutAtEnd(last, open - 1)];
  return {
    ...node,
    cut: node.cut || open > 0,
    children: inner.length === 0 ? node.children : [...node.children.slice(0, -1), ...inner],
  };
}

/** Frames may be without the byte of flags before the list. */
function withFlag(bytes: Uint8Array): Uint8Array {
  const flagged = new Uint8Array(bytes.length + 1);
  flagged.set(bytes, 1);
  return flagged;
}
