import { markdownBlock, markdownComment, markdownLink, markdownTable } from '../../prose/markdown-text.ts';
import { counted, pluralized } from '../../text/counted.ts';
import type { Diagnosis, DiagnosisRow, Divergence } from '../model/diagnosis.ts';
import { answerPart, type DivergencePart, divergenceParts, divergenceTitle } from './divergence-parts.ts';
import { beyondLog, headWords, nothingDeparts } from './head-words.ts';
import type { QuotedCall } from './quoted-call.ts';
import type { RenderContext } from './render-context.ts';
import { isReached, laterWords, rowWords } from './row-words.ts';

const WAYS = { outgoing: 'sent', incoming: 'received' } as const;

/**
 * The diagnosis of a call as Markdown for an issue: the first divergence, the rows of the call, and folded what else
 * there is. Stanzas are named by their numbers in the call, since nobody else has the lines of the log.
 * @param quote the stanzas of the call, sanitized
 */
export function diagnosisMarkdown(diagnosis: Diagnosis, quote: QuotedCall, context: RenderContext): string {
  const { divergences, answers, outcome, rows } = diagnosis;
  const [first, ...others] = divergences;
  const { title, details } = headWords(diagnosis, context);
  const also = others.map((one) => divergenceText('Also', { ...one, follows: [] }, context));
  const endings = outcome.map(({ event, words }) => `stanza ${event + 1}: ${words}`);
  const blocks = [
    `### ${markdownComment(title)}`,
    markdownComment(details.join('; ')),
    first === undefined
      ? markdownComment(nothingDeparts(diagnosis))
      : divergenceText('First divergence', first, context),
    list(answers.map(answerPart)),
    markdownTable(
      ['#', 'time', 'way', 'what', 'verdict'],
      rows.filter(isReached).map((row) => cells(row, diagnosis)),
    ),
    markdownComment(laterWords(diagnosis, WAYS)),
    outcome.length === 0 ? '' : `**How it ended**\n\n${items(endings)}`,
    also.length === 0
      ? ''
      : folded(`${also.length} more ${pluralized(also.length, 'divergence')}`, also.join('\n\n')),
    folded('The stanzas, sanitized', quoteText(quote)),
    folded('What such a log cannot show', items(beyondLog(diagnosis))),
  ];
  return `${blocks.filter((one) => one !== '').join('\n\n')}\n`;
}

function divergenceText(heading: string, one: Divergence, { addresses }: RenderContext): string {
  const title = divergenceTitle(one, `stanza ${one.event + 1}`);
  return `**${heading}: ${markdownComment(title)}**\n\n${list(divergenceParts(one, addresses))}`;
}

const list = (parts: readonly DivergencePart[]): string =>
  parts.map(({ label, texts }) => `- ${label}: ${texts.map(linked).join(' · ')}`).join('\n');

const linked = ({ text, url }: DivergencePart['texts'][number]): string =>
  url === undefined ? markdownComment(text) : markdownLink(markdownComment(text), url);

function cells(row: DiagnosisRow, diagnosis: Diagnosis): string[] {
  const { direction, what, stanza, time, mark } = rowWords(row, diagnosis);
  return [
    row.seen === undefined ? '' : String(row.seen.event + 1),
    time,
    direction === undefined ? '' : WAYS[direction],
    [what, ...(stanza === undefined ? [] : [stanza])].map(markdownComment).join('; '),
    markdownComment(mark),
  ];
}

const items = (texts: readonly string[]): string =>
  texts.map((one) => `- ${markdownComment(one)}`).join('\n');

const quoteText = ({ text, leftOut }: QuotedCall): string =>
  `${markdownBlock(text)}${leftOut === 0 ? '' : `\n\n${counted(leftOut, 'stanza')} at the end left out.`}`;

/** What a reader opens. The summary is ours. */
const folded = (summary: string, markdown: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
