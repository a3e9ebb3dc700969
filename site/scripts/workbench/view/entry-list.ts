import { makeElement as make } from '../../search/make-element.ts';
import type { EntryView } from '../messages/draft-view.ts';

/** The entries that have to be submitted together with a capture; nothing if there are none. */
export function entryList(entries: readonly EntryView[], pathOf: (file: string) => string): HTMLElement[] {
  if (entries.length === 0) return [];
  const parts = entries.flatMap(({ file, list, parent, yaml }) => {
    const code = make('pre', 'code', make('code', '', yaml));
    code.tabIndex = 0;
    code.setAttribute('role', 'group');
    code.setAttribute('aria-label', `What to add to ${pathOf(file)}`);
    return [
      make(
        'p',
        '',
        'In ',
        make('code', '', pathOf(file)),
        `, among the ${list} of `,
        make('code', '', list === 'values' ? parent : `<${parent}>`),
        ':',
      ),
      code,
    ];
  });
  const words =
    'You share something that the spec does not describe yet. The checks of a pull request accept it only together with an entry, which the issue form adds for you. In a pull request, add it yourself, and describe what it means if you know:';
  return [make('h3', '', 'Entries to add'), make('p', 'note', words), ...parts];
}
