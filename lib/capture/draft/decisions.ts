import { clientWords } from '../../corpus/captures/client-words.ts';
import { LOG_QUESTION, logOrigin } from '../../corpus/lists/log-origins.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Capture } from '../../schema/types.generated.ts';

/** What only a person can decide of a capture. */
export type DecisionId = 'origin' | 'client' | 'side' | 'publication';

interface Asked {
  readonly question: string;
  /** Why it matters, as a sentence. */
  readonly why: string;
}

/** The questions, in their order. All else follows from the log. */
export const DECISIONS: Readonly<Record<DecisionId, Asked>> = {
  origin: {
    question: LOG_QUESTION,
    why: 'A fact is confirmed by two ways of observing that are independent, and two logs of one kind are not.',
  },
  client: {
    question: 'Which client was it, and which version?',
    why: 'What a third-party client sends counts for that client alone, and the version says how recent a fact is.',
  },
  side: {
    question: 'Whose side of the call is it?',
    why: 'A client sees only what passes through it, so what others exchange is not missing in its log.',
  },
  publication: {
    question: 'May it be published?',
    why: 'It becomes part of a public spec under its licence; what somebody else published needs their name and licence.',
  },
};

/** A question with the answer that a draft has for now; undefined for none. */
export interface Decision extends Asked {
  readonly id: DecisionId;
  readonly answer: string | undefined;
}

/** What a person has to confirm of a drafted capture. */
export function decisionsOf(
  capture: Pick<Capture, 'source' | 'observer' | 'kind' | 'trace'>,
  corpus: Corpus,
): Decision[] {
  const { source, observer } = capture;
  const { url, author, license } = source;
  const isSaid = source.client !== undefined || source.platform !== undefined;
  const version = source.version === undefined ? ', version not said' : '';
  const published = [url, author && `by ${author}`, license && `under ${license}`].filter(Boolean).join(', ');
  const under = corpus.spec.license === undefined ? '' : ` under ${corpus.spec.license}`;
  const answers: Readonly<Record<DecisionId, string | undefined>> = {
    origin: logOrigin(source.technique, corpus),
    client: isSaid ? `${clientWords(source, corpus)}${version}` : undefined,
    side: observer === undefined ? undefined : SIDES[observer],
    publication:
      capture.kind === 'synthetic'
        ? 'it is made up'
        : url === undefined
          ? `it is yours, and published${under}`
          : `published at ${published}`,
  };
  const ids = Object.keys(DECISIONS) as DecisionId[];
  return ids
    .filter((id) => id !== 'side' || capture.trace !== undefined)
    .map((id) => ({ id, ...DECISIONS[id], answer: answers[id] }));
}

/** The sides of a call, as answers. */
export const SIDES: Readonly<Record<NonNullable<Capture['observer']>, string>> = {
  caller: 'the caller',
  callee: 'the callee',
  'other-device': 'another device of the callee',
};
