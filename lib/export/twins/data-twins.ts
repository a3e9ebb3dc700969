import { markdownBlock, markdownCode, markdownText } from '../../prose/markdown-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { omitEmpty } from '../json/omit-empty.ts';
import { pageTwins } from '../lists/page-twins.ts';
import { bullets } from '../markdown/blocks.ts';
import { dataExamples } from './data-examples.ts';
import { dataFiles } from './data-files.ts';

/** What is published for programs. */
export function dataTwins(context: ExportContext): Generator<PublishedFile> {
  const files = dataFiles(context.corpus).map(({ path, holds, schema }) => ({
    path,
    holds,
    ...omitEmpty(
      'schema',
      schema === undefined ? undefined : context.addresses.of(`schema/${schema}.schema.json`),
    ),
  }));
  const items = files.map(({ path, holds }) => `${markdownCode(path)}: ${holds}`);
  const examples = dataExamples(context.addresses);
  const markdown = [
    '# Data',
    ...bullets(items),
    ...examples.flatMap(({ title, about, code }) => [
      `## ${title}`,
      markdownText(about),
      markdownBlock(code, 'js'),
    ]),
  ];
  return pageTwins('data/', 'data-twin', { files, examples }, markdown, context);
}
