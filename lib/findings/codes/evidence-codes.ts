import { type Code, code } from '../parts/code.ts';

/** Confidence against evidence. */
export const EVIDENCE_CODES = {
  'evidence/too-high': code<{
    path: string;
    claims: string;
    carries: string;
    has: string;
    missing: string;
  }>({
    level: 'error',
    title: 'Confidence exceeds the evidence',
    why: '`confirmed` takes two techniques on different channels, each with a source; `probable` takes one technique, or one flavor with a source. A flavor and its port count once, one that only describes the protocol does not count, and a note or a second place of one page is no further source. An author may claim less than the evidence carries, never more.',
    message: ({ path, claims, carries, has }) =>
      `${path} is marked ${claims}; its evidence carries ${carries}: ${has}.`,
    hint: ({ carries, missing }) =>
      `${missing.slice(0, 1).toUpperCase()}${missing.slice(1)}. Or write confidence: ${carries}.`,
  }),
  'evidence/none': code<{ path: string; claims: string }>({
    level: 'warning',
    title: 'Nothing stands behind a fact',
    why: 'A statement without a technique, a flavor or a source cannot be verified.',
    message: ({ path, claims }) => `${path} is marked ${claims}, and nothing stands behind it.`,
    hint: () => 'Add to its provenance what it rests on, or write confidence: unknown.',
  }),
} as const satisfies Record<string, Code<never>>;
