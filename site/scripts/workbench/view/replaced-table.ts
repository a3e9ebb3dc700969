import { makeElement as make } from '../../search/make-element.ts';
import type { StanzaView } from '../messages/stanza-view.ts';
import { labelledCell, rowHead, tableHead } from './table-head.ts';

/** What was replaced, beside what will be shared. */
export function replacedTable({ replaced: { words, pairs } }: StanzaView): HTMLElement[] {
  const title = make('h3', '', 'Replaced for privacy');
  if (pairs.length === 0) return [title, make('p', 'note', 'Nothing had to be replaced.')];
  const body = make('tbody');
  for (const { where, before, after } of pairs) {
    const places =
      where.length > 3 ? `${where.slice(0, 3).join(', ')} and ${where.length - 3} more` : where.join(', ');
    const cells = [
      labelledCell('In your log', make('code', 'before', before)),
      labelledCell('Will be shared', make('code', 'after', after)),
    ];
    body.append(make('tr', '', rowHead(make('code', '', places)), ...cells));
  }
  const head = tableHead('Where', 'In your log', 'Will be shared');
  const caption = make('caption', 'vh', 'What was replaced, beside what will be shared');
  const table = make('table', 'replaced', caption, head, body);
  return [title, make('p', 'note', `${words}. Equal values get the same placeholder.`), table];
}
