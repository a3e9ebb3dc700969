import { definitionList } from '../../corpus/lists/definition-list.ts';
import { markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { bullets } from '../markdown/blocks.ts';
import { pageTwins } from './page-twins.ts';

/** All flows in short. */
export function flowListTwins(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = definitionList(corpus, 'flow').map(({ entry: { id, data } }) => ({
    id,
    url: addresses.definition('flow', id),
    title: data.title,
    status: data.status,
    summary: data.summary,
    steps: data.steps.length,
  }));
  const items = rows.map(
    ({ title, url, summary }) => `${markdownLink(markdownText(title), url)}: ${proseMarkdownLine(summary)}`,
  );
  return pageTwins('flows/', 'flow-list-twin', { flows: rows }, ['# Flows', ...bullets(items)], context);
}
