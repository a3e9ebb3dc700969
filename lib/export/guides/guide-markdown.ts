import { withinWords } from '../../corpus/answers/within-words.ts';
import { openDisputes } from '../../corpus/disputes/open-disputes.ts';
import { factAt } from '../../corpus/facts/fact-at.ts';
import { type WalkStep, walkOf } from '../../corpus/guides/walk-of.ts';
import { presenceOn } from '../../corpus/match/leg.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import { echoWords } from '../../corpus/steps/echo-words.ts';
import { markdownOfBlocks } from '../../prose/markdown-of-blocks.ts';
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownTable,
  markdownText,
} from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { readMarkdown } from '../../prose/read-markdown.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import type { GuideTable, GuideWalk, Within } from '../../schema/types.generated.ts';
import type { Addresses } from '../json/addresses.ts';

interface Context {
  readonly corpus: Corpus;
  readonly addresses: Addresses;
}

/** A guide as Markdown: its texts, the facts of its tables, and the steps of its walks with their examples. */
export function guideMarkdown({ id, data }: Entry<'guide'>, { corpus, addresses }: Context): string {
  const to = (name: string): string | undefined =>
    name.startsWith('glossary#') ? addresses.of('glossary/') : (addresses.path(name) ?? safeUrl(name));
  const sections = data.sections.flatMap(({ title, text, table, walk }) => [
    `## ${markdownText(title)}`,
    ...(text === undefined ? [] : markdownOfBlocks(readMarkdown(text), to)),
    ...(table === undefined ? [] : [tableOf(table, { corpus, addresses })]),
    ...(walk === undefined ? [] : walkBlocks(walk, { corpus, addresses })),
  ]);
  const all = [
    `# ${markdownText(data.title)}`,
    `- Id: ${markdownCode(id)}\n- Status: ${data.status}`,
    proseMarkdown(data.summary),
    ...sections,
  ];
  return `${all.filter((one) => one !== '').join('\n\n')}\n`;
}

function tableOf({ facts }: GuideTable, { corpus, addresses }: Context): string {
  const rows = facts.map((path) => {
    const fact = factAt(corpus, path);
    const url = addresses.path(path);
    const name = url === undefined ? markdownCode(path) : markdownLink(markdownCode(path), url);
    if (fact === undefined) return [name, '', '', '', ''];
    return [
      name,
      presenceOn('sent', fact) ?? '',
      presenceOn('delivered', fact) ?? '',
      proseMarkdownLine(fact.description),
      fact.confidence,
    ];
  });
  return markdownTable(['Fact', 'Sent', 'Delivered', 'Meaning', 'Confidence'], rows);
}

function walkBlocks(walk: GuideWalk, context: Context): string[] {
  const labels = new Map(
    context.corpus.definitions.flow.get(walk.flow)?.data.participants.map(({ id, label }) => [id, label]),
  );
  const { steps, left } = walkOf(context.corpus, walk);
  const leftOut = (['send', 'receive'] as const).flatMap((way) => {
    const those = left.filter((one) => one.way === way);
    const links = those.map(({ step, index }) =>
      markdownLink(markdownText(step.label), context.addresses.step(walk.flow, step, index)),
    );
    return links.length === 0 ? [] : [`- You may ${way}: ${links.join(', ')}`];
  });
  return [
    ...steps.flatMap((one, i) => stepBlocks(one, i, walk.flow, labels, context)),
    ...(leftOut.length === 0 ? [] : ['Left out here, and described in the flow:', leftOut.join('\n')]),
  ];
}

function stepBlocks(
  { step, index, way, example, answers, fact }: WalkStep,
  place: number,
  flow: string,
  labels: ReadonlyMap<string, string>,
  { addresses, corpus }: Context,
): string[] {
  const peer = way === 'send' ? step.to : step.from;
  const what = `${way === 'send' ? 'Send to' : 'Receive from'} ${markdownText(labels.get(peer) ?? peer)}`;
  const time = (within: Within | undefined): string =>
    within === undefined ? 'time not known' : withinWords(within, corpus);
  const replies = answers.map((one) => {
    const { step: answer, flow: of, index: at } = one.answer;
    const verb = one.when === 'received' ? 'Answer with' : 'Comes back';
    const echoes = echoWords(answer.echoes, '')
      .map((piece) => (typeof piece === 'string' ? piece : markdownCode(piece.attribute)))
      .join('');
    const traits = [
      time(one.within),
      ...(answer.optional === true ? ['not in every log'] : []),
      ...(openDisputes([one.answer.fact], corpus) > 0 ? ['disputed'] : []),
    ];
    return `- ${verb}: ${markdownLink(markdownText(answer.label), addresses.step(of, answer, at))}${echoes === '' ? '' : ` (repeats ${echoes})`}, ${traits.join(', ')}`;
  });
  const disputes = fact.disputes
    .filter(({ status }) => status !== 'resolved')
    .map(({ claim, flavors = [] }) => {
      const by = flavors.length === 0 ? '' : ` (${flavors.map(markdownCode).join(', ')})`;
      return `Disputed: ${proseMarkdownLine(claim)}${by}`;
    });
  return [
    `### ${place + 1}. ${what}: ${markdownText(step.label)}`,
    `${markdownLink(markdownCode(fact.path), addresses.step(flow, step, index))}, ${fact.confidence}${step.answers === undefined ? '' : `, ${time(step.within)}`}${step.optional === true ? ', not in every log' : ''}`,
    ...disputes,
    ...(example === undefined ? [] : [markdownBlock(example.example.body, example.example.format)]),
    ...(replies.length === 0 ? [] : [replies.join('\n')]),
  ];
}
