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
  const { facts, steps } = disputeList(corpus);
  const disputed = [
    ...facts.map(({ fact, path, confidence, disputes }) => ({
      path,
      url: addresses.fact(fact),
      confidence,
      says: fact.description,
      disputes: disputes.map((one) => jsonOfDispute(one, addresses)),
    })),
    ...steps.map(({ flow, step, path, confidence, disputes }) => ({
      path,
      url: addresses.definition('flow', flow.id),
      confidence,
      says: step.label,
      disputes: disputes.map((one) => jsonOfDispute(one, addresses)),
    })),
  ];
  const markdown = disputed.flatMap(({ path, url, confidence, says, disputes }) => [
    `## ${markdownLink(markdownCode(path), url)}`,
    `The spec says (${confidence}): ${proseMarkdownLine(says)}`,
    ...bullets(disputes.map(markdownOfDispute)),
  ]);
  return pageTwins('disputes/', 'dispute-list-twin', { disputed }, ['# Disputes', ...markdown], context);
}
