import type { XmlText } from './xml-text.ts';

// A declaration, or an instruction for a program. The one that says that a text is XML declares nothing.
const DECLARATION = /<(?:![A-Za-z]|\?(?!xml[\s?])[A-Za-z_])/g;
/** How far before a stanza a declaration may be, and what a line between the two does not begin with. */
const DECLARED_BEFORE = 4000;
const OTHER_LINE = /\n[ \t]*[^\s<\]%"'-]/;

/** The declarations of a text, in its order. With one before it, a stanza may not mean what it says. */
export class Declarations {
  readonly #xml: XmlText;
  #places: readonly number[] | undefined;
  /** How many of them have been passed. */
  #passed = 0;

  constructor(xml: XmlText) {
    this.#xml = xml;
  }

  /** Whether one begins at an offset. */
  begins(offset: number): boolean {
    return this.#xml.text.slice(offset, offset + 12).search(DECLARATION) === 0;
  }

  /** Reports the first one directly before a stanza. */
  reportBefore(start: number, end: number): void {
    this.#places ??= this.#find();
    const places = this.#places;
    if (places.length === 0) return;
    const { text } = this.#xml;
    let first: number | undefined;
    for (let at = places[this.#passed]; at !== undefined && at < start; at = places[++this.#passed]) {
      const near = start - at < DECLARED_BEFORE && !OTHER_LINE.test(text.slice(at, start));
      if (near) first ??= at;
    }
    // Those inside this stanza do not concern the next one.
    while ((places[this.#passed] ?? end) < end) this.#passed++;
    if (first !== undefined) this.#xml.report(first, 'xml/declaration');
  }

  #find(): number[] {
    const { text } = this.#xml;
    if (!text.includes('<!') && !text.includes('<?')) return [];
    return [...text.matchAll(DECLARATION)].map(({ index }) => index);
  }
}
