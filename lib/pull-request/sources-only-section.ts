import { definitionOf } from '../corpus/facts/split-path.ts';
import { parseSource } from '../corpus/sources/source-ref.ts';
import type { Change } from '../diff/changes/change.ts';
import { markdownCode } from '../prose/markdown-text.ts';
import { clip } from '../text/clip.ts';
import { counted } from '../text/counted.ts';
import { cardSection } from './card-section.ts';
import type { TouchedFact } from './touched-facts.ts';

/** How many facts of a definition, and how many sources, are named. */
const MAX_NAMED = 40;

/** Whether a fact changes in nothing but further sources, so that it says what it said. */
export const gainsSourcesOnly = ({ changes, fact }: TouchedFact): boolean =>
  fact !== undefined && changes.every(isSourcesOnly);

function isSourcesOnly(change: Change): boolean {
  if (change.kind !== 'evidence') return false;
  const { gained, lost } = change;
  return (
    gained.techniques.length + gained.flavors.length + lost.sources.length === 0 &&
    lost.techniques.length + lost.flavors.length === 0
  );
}

/** The sources that a fact gains. */
const gainedSources = ({ changes }: TouchedFact): readonly string[] =>
  changes.flatMap((change) => (change.kind === 'evidence' ? change.gained.sources : []));

/** The facts that gain nothing but sources, a row for each definition: a fact once, with how many sources support it. */
export function sourcesOnlySection(touched: readonly TouchedFact[]): string[] {
  const byOwner = Map.groupBy(touched, ({ path }) => definitionOf(path));
  const rows = [...byOwner].map(([owner, own]) => {
    const sources = [...new Set(own.flatMap(gainedSources))];
    return [markdownCode(clip(owner, 200)), named(own.map(factWords)), named(sources.map(sourceWords))];
  });
  return cardSection('Facts with a further source', ['Definition', 'Facts', 'Sources'], rows, touched.length);
}

function factWords(one: TouchedFact): string {
  const n = gainedSources(one).length;
  const path = one.path.slice(one.path.search(/[:=]/) + 1);
  return `${markdownCode(clip(path, 200))}${n > 1 ? ` (${counted(n, 'source')})` : ''}`;
}

/** Such as capture:a#1; the link of a place in code is in the diff. */
const sourceWords = (source: string): string =>
  markdownCode(clip(parseSource(source).kind === 'note' ? 'a note' : source, 160));

const named = (words: readonly string[]): string =>
  [
    ...words.slice(0, MAX_NAMED),
    ...(words.length > MAX_NAMED ? [`${words.length - MAX_NAMED} more`] : []),
  ].join(', ');
