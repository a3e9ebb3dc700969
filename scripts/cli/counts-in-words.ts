import type { Counts } from '../../lib/findings/render-json.ts';

/** Counts in words, such as `30 stanzas, 1 glossary`, without zeros. */
export function countsInWords(counts: Counts): string {
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => `${n} ${n === 1 ? kind : kind.replace(/y$/, 'ie').concat('s')}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
