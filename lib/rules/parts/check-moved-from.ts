import type { Corpus } from '../../corpus/model/corpus.ts';
import { finding } from '../../findings/finding.ts';
import type { Report } from './rule.ts';

/**
 * Reports entries of moved_from that cannot be true: a part of a definition, an id that still exists, an id that
 * another definition claims, too.
 */
export function checkMovedFrom(corpus: Corpus, report: Report): void {
  for (const kind of ['stanza', 'enum'] as const) {
    const claimed = new Map<string, string>();
    for (const { id, data, source } of corpus.definitions[kind].values()) {
      for (const [i, former] of (data.moved_from ?? []).entries()) {
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

// A definition with a broken file exists.
const isThere = (kind: 'stanza' | 'enum', former: string, corpus: Corpus): boolean =>
  corpus.definitions[kind].has(former) ||
  (corpus.broken.get(kind)?.has(former) ?? false) ||
  corpus.factByPath.has(former);
