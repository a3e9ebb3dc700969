import sharp from 'sharp';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { measureCoverage } from '../../../lib/coverage/measure-coverage.ts';
import { cardSvg } from '../../../lib/export/formats/card-svg.ts';
import { counted } from '../../../lib/text/counted.ts';

/**
 * The picture that is shown where somebody links to the site, as PNG. One for all pages: one for each would take
 * longer than everything else in a build.
 */
export function socialCard(corpus: Corpus): Promise<Uint8Array> {
  const { definitions, spec } = corpus;
  const { counts, facts } = measureCoverage(corpus).all;
  const svg = cardSvg({
    title: spec.title,
    words: `${counted(definitions.stanza.size, 'stanza')}, ${counted(facts, 'fact')}, each with its evidence`,
    counts: CONFIDENCES.map((name) => [name, counts[name]]),
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer();
}
