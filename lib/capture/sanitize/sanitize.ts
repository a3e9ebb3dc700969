import type { Corpus } from '../../corpus/model/corpus.ts';
import { type KnownNode, knownRoot } from '../lookup/known-node.ts';
import { tiedById } from '../match/not-evidence.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { OutOfPlaceholders } from './placeholders/out-of-placeholders.ts';
import { createPlaceholders } from './placeholders/placeholders.ts';
import { refusalReason } from './refusal-reason.ts';
import { countReplaced, type Replaced, type Replacement } from './replaced.ts';
import { rewriteNode } from './rewrite-node.ts';

/** A stanza that is left out, because it cannot be sanitized with certainty. */
export interface Refused {
  /** Its place among the stanzas, from 0. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** What became of a stanza: it was sanitized, or refused for a reason. */
export type SanitizedStanza =
  | { readonly stanza: CapturedStanza; readonly replaced: () => Replaced[] }
  | { readonly refused: string };

export interface Sanitized {
  readonly stanzas: readonly CapturedStanza[];
  /** By kind, in alphabetical order. */
  readonly replaced: readonly Replaced[];
  readonly refused: readonly Refused[];
  /** What became of each of the stanzas, in their order. */
  readonly each: readonly SanitizedStanza[];
}

export interface SanitizeOptions {
  /**
   * Tags and names of attributes that stay although the spec does not know them, because a person decided so. See
   * nameWithheldReason() for names that nobody should keep.
   */
  readonly keepNames?: readonly string[] | undefined;
  /** Whether they are one trace, where what only an id connects to the call is known by its tag, see {@link tiedById}. */
  readonly isTrace?: boolean | undefined;
}

/**
 * Replaces everything that may identify somebody, by an allow list that comes from the spec: a value stays where the
 * spec knows its place and its type cannot identify anybody (a listed value, a small number, a flag). Everything else
 * becomes a placeholder that keeps its kind, equal for equal values in all stanzas of the input. Of what the spec does
 * not know, only whole numbers below 100 without a leading zero stay. Sanitizing twice changes nothing. Never throws.
 * @returns the sanitized stanzas; one that is too deep, too large or holds something that is neither text nor bytes is
 *   refused, and so is one with a value for which no placeholder is left
 */
export function sanitize(
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
  { keepNames = [], isTrace = false }: SanitizeOptions = {},
): Sanitized {
  const kept = new Set(keepNames);
  const { collect, assign } = createPlaceholders();
  const reasons = stanzas.map(({ root }) => refusalReason(root));
  const byId = isTrace ? tiedById(stanzas, corpus) : [];
  const places = stanzas.map(({ root }, i): readonly KnownNode[] =>
    reasons[i] === undefined ? knownRoot(root, corpus, byId[i]) : [],
  );
  for (const [i, { root }] of stanzas.entries()) {
    if (reasons[i] !== undefined) continue;
    rewriteNode(root, places[i] ?? [], { corpus, kept, to: collect, count: () => {} });
  }
  const replaced: Replacement[] = [];
  const each = stanzas.map((stanza, i): SanitizedStanza => {
    const reason = reasons[i];
    if (reason !== undefined) return { refused: reason };
    const own: Replacement[] = [];
    const count = (kind: Replacement['kind'], before: string, after: string): void =>
      void own.push({ kind, before, after });
    try {
      const root = rewriteNode(stanza.root, places[i] ?? [], { corpus, kept, to: assign, count });
      for (const one of own) replaced.push(one);
      return { stanza: { ...stanza, root }, replaced: () => countReplaced(own) };
    } catch (error) {
      if (!(error instanceof OutOfPlaceholders)) throw error;
      return { refused: `the input has more than ${error.most} different ${error.what}, so split it` };
    }
  });
  return {
    stanzas: each.flatMap((one) => ('stanza' in one ? [one.stanza] : [])),
    replaced: countReplaced(replaced),
    refused: each.flatMap((one, index) => {
      if ('stanza' in one) return [];
      const { line = 1, column = 1 } = stanzas[index] ?? {};
      return [{ index, line, column, reason: one.refused }];
    }),
    each,
  };
}
