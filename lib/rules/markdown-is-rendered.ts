import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Pointer } from '../source/mark.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';
import { unrenderedMarkdown } from './texts/unrendered-markdown.ts';

/** The Markdown of parts and guides has only what their pages render. */
export const markdownIsRendered: Rule = {
  name: 'markdown-is-rendered',
  codes: ['text/markdown'],
  check(corpus, report) {
    for (const { entry, at, text } of textsOf(corpus)) {
      const placeOf = placesInText(entry.source, at, text);
      for (const { what, written, offset } of unrenderedMarkdown(text)) {
        const args = { what, written: clip(written, 60) };
        report({ ...findingAt(entry, at, 'text/markdown', args), ...placeOf(offset) });
      }
    }
  },
};

interface MarkdownText {
  readonly entry: Entry<'part' | 'guide'>;
  readonly at: Pointer;
  readonly text: string;
}

const textsOf = ({ definitions }: Corpus): readonly MarkdownText[] => [
  ...[...definitions.part.values()].flatMap((entry) =>
    (['normative', 'findings'] as const).flatMap((key) => textAt(entry, [key], entry.data[key])),
  ),
  ...[...definitions.guide.values()].flatMap((entry) =>
    entry.data.sections.flatMap(({ text }, i) => textAt(entry, ['sections', i, 'text'], text)),
  ),
];

const textAt = (entry: MarkdownText['entry'], at: Pointer, text: string | undefined): MarkdownText[] =>
  text === undefined ? [] : [{ entry, at, text }];
