import { pluralized } from '../../text/counted.ts';
import type { Change, EvidenceNames } from './change.ts';

/** The words of a change that come from data are marked, so that each form can print them in its own way. */
export type Words = readonly (string | { readonly data: string } | { readonly code: string })[];

/**
 * What happened, without the path that it happened to, as it is read behind that: of two changes with the same words in
 * the same section one line can tell. Claims and questions are part of them.
 */
export function describeChange(change: Change): Words {
  switch (change.kind) {
    case 'added':
      return [`new, ${change.confidence}`];
    case 'removed':
      return ['gone', ...because(change.reason)];
    case 'moved':
      return ['now ', { code: change.to }, ...because(change.reason)];
    case 'raised':
    case 'lowered':
      return [`${change.from} to ${change.to}`];
    case 'described':
      return [change.what.join(' and ').replace('when', 'condition')];
    case 'reshaped':
      return [`${ASPECTS[change.aspect]} `, { code: change.from }, ' to ', { code: change.to }];
    case 'observed':
      return joined([...marked('with', change.gained), ...marked('without', change.lost)]);
    case 'evidence':
      return joined([...namesOf('gains', change.gained), ...namesOf('loses', change.lost)]);
    case 'dispute':
      return [`dispute ${change.event}: `, { data: change.claim }];
    case 'question': {
      const id = change.id === undefined ? [] : [{ code: change.id }, ' '];
      return ['question ', ...id, `${change.event}: `, { data: change.text }];
    }
    case 'definition':
      return [`${change.definition}: `, { data: change.title }];
    case 'edited':
      return joined(change.keys.map((key) => [{ code: key }]));
    case 'ledger':
      return [`${change.name} ${change.event}`];
    default:
      return change satisfies never;
  }
}

const ASPECTS = {
  type: 'type',
  required: 'required',
  occurrence: 'occurrence',
  order: 'order of children',
  size: 'size',
  tag: 'tag',
  direction: 'direction',
} as const;

type Word = Words[number];

/** A reason is a sentence of its author, and stands as one. */
const because = (reason: string | undefined): Word[] =>
  reason === undefined ? [] : ['. ', { data: reason }];

const joined = (parts: readonly (readonly Word[])[]): Words =>
  parts.flatMap((part, i) => (i === 0 ? part : [', ', ...part]));

const marked = (verb: string, values: readonly string[]): Word[][] =>
  values.map((value) => [`${verb} `, { code: value }]);

/** Several with the verb once: `gains flavors a, b`. */
function listed(verb: string, values: readonly string[]): Word[][] {
  if (values.length === 0) return [];
  const codes = joined(values.map((value) => [{ code: value }]));
  return [[`${pluralized(values.length, verb)} `, ...codes]];
}

// Sources are counted: each fact has its own, and what many gained at once would never be one line.
function namesOf(verb: string, names: EvidenceNames): Word[][] {
  const { techniques, flavors, contributors, sources } = names;
  return [
    ...listed(`${verb} technique`, techniques),
    ...listed(`${verb} flavor`, flavors),
    ...listed(`${verb} contributor`, contributors),
    ...(sources.length === 0 ? [] : [[`${verb} sources`]]),
  ];
}
