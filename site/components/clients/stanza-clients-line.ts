import { type HtmlValue, html, joined } from '../../html/html.ts';
import type { StanzaClients } from '../../model/clients/stanza-clients.ts';

/** How many are named; their page names all. */
const NAMED = 5;

/**
 * Which implementations write a stanza and which read it. Its fold has what each does with every part of it.
 * @param sheet the address of the stylesheet of that table
 */
export function stanzaClientsLine(clients: StanzaClients | undefined, sheet: string): HtmlValue {
  if (clients === undefined) return false;
  const some = (verb: string, ids: readonly string[]): HtmlValue =>
    ids.length > 0 &&
    html`<b>${verb} by ${ids.length}:</b> ${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED && ` and ${ids.length - NAMED} more`}`;
  const parts = [some('Written', clients.writes), some('Read', clients.reads)].filter(Boolean);
  return html`<p class="clients">${
    parts.length === 0 ? 'No implementation is known to write or read it' : joined(parts, '. ')
  }.</p> <details class="fold" id="~implementations"><summary>Table of all parts</summary><a data-bring data-sheet=${sheet} href=${clients.href}>On a page of its own, with comparisons</a></details>`;
}
