import { markdownOfBlocks } from '../../prose/markdown-of-blocks.ts';
import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown, proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { readMarkdown } from '../../prose/read-markdown.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import type { BundleFact } from '../bundle/bundle.ts';
import type { ReleasedDefinition } from './released-definitions.ts';
import { releasedForm } from './released-form.ts';

/**
 * The Markdown of a stanza, a shared node, an enum or a part as it was in a release.
 * @param current the address where it is described now; undefined if it was withdrawn
 * @param isNewest whether there is no newer release
 */
export function releasedMarkdown(
  { version, date, note, definition, facts, questions }: ReleasedDefinition,
  current: string | undefined,
  isNewest: boolean,
): string {
  const { title, data } = definition;
  const day = date === undefined ? '' : ` of ${markdownText(date)}`;
  const now =
    current === undefined
      ? 'It has since been withdrawn.'
      : `The current state is on ${markdownLink('the current page', current)}.`;
  const summary = data['summary'];
  return `${[
    `# ${markdownText(title)} in version ${markdownText(version)}`,
    `This is version ${markdownText(version)}${day}${isNewest ? ', the newest release. It' : '. It is an old release and'} does not change. ${now}`,
    ...(note === undefined ? [] : [proseMarkdown(note)]),
    ...(typeof summary === 'string' ? [proseMarkdown(summary)] : []),
    '## Facts',
    facts.length === 0 ? 'None.' : facts.map(lineOf).join('\n'),
    ...textOf('Rules', data['normative']),
    ...textOf('Findings', data['findings']),
    ...(questions.length === 0
      ? []
      : [
          '## Questions',
          questions.map(({ text, status }) => `- ${status}: ${proseMarkdownLine(text)}`).join('\n'),
        ]),
  ].join('\n\n')}\n`;
}

/** A Markdown text of a part, written anew. A link to another part is its words: that one may be gone. */
function textOf(title: string, text: unknown): string[] {
  const blocks = typeof text === 'string' ? markdownOfBlocks(readMarkdown(text), safeUrl) : [];
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks];
}

function lineOf(fact: BundleFact): string {
  const form = [fact.confidence, ...releasedForm(fact).map(markdownText)].join(', ');
  return `- ${markdownCode(fact.path)} (${form}): ${proseMarkdownLine(fact.description)}`;
}
