import { type Code, code, didYouMean, type None } from '../parts/code.ts';

/** Open questions and disputes. */
export const QUESTION_CODES = {
  'question/no-answer': code<{ id: string | undefined }>({
    level: 'error',
    title: 'Resolved without an answer',
    why: 'A question that is shown as resolved without an answer tells its reader less than an open one.',
    message: ({ id }) => `The question${id === undefined ? '' : ` '${id}'`} is resolved, and has no answer.`,
    hint: () => 'Add answer: with what is known now, or write status: open.',
  }),
  'dispute/no-resolution': code<None>({
    level: 'error',
    title: 'Dispute resolved without a resolution',
    why: 'Readers see that somebody decided between two observations, and need to see how.',
    message: () => 'The dispute is resolved, and nothing says how.',
    hint: () => 'Add resolution: with what decided it, or write status: open.',
  }),
  'dispute/no-source': code<None>({
    level: 'warning',
    title: 'Dispute without a source',
    why: 'A second observation is weighed against the first; one that cannot be looked up weighs nothing.',
    message: () => 'This dispute names no source, so that nobody can look it up.',
    hint: () => 'Add sources: with the place in a client, the capture or the issue that shows it.',
  }),
  'question/predicate': code<{ predicate: string; reason: string }>({
    level: 'error',
    title: 'Predicate cannot be read',
    why: 'Predicates are evaluated on every capture; one that cannot be read never answers its question.',
    message: ({ predicate, reason }) => `The predicate '${predicate}' cannot be read: ${reason}.`,
    hint: () =>
      "Write anchors of facts: terminate@reason is absent and @t is present, or offer/net@medium = '3'.",
  }),
  'question/unknown-fact': code<{
    anchor: string;
    stanza: string | undefined;
    suggestion?: string | undefined;
  }>({
    level: 'warning',
    title: 'Predicate about an unknown fact',
    why: 'A predicate about something that no stanza describes answers nothing that a reader could look up.',
    message: ({ anchor, stanza }) =>
      stanza === undefined
        ? `The predicate names ${anchor} and no stanza.`
        : `The predicate names ${anchor}, which ${stanza} does not describe.`,
    hint: ({ anchor, stanza, suggestion }) =>
      didYouMean(suggestion) ??
      (stanza === undefined
        ? `Write the id of the stanza and a colon before ${anchor}.`
        : `Describe ${anchor} in stanzas/${stanza}.yaml, or correct the predicate.`),
  }),
} as const satisfies Record<string, Code<never>>;
