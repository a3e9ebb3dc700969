import type { Counts } from '../../lib/findings/render-json.ts';
import { kindNoun } from '../../lib/schema/kind-noun.ts';
import type { Kind } from '../../lib/schema/kinds.ts';

/** Counts in words, such as `30 stanzas, 1 glossary`, without zeros. */
export function countsInWords(counts: Counts): string {
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => `${n} ${kindNoun(kind as Kind, n)}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
