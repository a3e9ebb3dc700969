import type { Counts } from '../../lib/findings/render-json.ts';
import { kindNoun } from '../../lib/schema/kind-noun.ts';
import { KINDS, type Kind } from '../../lib/schema/kinds.ts';
import { counted } from '../../lib/text/counted.ts';

/** Counts of files by kind in words, such as `30 stanzas, 1 glossary`, without zeros. */
export function countsInWords(counts: Counts): string {
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => wordsOf(kind as Kind, n));
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function wordsOf(kind: Kind, n: number): string {
  const { fileNoun } = KINDS[kind];
  return fileNoun === undefined ? `${n} ${kindNoun(kind, n)}` : counted(n, fileNoun);
}
