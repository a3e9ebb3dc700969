import { makeElement as make } from '../../search/make-element.ts';
import type { LogSummary } from '../messages/log-summary.ts';

/** How many problems are listed. */
const MAX_LISTED = 50;

/** What could not be read, with the places; undefined if there is nothing. */
export function problemList({ problems }: LogSummary): HTMLElement | undefined {
  if (problems.length === 0) return undefined;
  const items = problems.slice(0, MAX_LISTED).map(({ line, column, message, hint }) => {
    return make(
      'li',
      '',
      make('b', '', `Line ${line}, column ${column}: `),
      message,
      ' ',
      make('span', 'hint', hint),
    );
  });
  const rest = problems.length - MAX_LISTED;
  const more = rest > 0 ? [make('p', 'note', `And ${rest} more.`)] : [];
  const list = make('ul', 'references', ...items);
  return make('div', 'problems', make('h3', '', 'What could not be read'), list, ...more);
}
