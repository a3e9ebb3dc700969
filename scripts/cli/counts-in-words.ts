import type { Counts } from '../../lib/findings/render-json.ts';
import { counted } from '../../lib/text/counted.ts';

/** Counts as words, such as `30 stanzas, 1 glossary`; kinds of which there are none are left out. */
export function countsInWords(counts: Counts): string {
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => counted(n, kind, kind.replace(/y$/, 'ie').concat('s')));
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
