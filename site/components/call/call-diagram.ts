import { type Element, element, type Inside, linkElement } from '../../html/element.ts';
import type { CallRow, SeenView } from '../../model/diagnosis/call-row.ts';
import type { DiagnosisView } from '../../model/diagnosis/diagnosis-view.ts';
import type { DiagramItem, FoldedRows } from '../../model/diagnosis/diagram-items.ts';

/**
 * A call laid over its flow, as an ordered list that the stylesheet of sequences draws: an arrow for each row, and beside
 * it what the log shows of it.
 */
export const callDiagram = ({ columns, participants, items }: DiagnosisView): Element =>
  element(
    'div',
    `sequence call ${columns}`,
    {
      ...element(
        'ul',
        'participants',
        participants.map(({ label, observes }) =>
          element(
            'li',
            observes ? 'observes' : undefined,
            label,
            observes && [' ', element('small', undefined, 'this log')],
          ),
        ),
      ),
      label: 'Participants',
    },
    { ...element('ol', 'steps', items.map(itemOf)), label: 'The call' },
  );

const itemOf = (item: DiagramItem): Element => (item.kind === 'row' ? rowItem(item) : foldItem(item));

function rowItem(row: CallRow): Element {
  const { number, step, seen, from, to, way } = row;
  return element(
    'li',
    `${row.classes} ${way === 'stub' ? 'stub ' : ''}${row.verdict}`,
    number !== undefined &&
      step?.href !== undefined && {
        ...element('a', 'number', number),
        href: step.href,
        label: `Step ${number} of “${row.flow}”`,
      },
    element(
      'div',
      'message',
      element(
        'p',
        'route',
        element('span', undefined, from),
        ' ',
        element('span', 'vh', 'to'),
        { ...element('span', 'to', '→'), isSilent: true },
        ' ',
        element('span', undefined, `${to}:`),
      ),
      element('p', 'what', element('span', undefined, step?.text ?? (seen && linkElement(seen.stanza)))),
      { arrow: way === 'self' ? 'back' : 'straight' },
    ),
    element('div', 'about', aboutRow(row)),
  );
}

const aboutRow = (row: CallRow): Inside[] => [
  element(
    'p',
    undefined,
    element('span', `verdict ${row.verdict}`, row.words),
    row.seen !== undefined && [' ', placeOf(row.seen)],
    row.seen === undefined &&
      row.confidence !== undefined && [' ', element('span', `conf ${row.confidence}`, row.confidence)],
  ),
  row.seen !== undefined &&
    row.step !== undefined &&
    element('p', 'stanza', element('code', undefined, linkElement(row.seen.stanza))),
  row.answer !== undefined &&
    element(
      'p',
      undefined,
      'Answered by ',
      element('code', undefined, linkElement(row.answer.stanza)),
      `${row.answer.words} (`,
      linkElement(row.answer.place),
      ').',
    ),
  row.departs.map((words, i) =>
    element(
      'p',
      'departs',
      row.isFirst && i === 0 && [element('b', undefined, 'The call departs here.'), ' '],
      words,
    ),
  ),
  row.notes.map((note) => element('p', undefined, note)),
];

const placeOf = ({ place, time }: SeenView): Element =>
  element('span', 'at', linkElement(place), time !== undefined && `, ${time}`);

const foldItem = ({ of, words, rows }: FoldedRows): Element =>
  element(
    'li',
    `more ${of}`,
    element(
      'details',
      'fold',
      element('summary', undefined, words),
      element(
        'ul',
        undefined,
        rows.map(({ number, step, seen }) =>
          element(
            'li',
            undefined,
            step !== undefined && [`Step ${number}, `, linkElement(step), ' '],
            seen !== undefined && [placeOf(seen), ' ', element('code', undefined, linkElement(seen.stanza))],
          ),
        ),
      ),
    ),
  );
