import { type QuestionList, questionList, type Reach } from '../../../lib/corpus/lists/question-list.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Question } from '../../../lib/corpus/model/question.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { questionPages, questionsHref } from '../paged/question-pages.ts';
import { firstTerms, termIndex } from '../text/linked-prose.ts';
import { type QuestionView, questionView } from '../views/question-view.ts';

/** The questions of one stanza, enum or flow that can be answered in the same way. */
export interface QuestionGroup {
  readonly owner: Ref;
  readonly anchor: string;
  readonly questions: readonly QuestionView[];
}

/** The questions of a page that can be answered in the same way. */
export interface ReachSection {
  readonly reach: Reach;
  readonly title: string;
  readonly meaning: string;
  readonly anchor: string;
  readonly count: number;
  readonly groups: readonly QuestionGroup[];
}

export interface QuestionsPage {
  /** Such as `91 open questions, 3 answered`. */
  readonly words: string;
  /** The easiest first; empty ones are left out. */
  readonly sections: readonly ReachSection[];
  /** How many questions of the corpus there are of each sort, and where they begin. */
  readonly figures: readonly {
    readonly title: string;
    readonly href: string;
    readonly anchor: string;
    readonly count: number;
  }[];
  /** How many pages there are. */
  readonly last: number;
  /** All techniques, for the filter. */
  readonly choices: readonly { readonly id: string; readonly title: string }[];
}

const SECTIONS: readonly { readonly reach: Reach; readonly title: string; readonly meaning: string }[] = [
  {
    reach: 'capture',
    title: 'One capture answers it',
    meaning: 'Each lists exactly what a capture must show.',
  },
  {
    reach: 'wire',
    title: 'Visible on the wire, needs interpretation',
    meaning: 'Captures can show the answer, but somebody has to interpret them.',
  },
  {
    reach: 'channel',
    title: 'Not visible on the wire',
    meaning: 'The answer is in the running application or in its code.',
  },
  {
    reach: 'research',
    title: 'A capture cannot answer this',
    meaning:
      'No technique shows the answer: it needs an experiment with the server or a client, or a new idea.',
  },
  {
    reach: 'unsaid',
    title: 'No way to an answer named',
    meaning: 'Nobody has said yet what would answer them.',
  },
  { reach: 'answered', title: 'Answered', meaning: 'Each with its answer and the evidence for it.' },
];

/**
 * A page of the questions of the corpus, by what it would take to answer them and by their definitions.
 * @throws when there is no such page; the first is always there
 */
export function questionsPage(publication: Publication, links: Links, page = 1): QuestionsPage {
  const { corpus } = publication;
  const { byReach, asks, ...numbers } = questionList(corpus);
  const pages = questionPages(corpus);
  const listed = page === 1 ? (pages[0] ?? []) : pages[page - 1];
  if (listed === undefined) throw new Error(`no page ${page} of questions`);
  // In the order of the page, so that each term is explained at its first use.
  const shown = listed.map(({ question }) => question);
  const terms = firstTerms(
    shown.map(({ text }) => text),
    termIndex(publication, links),
  );
  const termsOf = new Map(shown.map((question, i) => [question, terms[i] ?? []]));
  const view = (question: Question): QuestionView =>
    questionView(question, corpus, links, termsOf.get(question));
  const counts = new Map(asks.map(({ technique, count }) => [technique, count]));
  const titleOf = (id: string): string => corpus.definitions.technique.get(id)?.data.title ?? id;
  return {
    words: questionWords(numbers),
    figures: SECTIONS.flatMap(({ reach, title }) => {
      const at = pages.findIndex((one) => one.some((listed) => listed.reach === reach)) + 1;
      const anchor = `~${reach}`;
      const href = at === page ? fragment(anchor) : `${questionsHref(links, at)}${fragment(anchor)}`;
      return at === 0 ? [] : [{ title, href, anchor, count: byReach.get(reach)?.length ?? 0 }];
    }),
    sections: SECTIONS.flatMap((section) => {
      const questions = listed.filter(({ reach }) => reach === section.reach);
      return questions.length === 0
        ? []
        : [
            {
              ...section,
              anchor: `~${section.reach}`,
              count: questions.length,
              groups: groupsOf(
                questions.map(({ question }) => question),
                section.reach,
                corpus,
                links,
                view,
              ),
            },
          ];
    }),
    last: Math.max(1, pages.length),
    choices: [...new Set([...corpus.techniques.keys(), ...counts.keys()])]
      .map((id) => ({ id, title: `${titleOf(id)} (${counts.get(id) ?? 0})` }))
      .sort((a, b) => compareText(a.title, b.title)),
  };
}

/** How many questions there are, such as `91 open questions, 3 answered`. */
export const questionWords = ({ open, resolved }: Pick<QuestionList, 'open' | 'resolved'>): string =>
  `${counted(open, 'open question')}${resolved > 0 ? `, ${resolved} answered` : ''}`;

function groupsOf(
  questions: readonly Question[],
  reach: Reach,
  corpus: Publication['corpus'],
  links: Links,
  view: (question: Question) => QuestionView,
): QuestionGroup[] {
  return grouped(questions).map((own) => {
    const [first] = own as [Question];
    return {
      owner: nameOf(first, corpus, links),
      anchor: `~${reach}-${first.kind}-${first.owner}`,
      questions: own.map(view),
    };
  });
}

/** By their definition, in the order in which definitions first ask. */
const grouped = (questions: readonly Question[]): Question[][] => [
  ...Map.groupBy(questions, ({ kind, owner }) => `${kind} ${owner}`).values(),
];

function nameOf({ kind, owner }: Question, { definitions }: Publication['corpus'], links: Links): Ref {
  const entry = definitions[kind].get(owner);
  return { text: entry === undefined ? owner : titleOf(entry), href: links.definition(kind, owner) };
}
