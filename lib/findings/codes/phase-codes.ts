import { type Code, code, didYouMean } from '../parts/code.ts';

/** Phases, which spec.yaml lists and stanzas name. */
export const PHASE_CODES = {
  'phase/unknown': code<{ phase: string; listed: number; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown phase',
    why: 'Lists and the map of the protocol are ordered by the phases that `spec.yaml` lists. A stanza in another phase would be missing there.',
    message: ({ phase, listed }) =>
      listed === 0
        ? `The phase is '${phase}', but spec.yaml lists no phases.`
        : `There is no phase '${phase}'.`,
    hint: ({ suggestion }) => didYouMean(suggestion) ?? 'Use a phase that spec.yaml lists, or add it there.',
  }),
  'phase/missing': code<{ phases: readonly string[] }>({
    level: 'warning',
    policy: true,
    title: 'Stanza without a phase',
    why: 'Where `spec.yaml` lists phases, readers look for a stanza in its phase. One without a phase comes last, under a heading that says nothing.',
    message: () => 'The stanza has no phase.',
    hint: ({ phases }) => `Write phase: and one of ${phases.join(', ')}.`,
  }),
  'phase/duplicate-id': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Phase defined twice',
    why: 'Stanzas name their phase by its id, so each id must be unique.',
    message: ({ id, line }) => `The phase '${id}' is already defined in line ${line}.`,
    hint: () => 'Give each phase an id of its own.',
  }),
} as const satisfies Record<string, Code<never>>;
