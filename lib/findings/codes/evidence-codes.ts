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
    title: 'Confidence exceeds the evidence',
    why: '`confirmed` needs two techniques on different channels, each with a source; `probable` needs one technique, or one flavor with a source. A flavor and its port count once; a flavor that only describes the protocol does not count. A note, or a second place on the same page, is not another source. An author may claim less than the evidence supports, never more.',
    message: ({ path, claims, supports, has }) =>
      `${path} is marked ${claims}, but its evidence supports ${supports}: ${has}.`,
    hint: ({ supports, missing }) =>
      `${missing.slice(0, 1).toUpperCase()}${missing.slice(1)}. Or write confidence: ${supports}.`,
  }),
  'evidence/none': code<{ path: string; claims: string }>({
    level: 'warning',
    title: 'Fact without evidence',
    why: 'A fact without a technique, a flavor or a source cannot be verified.',
    message: ({ path, claims }) => `${path} is marked ${claims}, but has no evidence.`,
    hint: () => 'Add its evidence to provenance, or write confidence: unknown.',
  }),
} as const satisfies Record<string, Code<never>>;
