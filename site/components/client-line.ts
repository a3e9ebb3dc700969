import type { Clients } from '../../lib/corpus/sources/clients-of.ts';
import { type Html, html, joined } from '../html/html.ts';

/**
 * Which clients write a fact and which read it, in a line; false if no source says.
 * @param most how many are named, and the others counted
 */
export function clientLine(
  { writes, reads }: Clients,
  most: number = Number.POSITIVE_INFINITY,
): Html | false {
  const named = (clients: readonly string[]): string => {
    const more = clients.length > most ? ` +${clients.length - most}` : '';
    return `${clients.slice(0, most).join(', ')}${more}`;
  };
  const parts = [
    writes.length > 0 && html`<b>Writes:</b> ${named(writes)}`,
    reads.length > 0 && html`<b>Reads:</b> ${named(reads)}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return false;
  return html`<p class="clients">${joined(parts, ' · ')}</p>`;
}
