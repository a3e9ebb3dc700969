import { type Element, element, type Inside, linkElement, listed } from '../../html/element.ts';
import type { DiagnosisView } from '../../model/diagnosis/diagnosis-view.ts';
import { callDiagram } from './call-diagram.ts';
import { departureList } from './departure-list.ts';

/**
 * A call held against its flow: the result in words, the diagram, and what the log cannot show.
 * @param hasHeadline whether the result in a sentence is above it already
 */
export const callDiagnosis = (view: DiagnosisView, hasHeadline = false): Element =>
  element(
    'div',
    'diagnosis',
    !hasHeadline && element('p', view.departs ? 'result departs' : 'result', view.headline),
    view.flow !== undefined &&
      element(
        'p',
        'note',
        'Compared with the flow ',
        linkElement(view.flow),
        view.fragments.length > 0 && [', and during it ', listed(view.fragments.map(linkElement))],
        view.alsoFits.length > 0 && ['. It fits as well: ', listed(view.alsoFits.map(linkElement))],
        '.',
      ),
    departureList(view.departures),
    view.items.length > 0 && callDiagram(view),
    sentences('How it ended', view.outcome),
    sentences(
      'Questions that it answers',
      view.answers.map(({ at, text, answer }) => [
        text,
        ' ',
        element('b', undefined, answer),
        ' ',
        linkElement(at),
      ]),
    ),
    view.flow !== undefined && folded('What this log cannot show', unseen(view)),
    folded(
      'What was not compared',
      view.leftOut.length > 0 &&
        element(
          'ul',
          'references',
          view.leftOut.map(({ place, reason }) =>
            element('li', undefined, linkElement(place), `: ${reason}`),
          ),
        ),
    ),
  );

const sentences = (title: string, items: readonly Inside[]): Inside =>
  items.length > 0 && [
    element('h3', undefined, title),
    element(
      'ul',
      'references',
      items.map((one) => element('li', undefined, one)),
    ),
  ];

const folded = (title: string, inside: Element | false): Inside =>
  inside && element('details', 'fold', element('summary', undefined, title), inside);

const unseen = ({ unseen: steps }: DiagnosisView): Element =>
  element(
    'p',
    undefined,
    steps.length > 0 && ['The steps between others: ', listed(steps.map(linkElement)), '. '],
    'What is not signaling, such as the media and the choice of a relay.',
  );
