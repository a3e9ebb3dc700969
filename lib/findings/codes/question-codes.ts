import { type Code, code, didYouMean, type None } from '../parts/code.ts';

/** Open questions and disputes. */
export const QUESTION_CODES = {
  'question/no-answer': code<{ id: string | undefined }>({
    level: 'error',
    title: 'Resolved without an answer',
    why: 'A resolved question without an answer tells readers less than an open one.',
    message: ({ id }) => `The question${id === undefined ? '' : ` '${id}'`} is resolved but has no answer.`,
    hint: () => 'Add answer: with what is known now, or write status: open.',
  }),
  'dispute/no-resolution': code<None>({
    level: 'error',
    title: 'Dispute resolved without a resolution',
    why: 'Readers see that the dispute was decided, and need to know how.',
    message: () => 'The dispute is resolved but has no resolution.',
    hint: () => 'Add resolution: with the reason, or write status: open.',
  }),
  'dispute/no-source': code<None>({
    level: 'warning',
    policy: true,
    title: 'Dispute without a source',
    why: 'A dispute has no weight against the fact if nobody can look it up.',
    message: () => 'This dispute has no source, so nobody can look it up.',
    hint: () => 'Add sources: with the place in a client, the capture or the issue that shows it.',
  }),
  'question/predicate': code<{ predicate: string; reason: string }>({
    level: 'error',
    title: 'Predicate cannot be parsed',
    why: 'Predicates are evaluated on every capture; one that cannot be parsed never answers its question.',
    message: ({ predicate, reason }) => `The predicate '${predicate}' cannot be parsed: ${reason}.`,
    hint: () =>
      "Write conditions on facts, such as: terminate@reason is absent and @t is present, offer/net@medium = '3', or call-accept after call-preaccept.",
  }),
  'question/unknown-fact': code<{
    anchor: string;
    stanza: string | undefined;
    suggestion?: string | undefined;
  }>({
    level: 'warning',
    title: 'Predicate about an unknown fact',
    why: 'A predicate must name facts that a stanza describes, so that readers can look them up.',
    message: ({ anchor, stanza }) =>
      stanza === undefined
        ? `The predicate names ${anchor} without a stanza.`
        : `The predicate names ${anchor}, which ${stanza} does not describe.`,
    hint: ({ anchor, stanza, suggestion }) =>
      didYouMean(suggestion) ??
      (stanza === undefined
        ? `Write the id of the stanza and a colon before ${anchor}.`
        : `Describe ${anchor} in stanzas/${stanza}.yaml, or correct the predicate.`),
  }),
} as const satisfies Record<string, Code<never>>;
