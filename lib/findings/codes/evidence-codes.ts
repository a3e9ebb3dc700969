import { type Code, code } from '../parts/code.ts';

/** Confidence against evidence. */
export const EVIDENCE_CODES = {
  'evidence/too-high': code<{
    path: string;
    claims: string;
    supports: string;
    has: string;
    missing: string;
  }>({
    level: 'error',
    policy: true,
    title: 'Confidence exceeds the evidence',
    why: '`confirmed` needs two techniques on different channels, each with a source; `probable` needs one technique, or one implementation with a source. An implementation and its port count once; an implementation that only describes the protocol does not count. A note, or a second place on the same page, is not another source. Two channels confirm together only if both have evidence of the three years before the newest capture or implementation, or the code of another client of these years says the same. An author may claim less than the evidence supports, never more.',
    message: ({ path, claims, supports, has }) =>
      `${path} is marked ${claims}, but its evidence supports ${supports}: ${has}.`,
    hint: ({ supports, missing }) =>
      `${missing.slice(0, 1).toUpperCase()}${missing.slice(1)}. Or write confidence: ${supports}.`,
  }),
  'evidence/none': code<{ path: string; claims: string }>({
    level: 'warning',
    policy: true,
    title: 'Fact without evidence',
    why: 'A fact without a technique, an implementation or a source cannot be verified.',
    message: ({ path, claims }) => `${path} is marked ${claims}, but has no evidence.`,
    hint: () => 'Add its evidence to provenance, or write confidence: unknown.',
  }),
  'evidence/too-low': code<{ path: string; claims: string; supports: string; has: string }>({
    level: 'note',
    policy: true,
    title: 'Confidence is lower than the evidence supports',
    why: 'An author may claim less than the evidence supports, and then says why: a reader cannot guess it, and the next author would raise it.',
    message: ({ path, claims, supports, has }) =>
      `${path} is marked ${claims}, and its evidence supports ${supports}: ${has}.`,
    hint: ({ supports }) =>
      `Write confidence: ${supports}, or say why it is lower: rated_lower: and the reason, here or once for all of the definition.`,
  }),
  'evidence/not-lower': code<{ path: string; claims?: string | undefined }>({
    level: 'warning',
    title: 'Reason for a lower rating, and nothing is rated lower',
    why: 'A reason that concerns nothing is out of date, or at the wrong place.',
    message: ({ path, claims }) =>
      claims === undefined
        ? `No fact of ${path} is rated lower than its evidence supports without a reason of its own, so this one concerns nothing.`
        : `${path} is marked ${claims}, and its evidence supports no more than that.`,
    hint: () => 'Remove rated_lower.',
  }),
} as const satisfies Record<string, Code<never>>;
