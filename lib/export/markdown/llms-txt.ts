import { summaryOf, titleOf } from '../../corpus/lookup/title-of.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import { twinFiles } from '../../pages/definition-files.ts';
import { pagePath } from '../../pages/page-path.ts';
import { markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import { clip } from '../../text/clip.ts';
import { type ExportContext, exportContext } from '../json/export-context.ts';
import { blocks, bullets, section } from './blocks.ts';

/** Kinds that do not describe the protocol. */
const LEFT_OUT: ReadonlySet<PageKind> = new Set(['contributor', 'capture']);

/** llms.txt: what the site is, how to read it, and links to its pages as Markdown. https://llmstxt.org/ */
export function llmsTxt(
  publication: Publication,
  context: ExportContext = exportContext(publication),
): string {
  const { corpus, addresses } = context;
  const { title, summary, notice } = corpus.spec;
  const link = (words: string, path: string): string => markdownLink(words, addresses.of(path));
  const list = (kind: PageKind): string[] =>
    bullets(
      [...corpus.definitions[kind].values()].map((entry) => {
        const words = summaryOf(entry);
        const about = words === '' ? '' : `: ${markdownText(clip(plainProse(words), 160))}`;
        return `${link(markdownText(titleOf(entry)), twinFiles(pagePath(kind, entry.id)).markdown)}${about}`;
      }),
    );
  return blocks([
    `# ${markdownText(title)}`,
    ...(summary === undefined ? [] : [`> ${proseMarkdownLine(summary)}`]),
    [
      'Every statement is a fact with a path, such as `call-offer:offer@call-id`, a confidence and its sources.',
      'Confidence is confirmed (two techniques on different channels show it), probable (one technique, or the code of',
      'one client), speculative (reasoned, not observed) or unknown. A dispute is an observation that contradicts a fact;',
      'both are in the data until the dispute is resolved. Examples are synthetic unless they say otherwise.',
    ].join(' '),
    ...(notice === undefined ? [] : [proseMarkdownLine(notice)]),
    ...section(
      'Everything in one file',
      bullets([
        `${link('llms-full.txt', 'llms-full.txt')}: the pages of the spec as Markdown`,
        `${link('spec.json', 'spec.json')}: all facts for programs, described by ${link('its schema', 'schema/spec-export.schema.json')}`,
        `${link('facts.md', 'facts.md')}: a table of all facts`,
        `${link('questions.md', 'questions.md')}: the open questions`,
        `${link('captures.md', 'captures.md')}: captured stanzas and traces of calls`,
        `${link('glossary.md', 'glossary.md')}: the terms`,
      ]),
    ),
    ...PAGE_KINDS.filter((kind) => !LEFT_OUT.has(kind)).flatMap((kind) =>
      section(KINDS[kind].title, list(kind)),
    ),
  ]);
}
