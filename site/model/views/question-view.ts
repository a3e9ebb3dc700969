import { answeredByWords, capturedAnswers } from '../../../lib/capture/review/captured-answers.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Question } from '../../../lib/corpus/model/question.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { TermLink } from '../text/linked-prose.ts';
import { type SourceGroup, sourceGroups } from './source-groups.ts';

/** An open or answered question as it is shown. */
export interface QuestionView {
  /** The id of its element on the page of its definition. */
  readonly anchor: string;
  /** Its address on the page of its definition; undefined for a kind without pages. */
  readonly href: string | undefined;
  readonly text: Prose;
  /** Terms of the glossary that it is the first on its page to use. */
  readonly terms: readonly TermLink[];
  readonly open: boolean;
  /** Whether its author has said what would answer it, or that nothing observed would. */
  readonly way: boolean;
  readonly answer: Prose | undefined;
  readonly sources: readonly SourceGroup[];
  /** Techniques that could answer it. */
  readonly asks: readonly Ref[];
  readonly settles: Question['settles'];
  /** The answers that captures give to it. */
  readonly captured: readonly {
    readonly words: string;
    readonly answer: Prose;
    readonly captures: readonly Ref[];
    /** How many more there are. */
    readonly more: number;
  }[];
  /** The report form, for an answer. */
  readonly reply: string | undefined;
}

/** How many captures an answer links to. */
const MOST_CAPTURES = 5;

/** Makes the view of a question. @param terms terms of the glossary that link to their definitions */
export function questionView(
  question: Question,
  corpus: Corpus,
  links: Links,
  terms: readonly TermLink[] = [],
): QuestionView {
  return {
    anchor: question.anchor,
    href: links.question(question),
    text: question.text,
    terms,
    open: question.status === 'open',
    way: question.id !== undefined,
    answer: question.answer,
    sources: sourceGroups([], question.sources, links),
    asks: question.asks.map((id) => links.ref('technique', id)),
    settles: question.settles,
    captured: capturedAnswers(question, corpus).map((one) => ({
      words: answeredByWords(one, corpus),
      answer: one.answer,
      captures: one.captures.slice(0, MOST_CAPTURES).map((id) => links.ref('capture', id)),
      more: Math.max(0, one.captures.length - MOST_CAPTURES),
    })),
    reply:
      question.status === 'open'
        ? links.report(`Answer to ${question.id ?? `${question.owner}, ${question.anchor}`}`)
        : undefined,
  };
}
