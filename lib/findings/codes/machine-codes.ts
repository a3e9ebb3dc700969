import { type Code, code, didYouMean } from '../parts/code.ts';

/** State machines: what their transitions name. */
export const MACHINE_CODES = {
  'machine/duplicate-state': code<{ id: string; line: number }>({
    level: 'error',
    title: 'State defined twice',
    why: 'Transitions name states by their ids, so each id must be unique in its machine.',
    message: ({ id, line }) => `The state '${id}' is already defined in line ${line}.`,
    hint: () => 'Give each state an id of its own.',
  }),
  'machine/state': code<{ id: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Transition of an unknown state',
    why: 'A transition leads from one state of its machine to another; it cannot be drawn without both.',
    message: ({ id }) => `The machine has no state '${id}'.`,
    hint: ({ suggestion }) => didYouMean(suggestion) ?? 'Use the id of one of its states.',
  }),
  'machine/evidence': code<{ path: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Transition without the evidence that it cites',
    why: 'A transition is no fact of its own: what it claims is the claim of the steps and requirements that it cites.',
    message: ({ path }) => `There is no step or requirement '${path}'.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'Use the path of a step, flow/<flow>#<step>, or of a requirement, part/<part>#<id>.',
  }),
  'machine/stanza': code<{ stanza: string }>({
    level: 'error',
    title: 'Transition whose evidence sends another stanza',
    why: 'Readers follow a transition to its step, and find there the stanza that the transition names.',
    message: ({ stanza }) => `None of the steps that the transition cites sends the stanza '${stanza}'.`,
    hint: () => 'Name the stanza of the step, or cite another step.',
  }),
} as const satisfies Record<string, Code<never>>;
