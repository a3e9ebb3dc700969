import { questionList, type Reach } from '../../../lib/corpus/lists/question-list.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Question } from '../../../lib/corpus/model/question.ts';
import type { Links } from '../links/links.ts';
import { splitPages } from './split-pages.ts';

/** What it takes to answer questions, in the order of the page: the easiest first. */
const REACHES: readonly Reach[] = ['capture', 'wire', 'channel', 'research', 'unsaid', 'answered'];

/** A question, and what it takes to answer it. */
export interface ListedQuestion {
  readonly reach: Reach;
  readonly question: Question;
}

/** About how many elements of questions a page has at most. */
const ON_A_PAGE = 2200;

/** All questions by pages: by what it takes to answer them, then by their definitions. */
export const questionPages = memoizeBy((corpus: Corpus): readonly (readonly ListedQuestion[])[] => {
  const { byReach } = questionList(corpus);
  const listed = REACHES.flatMap((reach) => {
    const byOwner = Map.groupBy(byReach.get(reach) ?? [], ({ kind, owner }) => `${kind} ${owner}`);
    return [...byOwner.values()].flat().map((question) => ({ reach, question }));
  });
  return splitPages(listed, {
    weight: ({ question: { settles, asks, sources } }) =>
      10 + 5 * settles.length + asks.length + 3 * sources.length,
    most: ON_A_PAGE,
    group: ({ reach, question: { kind, owner } }) => `${reach} ${kind} ${owner}`,
  });
});

/** The address of a page of questions, by its number. */
export const questionsHref = (links: Links, page: number): string =>
  links.page(page === 1 ? 'questions/' : `questions/${page}/`);
