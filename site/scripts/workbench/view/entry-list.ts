import { makeElement as make } from '../../search/make-element.ts';
import type { EntryView } from '../messages/draft-view.ts';

/** The entries that have to come with a capture; nothing if there are none. */
export function entryList(entries: readonly EntryView[], pathOf: (file: string) => string): HTMLElement[] {
  if (entries.length === 0) return [];
  const parts = entries.flatMap(({ file, list, parent, yaml }) => {
    const code = make('pre', 'code', make('code', '', yaml));
    code.tabIndex = 0;
    code.setAttribute('aria-label', `What to add to ${pathOf(file)}`);
    return [
      make(
        'p',
        '',
        'Into ',
        make('code', '', pathOf(file)),
        `, among the ${list} of `,
        make('code', '', list === 'values' ? parent : `<${parent}>`),
        ':',
      ),
      code,
    ];
  });
  const words =
    'You share what the spec does not know, and the checks of the pull request take it only together with its entry. The issue form adds it by itself. To a pull request add it yourself, and say what it means if you know:';
  return [make('h3', '', 'What has to come with it'), make('p', 'note', words), ...parts];
}
