import type { Question } from '../../corpus/model/question.ts';
import { markdownCode, markdownLink } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { ExportContext } from '../json/export-context.ts';
import type { QuestionJson } from '../json/json-of-question.ts';
import { codes, places } from './markdown-of-fact.ts';

/** A question as a Markdown list item, with its answer or the conditions that answer it. */
export function markdownOfQuestion(question: QuestionJson): string {
  const { id, url, status, answer, sources, asks, settles, captured } = question;
  const name = markdownLink(id === undefined ? status : `${status}, ${markdownCode(id)}`, url);
  const rows = [
    ...(answer === undefined ? [] : [`Answer: ${proseMarkdownLine(answer)}`]),
    ...(sources === undefined ? [] : [`Sources: ${places(sources)}`]),
    ...(asks === undefined ? [] : [`Could be answered by: ${codes(asks)}`]),
    ...(settles ?? []).map((one) => `If ${markdownCode(one.if)}: ${proseMarkdownLine(one.then)}`),
    ...(captured ?? []).map((one) => `Answered by ${codes(one.captures)}: ${proseMarkdownLine(one.answer)}`),
  ];
  return [`- ${name}: ${proseMarkdownLine(question.question)}`, ...rows.map((row) => `  - ${row}`)].join(
    '\n',
  );
}

/** The questions of a definition as one list; empty if it has none. */
export function questionBullets(context: ExportContext, kind: Question['kind'], owner: string): string[] {
  const list = context.questionsOf(kind, owner).map((one) => markdownOfQuestion(context.question(one)));
  return list.length === 0 ? [] : [list.join('\n')];
}
