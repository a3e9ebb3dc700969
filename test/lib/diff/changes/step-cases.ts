import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { flow, stanza } from '../../../cases/texts.ts';
import { bundle, X } from './bundle.ts';
import type { CompareCase } from './compare-case.ts';

/** A step, as YAML on one line. */
const step = (id: string | undefined, rest = '', confidence = 'unknown'): string =>
  `{ ${id === undefined ? '' : `id: ${id}, `}from: caller, to: callee, label: A step, confidence: ${confidence}${rest === '' ? '' : `, ${rest}`} }`;

const withSteps = (...steps: readonly string[]): Bundle =>
  bundle({ [X]: stanza(), 'flows/a-call.yaml': `${flow([])}${steps.map((one) => `  - ${one}\n`).join('')}` });

const TIME = (ms: number, technique: string): string =>
  `answers: one, within: { ms: ${ms}, provenance: { techniques: [${technique}] } }`;

const SEEN = (ms: number): string =>
  `answers: one, within: { ms: 2000, seen_ms: ${ms}, provenance: { techniques: [mitm-tls] } }`;

const changed = (rest: string, other: string): readonly [Bundle, Bundle] => [
  withSteps(step('one'), step('two', rest)),
  withSteps(step('one'), step('two', other)),
];

const TWO = 'flow/a-call#two';

/** Changes of the steps of a flow. */
export const STEP_CASES: readonly CompareCase[] = [
  [
    'a new step',
    withSteps(step('one')),
    withSteps(step('one'), step('two')),
    ['flow/a-call#two added'],
    'minor',
  ],
  [
    'a removed step',
    withSteps(step('one'), step('two')),
    withSteps(step('two')),
    ['flow/a-call#one removed'],
    'major',
  ],
  [
    'a raised confidence of a step',
    withSteps(step('one')),
    withSteps(step('one', '', 'probable')),
    ['flow/a-call#one raised'],
    'patch',
  ],
  [
    'a step that is always sent now',
    ...changed('optional: true', ''),
    [`${TWO} optional yes to no: narrowed`],
    'major',
  ],
  [
    'a step that can be left out now',
    ...changed('', 'optional: true'),
    [`${TWO} optional no to yes: widened`],
    'major',
  ],
  [
    'a step that can repeat now',
    ...changed('repeats: false', 'repeats: true'),
    [`${TWO} repeats no to yes: widened`],
    'major',
  ],
  [
    'a step that is one of two stanzas now',
    ...changed('stanza: call-x', 'one_of: [call-x, call-y]'),
    [`${TWO} stanza call-x to call-x, call-y: widened`],
    'major',
  ],
  [
    'a step that answers another one, and what it echoes',
    ...changed('', 'answers: one, echoes: [{ attribute: id }, { attribute: type, of_payload: true }]'),
    [
      `${TWO} answers not said to one: narrowed`,
      `${TWO} echoes not said to id, type of the payload: narrowed`,
    ],
    'major',
  ],
  [
    'a step that comes after no other one',
    ...changed('after: [one]', 'after: []'),
    [`${TWO} after one to none: widened`],
    'minor',
  ],
  [
    'a longer time, with other evidence',
    ...changed(TIME(45_000, 'mitm-tls'), TIME(60_000, 'log-analysis')),
    [`${TWO} within 45 s to 1 min: widened`, `${TWO} evidence`],
    'minor',
  ],
  [
    'a limit that turned out to be none',
    ...changed(TIME(2000, 'mitm-tls'), SEEN(600)),
    [`${TWO} within 2 s to seen within 600 ms: widened`],
    'minor',
  ],
  [
    'a limit where none was known',
    ...changed(SEEN(600), TIME(2000, 'mitm-tls')),
    [`${TWO} within seen within 600 ms to 2 s: narrowed`],
    'major',
  ],
  [
    'a longer time that was seen',
    ...changed(SEEN(600), SEEN(700)),
    [`${TWO} within seen within 600 ms to seen within 700 ms: reworded`],
    'patch',
  ],
  [
    'a shorter time',
    ...changed(TIME(45_000, 'mitm-tls'), TIME(500, 'mitm-tls')),
    [`${TWO} within 45 s to 500 ms: narrowed`],
    'major',
  ],
  [
    'conditions of a step',
    ...changed(`with: "@a = 'b'"`, `only_if: 'call-x:@a is present', required_if: 'call-x:@b is present'`),
    [
      `${TWO} only_if not said to call-x:@a is present: narrowed`,
      `${TWO} required_if not said to call-x:@b is present: narrowed`,
      `${TWO} with @a = 'b' to not said: widened`,
    ],
    'major',
  ],
  [
    'clients of a step, and its note',
    ...changed('clients: { does: [x], leaves_out: [y] }', 'note: A note.'),
    [`${TWO} clients done by x; left out by y to not said: reworded`, `${TWO} described`],
    'patch',
  ],
  [
    'a dispute of a step',
    ...changed('', 'disputes: [{ claim: It is not sent. }]'),
    [`${TWO} dispute opened`],
    'patch',
  ],
  [
    'the order of steps, but for one that is new',
    withSteps(step('one'), step('two')),
    withSteps(step('two'), step('three'), step('one')),
    ['flows/a-call edited steps', 'flow/a-call#three added'],
    'minor',
  ],
  [
    // Its number identifies it within a flow only.
    'a step without an id, as an edit of its flow',
    withSteps(step(undefined)),
    withSteps(step(undefined, '', 'probable')),
    ['flows/a-call edited steps'],
    'patch',
  ],
];
