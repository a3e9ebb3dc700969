import type { Clients } from '../../lib/corpus/sources/clients-of.ts';
import { type Html, html, joined } from '../html/html.ts';

/** Which clients write a fact and which read it, in a line; false if no source says. */
export function clientLine({ writes, reads }: Clients): Html | false {
  const parts = [
    writes.length > 0 && html`<b>Writes:</b> ${writes.join(', ')}`,
    reads.length > 0 && html`<b>Reads:</b> ${reads.join(', ')}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return false;
  return html`<p class="clients">${joined(parts, ' · ')}</p>`;
}
