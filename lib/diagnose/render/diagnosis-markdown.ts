import { markdownBlock, markdownComment, markdownLink, markdownTable } from '../../prose/markdown-text.ts';
import { counted, pluralized } from '../../text/counted.ts';
import type { Diagnosis, DiagnosisRow, Divergence } from '../model/diagnosis.ts';
import { answerPart, type DivergencePart, divergenceParts } from './divergence-parts.ts';
import { beyondLog, headWords, nothingDeparts } from './head-words.ts';
import type { QuotedCall } from './quoted-call.ts';
import type { RenderContext } from './render-context.ts';
import { rowWords } from './row-words.ts';
import { VERDICT_MARKS } from './verdict-marks.ts';

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
  const also = others.map((one) => divergenceText('Also', one, context));
  const blocks = [
    `### ${markdownComment(title)}`,
    markdownComment(details.join('; ')),
    first === undefined
      ? markdownComment(nothingDeparts(diagnosis))
      : divergenceText('First divergence', first, context),
    list(answers.map(answerPart)),
    markdownTable(
      ['#', 'time', 'way', 'what', 'verdict'],
      rows.map((row) => cells(row, diagnosis)),
    ),
    ...(outcome.length === 0
      ? []
      : [`**How it ended**\n\n${outcome.map(({ words }) => `- ${markdownComment(words)}`).join('\n')}`]),
    also.length === 0
      ? ''
      : folded(`${also.length} more ${pluralized(also.length, 'divergence')}`, also.join('\n\n')),
    folded('The stanzas, sanitized', quoteText(quote)),
    `Not in such a log: ${markdownComment(beyondLog(diagnosis))}`,
  ];
  return `${blocks.filter((one) => one !== '').join('\n\n')}\n`;
}

function divergenceText(heading: string, one: Divergence, { addresses }: RenderContext): string {
  const { kind, step, path, event } = one;
  const where = `${kind === 'missing' ? 'before' : 'at'} stanza ${event + 1}`;
  const what = step === undefined ? path : `“${step.label}”`;
  return `**${heading}: ${markdownComment(what)}, ${where}**\n\n${list(divergenceParts(one, addresses))}`;
}

const list = (parts: readonly DivergencePart[]): string =>
  parts.map(({ label, texts }) => `- ${label}: ${texts.map(linked).join(' · ')}`).join('\n');

const linked = ({ text, url }: DivergencePart['texts'][number]): string =>
  url === undefined ? markdownComment(text) : markdownLink(markdownComment(text), url);

function cells(row: DiagnosisRow, diagnosis: Diagnosis): string[] {
  const { direction, what, stanza, time, answered } = rowWords(row, diagnosis);
  const { sign, word } = VERDICT_MARKS[row.verdict];
  const texts = [
    `${what}${answered === undefined ? '' : ` (${answered})`}`,
    ...(stanza === undefined ? [] : [stanza]),
    ...row.notes,
  ];
  return [
    row.seen === undefined ? '' : String(row.seen.event + 1),
    time,
    direction === undefined ? '' : WAYS[direction],
    texts.map(markdownComment).join('; '),
    `${sign} ${word}${row.divergences.includes(0) ? ', first' : ''}`,
  ];
}

const quoteText = ({ text, leftOut }: QuotedCall): string =>
  `${markdownBlock(text)}${leftOut === 0 ? '' : `\n\n${counted(leftOut, 'stanza')} at the end left out.`}`;

/** What a reader opens. The summary is ours. */
const folded = (summary: string, markdown: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
