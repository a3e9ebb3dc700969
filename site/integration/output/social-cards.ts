import sharp from 'sharp';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { measureCoverage } from '../../../lib/coverage/measure-coverage.ts';
import { type Card, cardSvg } from '../../../lib/export/formats/card-svg.ts';
import { counted } from '../../../lib/text/counted.ts';

/** A picture beside the pages. */
export interface Picture {
  /** Its path below the base of the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The preview images for links to the site, as PNG: one for each category of stanzas, and one that all other pages
 * share. An image per page would take longer than the rest of a build.
 */
export async function socialCards(corpus: Corpus): Promise<readonly Picture[]> {
  const { definitions, spec } = corpus;
  const { all, byCategory } = measureCoverage(corpus);
  const stanzas = [...definitions.stanza.values()];
  const cards: (readonly [path: string, card: Card])[] = [
    [
      'card.png',
      {
        title: spec.title,
        words: `${counted(definitions.stanza.size, 'stanza')}, ${counted(all.facts, 'fact')}, each with its evidence`,
        counts: CONFIDENCES.map((name) => [name, all.counts[name]]),
      },
    ],
    ...[...new Set(stanzas.map(({ data }) => data.category))].sort().map((category) => {
      const tally = byCategory.find(({ id }) => id === category);
      const size = stanzas.filter(({ data }) => data.category === category).length;
      const words = `${category}: ${counted(size, 'stanza')}, ${counted(tally?.facts ?? 0, 'fact')}`;
      const counts = CONFIDENCES.map((name) => [name, tally?.counts[name] ?? 0] as const);
      return [`card-${category}.png`, { title: spec.title, words, counts }] as const;
    }),
  ];
  return Promise.all(cards.map(async ([path, card]) => ({ path, bytes: await rasterized(cardSvg(card)) })));
}

const rasterized = (svg: string): Promise<Uint8Array> =>
  sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
