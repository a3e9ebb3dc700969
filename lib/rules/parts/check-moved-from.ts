import { factAt } from '../../corpus/facts/fact-at.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { finding } from '../../findings/finding.ts';
import { definitionAt } from '../../pages/page-path.ts';
import { FACT_OWNERS, type FactOwner, KINDS } from '../../schema/kinds.ts';
import type { Report } from './rule.ts';

/**
 * Reports entries of moved_from that cannot be true: a part of a definition, an id that still exists, an id that
 * another definition claims, too.
 */
export function checkMovedFrom(corpus: Corpus, report: Report): void {
  // An id that an enum names is another thing than one that a stanza or a shared node names.
  const claims = {
    ':': new Map<string, string>(),
    '=': new Map<string, string>(),
    '#': new Map<string, string>(),
  };
  for (const kind of FACT_OWNERS) {
    const claimed = claims[KINDS[kind].facts ?? ':'];
    for (const { id, data, source } of corpus.definitions[kind].values()) {
      // A flow that moved has a tombstone.
      const formers = 'moved_from' in data ? (data.moved_from ?? []) : [];
      for (const [i, former] of formers.entries()) {
        const place = source.place(['moved_from', i]);
        const other = claimed.get(former);
        // Only attributes, contents and values have these signs in their paths.
        if (/[@=]|[:/]text\(\)$/.test(former)) {
          report(finding('path/moved-from', { former, id }, place, former));
        } else if (isThere(kind, former, corpus)) {
          report(finding('path/still-there', { former, id }, place, id));
        } else if (other !== undefined) {
          report(finding('path/claimed-twice', { former, other }, place, id));
        } else claimed.set(former, id);
      }
    }
  }
}

function isThere(kind: FactOwner, former: string, corpus: Corpus): boolean {
  if (factAt(corpus, former) !== undefined) return true;
  const at = definitionAt(former);
  if (at !== undefined) {
    return corpus.definitions[at.kind].has(at.id) || (corpus.broken.get(at.kind)?.has(at.id) ?? false);
  }
  // A bare id is that of an enum where an enum names it, and else of a stanza: shared nodes are named by their path.
  const [owner, id]: [FactOwner, string] = former.startsWith('node/')
    ? ['node', former.slice('node/'.length)]
    : [kind === 'enum' ? 'enum' : 'stanza', former];
  // A definition with a broken file exists.
  return corpus.definitions[owner].has(id) || (corpus.broken.get(owner)?.has(id) ?? false);
}
