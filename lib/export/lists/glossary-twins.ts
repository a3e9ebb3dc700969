import { glossaryList } from '../../corpus/lists/glossary-list.ts';
import { markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { bullets } from '../markdown/blocks.ts';
import { pageTwins } from './page-twins.ts';

/** The terms of the glossary. */
export function glossaryTwins(context: ExportContext): Generator<PublishedFile> {
  const terms = glossaryList(context.corpus);
  const items = terms.map(
    ({ term, definition }) => `**${markdownText(term)}**: ${proseMarkdownLine(definition)}`,
  );
  return pageTwins('glossary/', 'glossary-twin', { terms }, ['# Glossary', ...bullets(items)], context);
}
