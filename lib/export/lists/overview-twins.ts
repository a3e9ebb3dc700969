import { twinFiles } from '../../pages/definition-files.ts';
import { markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown } from '../../prose/prose-markdown.ts';
import { KINDS, PAGE_KINDS } from '../../schema/kinds.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonOfOverview } from '../json/json-of-overview.ts';
import { tallyWords } from '../json/tally-words.ts';
import { bullets, section } from '../markdown/blocks.ts';
import { referenceList } from '../markdown/reference-list.ts';
import { pageTwins } from './page-twins.ts';

/** The overview for programs and in Markdown. */
export function overviewTwins(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const { title, version, summary, notice, license, credits } = corpus.spec;
  const json = jsonOfOverview(context);
  const pages: readonly [title: string, path: string][] = [
    ['All facts', 'facts/'],
    ...PAGE_KINDS.filter((kind) => corpus.definitions[kind].size > 0).map((kind): [string, string] => [
      KINDS[kind].title,
      KINDS[kind].page,
    ]),
    ['Open questions', 'questions/'],
    ...(corpus.definitions.glossary.size > 0 ? [['Glossary', 'glossary/'] as [string, string]] : []),
  ];
  return pageTwins(
    '',
    'overview-twin',
    json,
    [
      `# ${markdownText(title)}`,
      ...(summary === undefined ? [] : [proseMarkdown(summary)]),
      ...bullets([
        `Version: ${markdownText(version)}`,
        tallyWords(json.tally),
        ...(license === undefined ? [] : [`License: ${markdownText(license)}`]),
      ]),
      ...section(
        'Pages',
        bullets(pages.map(([name, path]) => markdownLink(name, addresses.of(twinFiles(path).markdown)))),
      ),
      ...section('Credits', referenceList(credits)),
      ...(notice === undefined ? [] : [proseMarkdown(notice)]),
    ],
    context,
  );
}
