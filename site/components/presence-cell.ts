import { counted } from '../../lib/text/counted.ts';
import { type Html, html } from '../html/html.ts';
import type { Presence, PresenceColumn } from '../model/captures/presence-page.ts';

/** In how many records of a column something was seen, and in how many calls. */
export function presenceCell(
  { direction, jid, client, date, technique, kind, records, calls }: PresenceColumn,
  seen: Presence = { records: 0, calls: 0, of: records },
): Html {
  const label = [direction, jid, client, date ?? [], technique, kind].flat().join(', ');
  if (seen.of === 0) return html`<td data-label=${label} class="absent">not recorded</td>`;
  if (seen.records === 0) return html`<td data-label=${label} class="absent">absent</td>`;
  const all = seen.records === records;
  return html`<td data-label=${label} class="seen">${all ? 'seen' : `seen in ${seen.records} of ${seen.of}`}${
    !all && calls > 1 && html`<small>${seen.calls} of ${counted(calls, 'call')}</small>`
  }</td>`;
}
