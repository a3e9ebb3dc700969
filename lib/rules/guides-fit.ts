import { factAt } from '../corpus/facts/fact-at.ts';
import { isGuideTarget } from '../corpus/guides/is-guide-target.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { type Block, linksIn, readMarkdown, wordsOfLine } from '../prose/read-markdown.ts';
import { safeUrl } from '../prose/safe-url.ts';
import { PAGE_KINDS } from '../schema/kinds.ts';
import type { GuideWalk } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Report, Rule } from './parts/rule.ts';
import { placesOfPieces } from './texts/places-of-pieces.ts';

/**
 * What a guide links to exists, and so do the facts of its tables and the flows, participants and steps of its walks. Each
 * paragraph and item of a list links to what it rests on. No two sections have one id.
 */
export const guidesFit: Rule = {
  name: 'guides-fit',
  codes: [
    'guide/duplicate-id',
    'guide/link',
    'guide/fact',
    'guide/bare',
    'reference/flow',
    'reference/participant',
    'reference/step',
  ],
  check(corpus, report) {
    // What a broken file describes is not known.
    const isComplete = loadedCompletely(corpus, PAGE_KINDS);
    for (const entry of corpus.definitions.guide.values()) {
      const { sections } = entry.data;
      for (const { name, index, first } of repeated(sections, ({ id }) => id)) {
        const { line } = entry.source.place(['sections', first, 'id']);
        report(findingAt(entry, ['sections', index, 'id'], 'guide/duplicate-id', { id: name, line }));
      }
      for (const [i, { text, table, walk }] of sections.entries()) {
        if (walk !== undefined) checkWalk(walk, entry, ['sections', i, 'walk'], corpus, report);
        if (!isComplete) continue;
        if (text !== undefined) checkText(text, entry, ['sections', i, 'text'], corpus, report);
        for (const [n, path] of (table?.facts ?? []).entries()) {
          if (factAt(corpus, path) !== undefined) continue;
          const args = { path: clip(path, 120), suggestion: suggest(path, corpus.factByPath.keys()) };
          report(findingAt(entry, ['sections', i, 'table', 'facts', n], 'guide/fact', args));
        }
      }
    }
  },
};

function checkText(text: string, entry: Entry<'guide'>, at: Pointer, corpus: Corpus, report: Report): void {
  const blocks = readMarkdown(text);
  const placeOf = placesOfPieces(entry.source, at, text);
  for (const { to, written } of linksIn(blocks)) {
    const place = placeOf(written);
    if (safeUrl(to) !== undefined || isGuideTarget(corpus, to)) continue;
    const args = { to: clip(to, 120), suggestion: suggest(to, corpus.factByPath.keys()) };
    report({ ...findingAt(entry, at, 'guide/link', args), ...place });
  }
  for (const block of statements(blocks)) {
    if (linksIn([block]).length > 0) continue;
    report(findingAt(entry, at, 'guide/bare', { text: clip(wordsOf(block), 80) }));
  }
}

/** The blocks that say something: paragraphs, and items of lists as a whole. */
function statements(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return [block];
      case 'list':
        return block.items.map((inside): Block => ({ kind: 'quote', inside }));
      case 'quote':
        return statements(block.inside);
      case 'heading':
      case 'code':
        return [];
      default:
        return block satisfies never;
    }
  });
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOfLine(block.inside, (text) => text);
    case 'code':
      return block.text;
    case 'quote':
      return block.inside.map(wordsOf).join(' ');
    case 'list':
      return block.items.flatMap((item) => item.map(wordsOf)).join(' ');
    default:
      return block satisfies never;
  }
}

function checkWalk(
  { flow, as, steps = [] }: GuideWalk,
  entry: Entry<'guide'>,
  at: Pointer,
  corpus: Corpus,
  report: Report,
): void {
  checkReference(corpus, report, 'flow', flow, entry, [...at, 'flow']);
  const found = corpus.definitions.flow.get(flow)?.data;
  if (found === undefined) return;
  const participants = found.participants.map(({ id }) => id);
  if (!participants.includes(as)) {
    const args = { id: as, allowed: participants, suggestion: suggest(as, participants) };
    report(findingAt(entry, [...at, 'as'], 'reference/participant', args));
    return;
  }
  const own = found.steps.filter(({ from, to }) => from === as || to === as).flatMap(({ id }) => id ?? []);
  for (const [i, id] of steps.entries()) {
    if (own.includes(id)) continue;
    const args = { id, allowed: own, suggestion: suggest(id, own) };
    report(findingAt(entry, [...at, 'steps', i], 'reference/step', args));
  }
}
