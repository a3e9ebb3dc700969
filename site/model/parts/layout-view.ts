import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { type PlacedField, placeFields } from '../../../lib/corpus/parts/place-fields.ts';
import { vectorValues } from '../../../lib/corpus/parts/vector-values.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Layout, Part } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { FactView } from '../views/fact-view.ts';

/** A field of a layout. */
export interface FieldView {
  readonly fact: FactView;
  readonly name: string;
  /** Where it begins, and how long it is, such as `4, bits 0 to 3` and `4 bits`. */
  readonly at: string;
  readonly length: string;
  readonly type: Ref;
  readonly endian: string | undefined;
}

/** A box of the drawing of a layout: a field, or a part of one that goes on in the next row. */
export interface BoxView {
  readonly row: number;
  /** From the left, and how wide, in units of which a row has `COLUMNS`. */
  readonly x: number;
  readonly width: number;
  readonly label: string;
  readonly href: string;
}

/** Bytes of a layout with what they mean. */
export interface VectorView {
  readonly title: string | undefined;
  /** The bytes by field, each with its value. */
  readonly parts: readonly {
    readonly name: string;
    readonly hex: string;
    readonly value: string | undefined;
  }[];
  readonly sources: readonly Ref[];
}

/** A layout of a part. */
export interface LayoutView {
  readonly layout: Layout;
  readonly href: string;
  readonly size: string;
  readonly fields: readonly FieldView[];
  readonly boxes: readonly BoxView[];
  readonly rows: number;
  /** The bytes at the left of each row. */
  readonly offsets: readonly number[];
  readonly vectors: readonly VectorView[];
}

/** The bits in a row of a drawing: four bytes. */
export const COLUMNS = 32;
const BYTE = 8;
/** A longer field is drawn as if it had this many rows: its length is in words. */
const MAX_ROWS = 2;

/** The layouts of a part, with the views of their fields. */
export function layoutViews(
  { layout: layouts = [] }: Part,
  views: readonly { readonly fact: Fact; readonly view: FactView }[],
  corpus: Corpus,
  links: Links,
): LayoutView[] {
  const byField = new Map(
    views.flatMap(({ fact, view }) => (fact.field ? [[fact.field, view] as const] : [])),
  );
  return layouts.map((layout) => {
    const { fields } = placeFields(layout);
    const shown = fields.flatMap((placed) => {
      const view = byField.get(placed.field);
      return view === undefined ? [] : [fieldView(placed, view, links)];
    });
    const last = fields.at(-1);
    return {
      layout,
      href: fragment(layout.id),
      size:
        layout.size !== undefined
          ? counted(layout.size, 'byte')
          : last?.end === undefined
            ? 'of any length'
            : counted(Math.ceil(last.end / BYTE), 'byte'),
      fields: shown,
      ...drawing(fields, shown),
      vectors: (layout.vectors ?? []).map((vector) => {
        const { bytes, title, sources = [] } = vector;
        return {
          title,
          parts: vectorValues(layout, vector, corpus).map(({ placed, value }) => ({
            name: placed.field.name,
            hex: hexOf(placed, bytes.replaceAll(' ', '')),
            value,
          })),
          sources: sources.map((source) => links.source(source)),
        };
      }),
    };
  });
}

function fieldView(placed: PlacedField, fact: FactView, links: Links): FieldView {
  const { field, start, end } = placed;
  const [byte, bit] = [Math.floor(start / BYTE), start % BYTE];
  const length = end === undefined ? undefined : end - start;
  const isBits = field.bits !== undefined;
  return {
    fact,
    name: field.name,
    at: isBits ? `${byte}, bit ${bit}` : String(byte),
    length:
      length === undefined ? 'the rest' : isBits ? counted(length, 'bit') : counted(length / BYTE, 'byte'),
    type: { text: field.type, href: links.word(field.type) },
    endian: field.endian,
  };
}

/** The digits of the bytes in which a field is; of bits, those of the bytes around them. */
function hexOf({ start, end }: PlacedField, hex: string): string {
  const last = end === undefined ? hex.length : Math.ceil(end / BYTE) * 2;
  return hex.slice(Math.floor(start / BYTE) * 2, last);
}

/** Rows of four bytes with a box for each field; fields that do not fit are drawn shorter. */
function drawing(
  fields: readonly PlacedField[],
  views: readonly FieldView[],
): Pick<LayoutView, 'boxes' | 'rows' | 'offsets'> {
  const boxes: BoxView[] = [];
  const offsets: number[] = [];
  let row = 0;
  let x = 0;
  const nextRow = (): void => {
    row += 1;
    x = 0;
  };
  for (const [i, { start, end, field }] of fields.entries()) {
    const view = views[i];
    if (view === undefined) continue;
    if (x === 0) offsets[row] = Math.floor(start / BYTE);
    let left = end === undefined ? COLUMNS - x : Math.min(end - start, COLUMNS * MAX_ROWS - x);
    const isCut = end === undefined || end - start > left;
    let drawn = 0;
    for (let isFirst = true; left > 0; isFirst = false) {
      const width = Math.min(left, COLUMNS - x);
      if (x === 0) offsets[row] ??= Math.floor((start + drawn) / BYTE);
      boxes.push({
        row,
        x,
        width,
        label: isFirst ? `${field.name}${isCut ? ' …' : ''}` : '',
        href: view.fact.href,
      });
      left -= width;
      drawn += width;
      x += width;
      if (x >= COLUMNS) nextRow();
    }
    // What comes behind a field that is drawn shorter begins in a row of its own.
    if (isCut && x > 0) nextRow();
  }
  return { boxes, rows: x === 0 ? row : row + 1, offsets };
}
