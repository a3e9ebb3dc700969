import { makeElement as make } from '../../search/make-element.ts';
import type { Choosable } from '../messages/stanza-view.ts';
import { labelledCell, rowHead, tableHead } from './table-head.ts';

/** How many names or values are listed with a box to check. */
const MAX_CHOICES = 50;

const CHOICES = {
  name: {
    title: 'Names that the spec does not know',
    words:
      'Names are replaced by placeholders, since they may identify somebody. Tags and attributes of the protocol should be shared: check those that identify nobody.',
  },
  value: {
    title: 'Values that their enum does not list',
    words:
      'Values are replaced by placeholders, since they may identify somebody. Words and numbers of the protocol should be shared: check those that say nothing about anybody. A checked value is shared exactly as it is in your log.',
  },
} as const;

/** The names or values that the spec does not know, each with a checkbox to share it; nothing if there are none. */
export function choiceTable(
  kind: keyof typeof CHOICES,
  all: readonly Choosable[],
  share: (key: string, wanted: boolean) => void,
): HTMLElement[] {
  if (all.length === 0) return [];
  const body = make('tbody');
  for (const one of all.slice(0, MAX_CHOICES)) body.append(choiceRow(kind, one, share));
  const head = tableHead('In your log', 'Will be shared as', 'Where', 'Your choice');
  const { title, words } = CHOICES[kind];
  const caption = make('caption', 'vh', title);
  const more = all.length > MAX_CHOICES ? [make('p', 'note', `And ${all.length - MAX_CHOICES} more.`)] : [];
  return [
    make('h3', '', title),
    make('p', 'note', words),
    make('table', 'replaced names', caption, head, body),
    ...more,
  ];
}

function choiceRow(
  kind: keyof typeof CHOICES,
  { key, was, after, where, shared, withheld }: Choosable,
  share: (key: string, wanted: boolean) => void,
): HTMLElement {
  const first = rowHead(make('code', 'before', was));
  const second = labelledCell('Will be shared as', make('code', 'after', after));
  const places = where.length > 3 ? [...where.slice(0, 3), `${where.length - 3} more`] : where;
  const third = labelledCell('Where', places.join(', '));
  const fourth = labelledCell('Your choice');
  fourth.className = 'choice';
  if (key === undefined) fourth.append(`Not shared. ${withheld ?? ''}`);
  else {
    const box = make('input');
    box.type = 'checkbox';
    box.checked = shared;
    box.dataset['key'] = key;
    box.addEventListener('change', () => share(key, box.checked));
    fourth.append(make('label', '', box, ` share this ${kind}`, make('span', 'vh', ` ${was}`)));
  }
  return make('tr', '', first, second, third, fourth);
}
