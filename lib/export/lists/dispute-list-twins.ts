import { type Disputed, disputeList } from '../../corpus/lists/dispute-list.ts';
import { markdownCode, markdownLink } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonOfDispute } from '../json/json-of-fact.ts';
import { bullets } from '../markdown/blocks.ts';
import { markdownOfDispute } from '../markdown/markdown-of-fact.ts';
import { pageTwins } from './page-twins.ts';

/** Everything that is disputed. */
export function disputeListTwins(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const { facts, steps } = disputeList(corpus);
  const row = ({ path, confidence, says, disputes }: Disputed, url: string) => ({
    path,
    url,
    confidence,
    says,
    disputes: disputes.map((one) => jsonOfDispute(one, addresses)),
  });
  const disputed = [
    ...facts.map((one) => row(one, addresses.fact(one.fact))),
    ...steps.map((one) => row(one, addresses.step(one.flow.id, one.step, one.index))),
  ];
  const markdown = disputed.flatMap(({ path, url, confidence, says, disputes }) => [
    `## ${markdownLink(markdownCode(path), url)}`,
    `The spec says (${confidence}): ${proseMarkdownLine(says)}`,
    ...bullets(disputes.map(markdownOfDispute)),
  ]);
  return pageTwins('disputes/', 'dispute-list-twin', { disputed }, ['# Disputes', ...markdown], context);
}
