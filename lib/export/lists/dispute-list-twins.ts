import { disputeList } from '../../corpus/lists/dispute-list.ts';
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
  const disputed = disputeList(corpus).map(({ fact, says }) => ({
    path: fact.path,
    url: addresses.fact(fact),
    confidence: fact.confidence,
    says,
    disputes: fact.disputes.map((one) => jsonOfDispute(one, addresses)),
  }));
  const markdown = disputed.flatMap(({ path, url, confidence, says, disputes }) => [
    `## ${markdownLink(markdownCode(path), url)}`,
    `The spec says (${confidence}): ${proseMarkdownLine(says)}`,
    ...bullets(disputes.map(markdownOfDispute)),
  ]);
  return pageTwins('disputes/', 'dispute-list-twin', { disputed }, ['# Disputes', ...markdown], context);
}
