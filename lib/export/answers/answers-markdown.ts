import { answersTo } from '../../corpus/answers/answers-to.ts';
import { withinWords } from '../../corpus/answers/within-words.ts';
import { openDisputes } from '../../corpus/disputes/open-disputes.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { echoWords } from '../../corpus/steps/echo-words.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { Within } from '../../schema/types.generated.ts';
import type { AnswerAddresses } from './answers-json.ts';

const NOT_KNOWN = 'not known';

/** How a stanza is answered, as blocks of Markdown; none where nothing is known of it. */
export function answersMarkdown(corpus: Corpus, stanza: string, addresses: AnswerAddresses): string[] {
  const { answers, replies, errors, exceptions, answered } = answersTo(corpus, stanza);
  const time = (within: Within | undefined): string =>
    within === undefined ? NOT_KNOWN : withinWords(within, corpus);
  const required = answers.map(
    ({ when, answer: { flow, step, index, fact }, within, consequences, next }) => [
      when === 'received' ? 'receive it, send' : 'send it, expect',
      `${markdownLink(markdownText(step.label), addresses.step(flow, step, index))}, ${fact.confidence}${openDisputes([fact], corpus) > 0 ? ', disputed' : ''}${next === undefined ? '' : `, and send ${markdownLink(markdownText(next.step.label), addresses.step(next.flow, next.step, next.index))} for it`}`,
      echoWords(step.echoes, '')
        .map((one) => (typeof one === 'string' ? one : markdownCode(one.attribute)))
        .join(''),
      time(within),
      consequences.map(({ requirement }) => proseMarkdownLine(requirement?.consequence ?? '')).join(' ') ||
        NOT_KNOWN,
    ],
  );
  const said = replies.map(
    ({ stanzas, within }) =>
      `- ${stanzas.map(markdownCode).join(' or ')}, ${within === undefined ? `time ${NOT_KNOWN}` : time(within)}`,
  );
  const otherwise = exceptions.map(
    ({ stanzas, answer: { flow, step, index } }) =>
      `Answered otherwise: ${stanzas.map(markdownCode).join(', ')} (send ${markdownLink(markdownText(step.label), addresses.step(flow, step, index))}).`,
  );
  const refused = errors.map(({ name, confidence, description, remedy }) => [
    `${markdownCode(name)}, ${confidence}`,
    proseMarkdownLine(description),
    remedy === undefined ? NOT_KNOWN : proseMarkdownLine(remedy),
  ]);
  const itself = answered.map(({ flow, step, index }) =>
    markdownLink(markdownText(step.label), addresses.step(flow, step, index)),
  );
  return [
    ...(required.length > 0 || itself.length === 0
      ? []
      : [`It is itself the answer to ${itself.join(', ')}.`]),
    ...(required.length === 0
      ? []
      : [markdownTable(['When you', 'Answer', 'Repeats', 'Time', 'Without it'], required)]),
    ...otherwise,
    ...(said.length === 0 ? [] : ['In a call it is also followed by:', said.join('\n')]),
    ...(refused.length === 0 ? [] : [markdownTable(['Error', 'Meaning', 'What to do'], refused)]),
  ];
}
