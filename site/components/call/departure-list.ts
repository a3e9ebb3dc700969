import { type Element, element, type Inside, linkElement, listed } from '../../html/element.ts';
import type { DepartureView } from '../../model/diagnosis/departure-view.ts';
import type { SourceGroup } from '../../model/views/source-groups.ts';

/** In what a call departs from what is known: the first in full, the others in a fold. */
export const departureList = ([first, ...others]: readonly DepartureView[]): Inside => [
  first !== undefined && departure(first),
  others.length > 0 &&
    element(
      'details',
      'fold',
      element('summary', undefined, `${others.length} more further on`),
      others.map(departure),
    ),
];

function departure(one: DepartureView): Element {
  const { sources, techniques } = one;
  return element(
    'dl',
    'departure',
    pair('Expected', one.expected, ' ', element('span', `conf ${one.confidence}`, one.confidence)),
    pair('The log', linkElement(one.at), `: ${one.found}`),
    pair(
      'Known from',
      element('code', undefined, linkElement(one.path)),
      techniques.length > 0 && [', ', listed(techniques.map(linkElement))],
      sources.length > 0 &&
        element('details', 'fold', element('summary', undefined, one.evidence), sourceItems(sources)),
    ),
    one.does.length > 0 && pair('Done by', listed(one.does.map(linkElement))),
    one.leavesOut.length > 0 && pair('Left out by', listed(one.leavesOut.map(linkElement))),
    one.disputes.map(({ claim, sources: from }) =>
      pair('Disputed', claim, from.length > 0 && sourceItems(from)),
    ),
    one.follows.map((words) => pair('What follows', words)),
  );
}

const pair = (name: string, ...value: readonly Inside[]): Element =>
  element('div', undefined, element('dt', undefined, name), ' ', element('dd', undefined, value));

/** As sourceList() prints them. */
const sourceItems = (groups: readonly SourceGroup[]): Element =>
  element(
    'ul',
    'sources',
    groups.map(({ flavor, places }) =>
      element(
        'li',
        undefined,
        flavor !== undefined && linkElement(flavor),
        flavor !== undefined && places.length > 0 && ': ',
        listed(places.map(linkElement)),
      ),
    ),
  );
