import type { Entry } from '../../corpus/model/corpus.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import { markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { clip } from '../../text/clip.ts';
import { twinName } from '../json/addresses.ts';
import { type ExportContext, exportContext } from '../json/export-context.ts';
import type { PageKind } from '../json/json-of-definition.ts';
import { titleOf } from '../json/title-of.ts';
import { blocks, bullets, section } from './markdown-parts.ts';

const SECTIONS: readonly (readonly [title: string, kind: PageKind])[] = [
  ['Stanzas', 'stanza'],
  ['Enums', 'enum'],
  ['Flows', 'flow'],
  ['Techniques', 'technique'],
  ['Flavors', 'flavor'],
];

/** llms.txt: what this is, how to read it, and where each page is as Markdown. https://llmstxt.org/ */
export function llmsTxt(
  publication: Publication,
  context: ExportContext = exportContext(publication),
): string {
  const { corpus, addresses } = context;
  const { title, summary, notice } = corpus.spec;
  const link = (words: string, path: string): string => markdownLink(words, addresses.of(path));
  const list = (kind: PageKind): string[] =>
    bullets(
      [...(corpus.definitions[kind].values() as Iterable<Entry<PageKind>>)].map((entry) => {
        const words =
          'summary' in entry.data
            ? entry.data.summary
            : 'description' in entry.data
              ? entry.data.description
              : '';
        const about =
          words === undefined || words === '' ? '' : `: ${markdownText(clip(plainProse(words), 160))}`;
        return `${link(markdownText(titleOf(entry)), `${twinName(addresses.page(kind, entry.id))}.md`)}${about}`;
      }),
    );
  return blocks([
    `# ${markdownText(title)}`,
    ...(summary === undefined ? [] : [`> ${proseMarkdownLine(summary)}`]),
    [
      'Every statement is a fact with a path, such as `call-offer:offer@call-id`, a confidence and its sources.',
      'Confidence is confirmed (two techniques on different channels show it), probable (one technique, or the code of',
      'one client), speculative (reasoned, not observed) or unknown. A dispute is an observation that contradicts a fact;',
      'both stand in the data until one is resolved. Examples are synthetic unless they say otherwise.',
    ].join(' '),
    ...(notice === undefined ? [] : [proseMarkdownLine(notice)]),
    ...section(
      'Everything in one file',
      bullets([
        `${link('llms-full.txt', 'llms-full.txt')}: all pages as Markdown`,
        `${link('spec.json', 'spec.json')}: all facts for programs, described by ${link('its schema', 'schema/spec-export.schema.json')}`,
        `${link('facts.md', 'facts.md')}: a table of all facts`,
        `${link('questions.md', 'questions.md')}: what is not known yet`,
        `${link('glossary.md', 'glossary.md')}: the words`,
      ]),
    ),
    ...SECTIONS.flatMap(([name, kind]) => section(name, list(kind))),
  ]);
}
