import type { Clients } from '../../lib/corpus/sources/clients-of.ts';
import { type Html, html, joined } from '../html/html.ts';

/** How many clients a page names that has so much that its evidence is on another one. */
const MOST_ON_FULL_PAGE = 3;

/**
 * Which clients write a fact and which read it, in a line; false if no source says.
 * @param at the page that has the evidence, if it is not this one: it names all of them
 */
export function clientLine({ writes, reads }: Clients, at?: string): Html | false {
  const named = (clients: readonly string[]): string => {
    const most = at === undefined ? clients.length : MOST_ON_FULL_PAGE;
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
