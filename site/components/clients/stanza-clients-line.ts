import { type HtmlValue, html, joined } from '../../html/html.ts';
import type { StanzaClients } from '../../model/clients/stanza-clients.ts';

/** How many are named; their page names all. */
const NAMED = 5;

/** Which implementations write a stanza and which read it, with a link to every part of it. */
export function stanzaClientsLine(clients: StanzaClients | undefined): HtmlValue {
  if (clients === undefined) return false;
  const some = (verb: string, ids: readonly string[]): HtmlValue =>
    ids.length > 0 &&
    html`<b>${verb} by ${ids.length}:</b> ${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED && ` and ${ids.length - NAMED} more`}`;
  const parts = [some('Written', clients.writes), some('Read', clients.reads)].filter(Boolean);
  return html`<p class="clients" id="~implementations">${
    parts.length === 0 ? 'No implementation is known to write or read it' : joined(parts, '. ')
  }. <a href=${clients.href}>Part by part</a></p>`;
}
