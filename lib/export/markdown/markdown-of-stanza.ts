import { orderText } from '../../corpus/facts/order-text.ts';
import { rowsOf } from '../../corpus/facts/rows-of.ts';
import { matchWords } from '../../corpus/match/match-words.ts';
import type { Entry } from '../../corpus/model/corpus.ts';
import { markdownBlock, markdownCode, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown } from '../../prose/prose-markdown.ts';
import type { ExportContext } from '../json/export-context.ts';
import { blocks, bullets, section } from './blocks.ts';
import { headingOfFact, markdownOfFact } from './markdown-of-fact.ts';
import { questionList } from './markdown-of-question.ts';
import { referenceList } from './reference-list.ts';
import { tallyWords } from './tally-words.ts';

/** A stanza as Markdown, in the order of its page. */
export function markdownOfStanza({ id, data }: Entry<'stanza'>, context: ExportContext): string {
  const { corpus } = context;
  const facts = rowsOf(corpus, 'stanza', id);
  const described = facts.map((fact) => {
    const json = context.fact(fact);
    return { fact, text: `### ${headingOfFact(json)}\n\n${markdownOfFact(json)}` };
  });
  const own = described.filter(({ fact }) => fact.node === '' && fact.kind !== 'child');
  const below = described.filter(({ fact }) => fact.node !== '' || fact.kind === 'child');
  const order =
    data.children_order === undefined ? [] : [`Order of children: ${orderText(data.children_order)}`];
  const told = matchWords(data);
  return blocks([
    `# ${markdownText(data.display_name)}`,
    ...bullets([
      `Id: ${markdownCode(id)}`,
      `Tag: ${markdownCode(`<${data.tag}>`)}`,
      `Category: ${data.category}`,
      `Direction: ${data.direction.join(', ')}`,
      ...(told === undefined ? [] : [`Recognized by: ${proseMarkdown(told)}`]),
      `Status: ${data.status}`,
      `Spec version: ${markdownText(data.spec_version)}`,
      ...order,
      tallyWords(context.tally(facts)),
    ]),
    proseMarkdown(data.summary),
    ...section(
      'Attributes',
      own.map(({ text }) => text),
    ),
    ...section(
      'Children',
      below.map(({ text }) => text),
    ),
    ...section(
      'Examples',
      (data.examples ?? []).flatMap(({ title, note, format, body }) => [
        `### ${markdownText(title)}`,
        ...(note === undefined ? [] : [proseMarkdown(note)]),
        markdownBlock(body, format),
      ]),
    ),
    ...section('Notes', data.notes === undefined ? [] : [proseMarkdown(data.notes)]),
    ...section('Open questions', questionList(context, 'stanza', id)),
    ...section('References', referenceList(data.references)),
    ...section('Used in flows', bullets(context.flowsWith(id).map(markdownCode))),
  ]);
}
