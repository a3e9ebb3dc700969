import type { Confidence } from '../../schema/types.generated.ts';

/** The text of the social card: the image that is shown where somebody links to the site. */
export interface Card {
  readonly title: string;
  /** A line below the title, such as `31 stanzas, 957 facts`. */
  readonly words: string;
  /** The number of facts by confidence, the highest confidence first. */
  readonly counts: readonly (readonly [Confidence, number])[];
}

/** The size of the image in pixels. */
const CARD_SIZE = { width: 1200, height: 630 } as const;

const COLOURS: Readonly<Record<Confidence, string>> = {
  confirmed: '#58c98b',
  probable: '#78b4f5',
  speculative: '#e8b04c',
  unknown: '#98a3a0',
};

const LEFT = 80;
const RIGHT = CARD_SIZE.width - LEFT;
/** The most characters in a line of the title, and the most lines. */
const LINE = 26;
const LINES = 3;

/** The card as SVG. The system that rasterizes it provides the fonts. */
export function cardSvg({ title, words, counts }: Card): string {
  const { width, height } = CARD_SIZE;
  const lines = linesOf(title);
  const titles = lines.map((line, i) => text(line, 250 + i * 84, 72, '#f2f4f3', 'font-weight="700"'));
  const bottom = 250 + lines.length * 84;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#111417"/>`,
    `<g transform="translate(${LEFT} 76) scale(1.9)"><rect width="32" height="32" rx="7" fill="#0b6b62"/>`,
    '<path d="M12 9 5.5 16 12 23M20 9l6.5 7L20 23" fill="none" stroke="#fcfcfb" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>',
    '<circle cx="16" cy="16" r="2.4" fill="#5fd0c0"/></g>',
    `<text x="${LEFT + 84}" y="118" font-size="34" font-weight="600" fill="#9aa5a3">Stanza Catalog</text>`,
    ...titles,
    text(words, bottom - 22, 32, '#9aa5a3'),
    ...bar(counts),
    '</svg>',
  ].join('');
}

function bar(counts: Card['counts']): string[] {
  const present = counts.filter(([, n]) => n > 0);
  const total = present.reduce((sum, [, n]) => sum + n, 0);
  let x = LEFT;
  let at = LEFT;
  return present.flatMap(([name, n]) => {
    const wide = ((RIGHT - LEFT) * n) / total;
    const label = `${n} ${name}`;
    const parts = [
      `<rect x="${round(x)}" y="500" width="${round(Math.max(wide - 4, 1))}" height="14" rx="4" fill="${COLOURS[name]}"/>`,
      `<text x="${at}" y="562" font-size="30" font-weight="600" fill="${COLOURS[name]}">${label}</text>`,
    ];
    x += wide;
    at += label.length * 18 + 30;
    return parts;
  });
}

const round = (n: number): number => Math.round(n * 10) / 10;

const text = (words: string, y: number, size: number, fill: string, more = ''): string =>
  `<text x="${LEFT}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${escaped(words)}</text>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Wraps between words; the last line is truncated. */
function linesOf(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, LINES).map((line, i) => {
    const cut = line.length > LINE || (i === LINES - 1 && lines.length > LINES);
    return cut ? `${line.slice(0, LINE - 1)}…` : line;
  });
}
