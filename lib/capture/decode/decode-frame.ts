import { nodeProblems } from '../problems/node-problems.ts';
import { type Problem, problem } from '../problems/parse-problem.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import { DecodeError } from './decode-error.ts';
import type { DecodeBinary } from './find-binary.ts';
import { isCompressed, shapeOfFrame } from './frame-shape.ts';

/** The node of a WABinary frame, and its problems: with any, the node is broken and may not be complete. */
export interface DecodedFrame {
  readonly root: CapturedNode;
  readonly problems: readonly Problem[];
}

/** Why nothing of a frame can be read. */
export interface NotDecoded {
  readonly root: undefined;
  readonly problems: readonly [Problem];
}

const TAG = /^[A-Za-z][\w:.-]{0,63}$/;

/**
 * Decodes a frame, with or without its flags byte. Of a frame that breaks off, or has more bytes behind it, the whole
 * part is read, and the problem gives the number of the byte, counted from 0.
 * @param brokenBy the line of the input whose bytes broke the decoder, if any did
 */
export function decodeFrame(
  given: Uint8Array,
  decodeBinary: DecodeBinary | undefined,
  brokenBy?: number,
): DecodedFrame | NotDecoded {
  if (decodeBinary === undefined) return { root: undefined, problems: [problem('wabinary/no-decoder')] };
  const bare = given[0] === 0xf8 || given[0] === 0xf9;
  const bytes = bare ? withFlag(given) : given;
  const shape = isCompressed(bytes) ? undefined : shapeOfFrame(bytes);
  const byteOf = (at: number): string => `byte ${bare ? at - 1 : at}`;
  try {
    const root = decodeBinary(bytes);
    const repeated = shape?.stopped === undefined ? (shape?.repeated ?? []) : [];
    const twice = repeated
      .slice(0, 1)
      .map((at) => problem('wabinary/duplicate-attribute', { at: byteOf(at) }));
    return { root, problems: [...twice, ...nodeProblems(root)] };
  } catch (error) {
    const known = error instanceof DecodeError ? error : undefined;
    const stopped = shape?.stopped;
    const why = stopped === undefined ? known?.message : `${stopped.reason} at ${byteOf(stopped.at)}`;
    const root = shape?.rest === undefined ? undefined : restOf(shape.rest, decodeBinary);
    if (root === undefined) return { root, problems: [notDecoded(known, why, brokenBy)] };
    return { root, problems: [problem('wabinary/unread-rest', { why }), ...nodeProblems(root)] };
  }
}

function notDecoded(
  error: DecodeError | undefined,
  why: string | undefined,
  brokenBy: number | undefined,
): Problem {
  if (error?.code === 'overflow') return problem('wabinary/broke-decoder', { why });
  if (error?.code === 'broken') return problem('wabinary/broken-decoder', { why, line: brokenBy });
  return problem('wabinary/not-decoded', { why });
}

function restOf(
  { bytes, open }: { readonly bytes: Uint8Array; readonly open: number },
  decodeBinary: DecodeBinary,
): CapturedNode | undefined {
  try {
    const root = decodeBinary(bytes);
    // Bytes that are not a frame give nothing useful, and neither does a tag alone.
    const some = root.attributes.length + root.children.length > 0 || root.content !== undefined;
    return some && TAG.test(root.tag) ? cutAtEnd(root, open) : undefined;
  } catch {
    return undefined;
  }
}

/** Marks the nodes in which a frame stops as cut: the last one and its ancestors. */
function cutAtEnd(node: CapturedNode, open: number): CapturedNode {
  const last = node.children.at(-1);
  const inner = last === undefined || open < 2 ? [] : [cutAtEnd(last, open - 1)];
  return {
    ...node,
    cut: node.cut || open > 0,
    children: inner.length === 0 ? node.children : [...node.children.slice(0, -1), ...inner],
  };
}

/** Adds the flags byte, which some programs do not log. */
function withFlag(bytes: Uint8Array): Uint8Array {
  const flagged = new Uint8Array(bytes.length + 1);
  flagged.set(bytes, 1);
  return flagged;
}
