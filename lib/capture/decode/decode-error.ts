import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';

/** Why a decoder gives up on a frame, in words that hold nothing of it. */
const REASONS = {
  /** Lists or JIDs without end, which overflow the decoder's stack. */
  overflow: 'it is nested too deeply',
  /** An earlier frame overflowed the stack, after which the decoder's memory is not to be trusted. */
  broken: 'the decoder broke at earlier bytes; start again without them',
  'nodes-too-deep': `its nodes are nested deeper than ${MAX_NODE_DEPTH} levels`,
  'too-short': 'it ends too early',
  /** {@link shapeOfFrame} tells where and why. */
  malformed: 'it is malformed',
} as const;

export type DecodeErrorCode = keyof typeof REASONS;

/** What a decoder throws whose reason is known. */
export class DecodeError extends Error {
  readonly code: DecodeErrorCode;

  constructor(code: DecodeErrorCode) {
    super(REASONS[code]);
    this.name = 'DecodeError';
    this.code = code;
  }
}
