import { counted } from '../../text/counted.ts';
import { presenceOn } from '../match/leg.ts';
import type { Corpus } from '../model/corpus.ts';
import { isImplementation } from '../sources/is-implementation.ts';
import { clientsOfStanza } from './clients-of-stanza.ts';
import type { Mark } from './marks.ts';

/** Parts that others have and a client was not seen to have. */
export interface OthersParts {
  /** By their anchors on the page of the stanza, as `offer/relay (20 parts inside)`: a node stands for what is in it. */
  readonly parts: readonly string[];
  /** How many there are, those inside of nodes counted. */
  readonly total: number;
}

/**
 * The parts of a stanza that another implementation writes, or reads, and that were not seen in the code of a client:
 * what it ignores, as far as its code was read. Refuted parts are left out, and those that are never written, or never
 * delivered. None where the client itself is not known to write, or read, any part that tells the stanza from others.
 */
export function othersParts(corpus: Corpus, stanza: string, client: string, does: keyof Mark): OthersParts {
  const { all, rows } = clientsOfStanza(corpus, stanza);
  if (all.get(client)?.[does] !== true) return { parts: [], total: 0 };
  const isOthers = (id: string): boolean => id !== client && isImplementation(id, corpus);
  const leg = does === 'writes' ? 'sent' : 'delivered';
  const never = new Set<string>();
  // How many parts are inside each that is listed, and which of them each missing node is, or is inside.
  const listed = new Map<string, number>();
  const outermost = new Map<string, string>();
  for (const { fact, marks, refuted } of rows) {
    if (never.has(fact.node) || presenceOn(leg, fact) === 'never') never.add(fact.anchor);
    if (
      refuted ||
      never.has(fact.anchor) ||
      marks.has(client) ||
      ![...marks].some(([id, mark]) => mark[does] && isOthers(id))
    )
      continue;
    const outer = outermost.get(fact.node) ?? fact.anchor;
    listed.set(outer, outer === fact.anchor ? 0 : (listed.get(outer) ?? 0) + 1);
    outermost.set(fact.anchor, outer);
  }
  const parts = [...listed].map(([anchor, inside]) =>
    inside === 0 ? anchor : `${anchor} (${counted(inside, 'part')} inside)`,
  );
  return { parts, total: outermost.size };
}
