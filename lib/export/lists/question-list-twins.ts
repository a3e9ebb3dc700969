import { questionList } from '../../corpus/lists/question-list.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { section } from '../markdown/blocks.ts';
import { markdownOfQuestion } from '../markdown/markdown-of-question.ts';
import { pageTwins } from './page-twins.ts';

/** All questions, open and answered. */
export function questionListTwins(context: ExportContext): Generator<PublishedFile> {
  const questions = questionList(context.corpus).questions.map(context.question);
  const list = (status: 'open' | 'resolved'): string[] => {
    const some = questions.filter((one) => one.status === status).map(markdownOfQuestion);
    return some.length === 0 ? [] : [some.join('\n')];
  };
  const markdown = [
    '# Questions',
    ...section('Open', list('open')),
    ...section('Resolved', list('resolved')),
  ];
  return pageTwins('questions/', 'question-list-twin', { questions }, markdown, context);
}
