import { pluralized } from '../../text/counted.ts';
import type { Aspect, Change, EvidenceNames } from './change.ts';
import { NOTHING } from './shape-change.ts';

/** A text in which words from data are marked, so that each output format can escape them in its own way. */
export type Words = readonly (string | { readonly data: string } | { readonly code: string })[];

/**
 * Describes a change without its path, which comes before it in the output. Changes of one section with equal words can
 * share a line. Claims and questions are part of the words.
 */
export function describeChange(change: Change): Words {
  switch (change.kind) {
    case 'added':
      return [`new, ${change.confidence}`];
    case 'removed':
      return ['removed', ...because(change.reason)];
    case 'moved':
      return ['now ', { code: change.to }, ...because(change.reason)];
    case 'raised':
    case 'lowered':
      return [`${change.from} to ${change.to}`];
    case 'described':
      return [change.what.map((one) => PROSE[one]).join(' and ')];
    case 'reshaped':
      return reshapedWords(ASPECTS[change.aspect], change.from, change.to);
    case 'observed':
      return joined([...marked('with', change.gained), ...marked('without', change.lost)]);
    case 'evidence':
      return joined([...namesOf('gains', change.gained), ...namesOf('loses', change.lost)]);
    case 'dispute':
      return [`dispute ${change.event}: `, { data: change.claim }];
    case 'question': {
      const id = change.id === undefined ? [] : [{ code: change.id }, ' '];
      return [
        'question ',
        ...id,
        `${change.event === 'settled' ? 'answered' : change.event}: `,
        { data: change.text },
      ];
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

function reshapedWords(aspect: string, from: string, to: string): Words {
  if (from === NOTHING) return [`${aspect}: now `, { code: to }];
  if (to === NOTHING) return [`${aspect}: no longer `, { code: from }];
  return [`${aspect} `, { code: from }, ' to ', { code: to }];
}

/** What an aspect is called. */
export const ASPECTS = {
  type: 'type',
  required: 'required',
  occurrence: 'occurrence',
  order: 'order of children',
  size: 'size',
  tag: 'tag',
  direction: 'direction',
  value: 'constant',
  sent: 'presence when sent',
  delivered: 'presence when delivered',
  only_if: 'only if',
  required_if: 'required if',
  of: 'members',
  use: 'shared node',
  without: 'parts of the shared node that are left out',
  tags_from: 'tags from',
  written_by: 'written by',
  builds: 'builds',
  refuses: 'stanzas that it refuses',
  label: 'label',
  from: 'sender',
  to: 'receiver',
  stanza: 'stanza',
  with: 'what its stanza contains',
  after: 'steps that it comes after',
  optional: 'optional',
  repeats: 'can repeat',
  answers: 'step that it answers',
  echoes: 'attributes that it echoes',
  within: 'time',
  clients: 'clients',
  level: 'level',
  actor: 'actor',
  subject: 'subject',
  about: 'aspect of the subject',
  consequence: 'consequence',
  place: 'place',
  length: 'length',
  endian: 'byte order',
  form: 'type',
  inputs: 'inputs',
  outputs: 'outputs',
  constants: 'constants',
} as const satisfies Record<Aspect, string>;

const PROSE = {
  description: 'description',
  when: 'condition',
  apart: 'reason why it is no shared node',
  remedy: 'what to do about it',
  sent: 'note on what is sent',
  delivered: 'note on what is delivered',
  rated_lower: 'reason why it is rated lower than its evidence supports',
} as const;

type Word = Words[number];

/** A reason is a sentence of its author, so it starts a new one. */
const because = (reason: string | undefined): Word[] =>
  reason === undefined ? [] : ['. ', { data: reason }];

const joined = (parts: readonly (readonly Word[])[]): Words =>
  parts.flatMap((part, i) => (i === 0 ? part : [', ', ...part]));

const marked = (verb: string, values: readonly string[]): Word[][] =>
  values.map((value) => [`${verb} `, { code: value }]);

/** Lists several values after one verb: `gains implementations a, b`. */
function listed(verb: string, values: readonly string[]): Word[][] {
  if (values.length === 0) return [];
  const codes = joined(values.map((value) => [{ code: value }]));
  return [[`${pluralized(values.length, verb)} `, ...codes]];
}

// Sources are not listed: each fact has its own, so equal changes of many facts would never share a line.
function namesOf(verb: string, names: EvidenceNames): Word[][] {
  const { techniques, flavors, contributors, sources } = names;
  return [
    ...listed(`${verb} technique`, techniques),
    ...listed(`${verb} implementation`, flavors),
    ...listed(`${verb} contributor`, contributors),
    ...(sources.length === 0 ? [] : [[`${verb} sources`]]),
  ];
}
