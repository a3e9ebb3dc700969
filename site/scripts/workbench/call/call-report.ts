import { callDiagnosis } from '../../../components/call/call-diagnosis.ts';
import { makeElement as make } from '../../search/make-element.ts';
import type { CallView } from '../messages/call-view.ts';
import { elementNode } from '../view/element-node.ts';

/** What a call shows, by the log of one side or of both. */
export function callReport({ sides, together }: CallView): Node[] {
  const both =
    together.length === 0
      ? []
      : [
          make('h3', '', 'Both sides'),
          make('ul', 'references', ...together.map((one) => make('li', '', one))),
        ];
  return [
    ...both,
    ...sides.flatMap(({ title, view }) => [
      ...(title === undefined ? [] : [make('h3', '', title)]),
      elementNode(callDiagnosis(view, title === undefined)),
    ]),
  ];
}
