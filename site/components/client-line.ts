import type { ClientsOfFact } from '../../lib/corpus/clients/clients-of-fact.ts';
import { type Html, html, joined } from '../html/html.ts';

/**
 * Which implementations write a fact, read it and only name it, and what describes it, in a line; false if there are none.
 * @param most how many are named, and the others counted
 */
export function clientLine(
  { writes, reads, names, described }: ClientsOfFact,
  most: number = Number.POSITIVE_INFINITY,
): Html | false {
  const named = (clients: readonly string[]): string => {
    const more = clients.length > most ? ` +${clients.length - most}` : '';
    return `${clients.slice(0, most).join(', ')}${more}`;
  };
  const parts = [
    writes.length > 0 && html`<b>Writes:</b> ${named(writes)}`,
    reads.length > 0 && html`<b>Reads:</b> ${named(reads)}`,
    names.length > 0 && html`<b>Names:</b> ${named(names)}`,
    described.length > 0 && html`<b>Described by:</b> ${named(described)}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return false;
  return html`<p class="clients">${joined(parts, ' · ')}</p>`;
}
