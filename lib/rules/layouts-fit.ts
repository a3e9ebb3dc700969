import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { enumOfType } from '../corpus/model/enum-of-type.ts';
import { bitWords, type PlacedField, placeFields } from '../corpus/parts/place-fields.ts';
import { bytesOfHex, isValue, readField } from '../corpus/parts/read-field.ts';
import { enumValues } from '../corpus/parts/vector-values.ts';
import type { Layout, Vector } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { counted } from '../text/counted.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** The fields of a layout fit together, and its vectors have the bytes and values that it says. */
export const layoutsFit: Rule = {
  name: 'layouts-fit',
  codes: ['part/layout', 'part/vector'],
  check(corpus, report) {
    for (const entry of corpus.definitions.part.values()) {
      for (const [i, layout] of (entry.data.layout ?? []).entries()) {
        checkLayout(entry, ['layout', i], layout, corpus, report);
      }
    }
  },
};

function checkLayout(
  entry: Entry<'part'>,
  at: Pointer,
  layout: Layout,
  corpus: Corpus,
  report: Report,
): void {
  const { fields, problems } = placeFields(layout);
  for (const { index, key, reason } of problems) {
    const field = layout.fields[index ?? -1];
    const place =
      field === undefined ? [...at, key] : [...at, 'fields', index ?? 0, key in field ? key : 'name'];
    report(findingAt(entry, place, 'part/layout', { field: field?.name, reason }));
  }
  // Values of fields at wrong places would only say the same again.
  if (problems.length > 0) return;
  for (const [j, vector] of (layout.vectors ?? []).entries()) {
    checkVector(entry, [...at, 'vectors', j], vector, { layout, fields }, corpus, report);
  }
}

function checkVector(
  entry: Entry<'part'>,
  at: Pointer,
  { bytes: hex, values = {} }: Vector,
  { layout, fields }: { layout: Layout; fields: readonly PlacedField[] },
  corpus: Corpus,
  report: Report,
): void {
  const complain = (pointer: Pointer, reason: string): void =>
    report(findingAt(entry, [...at, ...pointer], 'part/vector', { reason }));
  const bytes = bytesOfHex(hex);
  if (bytes === undefined) {
    complain(['bytes'], 'a byte has two digits, and one digit is left over');
    return;
  }
  const end = fields.at(-1)?.end;
  const long = layout.size ?? (end === undefined ? undefined : Math.ceil(end / 8));
  if (long !== undefined && bytes.length !== long) {
    complain(['bytes'], `it has ${counted(bytes.length, 'byte')}, and the layout has ${long}`);
    return;
  }
  const names = layout.fields.map(({ name }) => name);
  for (const name of Object.keys(values)) {
    if (names.includes(name)) continue;
    const near = suggest(name, names);
    const meant = near === undefined ? '' : `; did you mean '${near}'?`;
    complain(['values', name], `the layout has no field '${clip(name, 80)}'${meant}`);
  }
  for (const placed of fields) {
    const { field, start } = placed;
    const listed = enumValues(field, corpus);
    const found = readField(placed, bytes, listed);
    const where = `'${field.name}', from ${bitWords(start)} on,`;
    if (found === undefined) {
      complain(['bytes'], `${where} ends behind its last byte, or is no text`);
      continue;
    }
    const shown = clip(found.printed, 80);
    if (field.value !== undefined && !isValue(field.value, found, field))
      complain(['bytes'], `${where} is always ${clip(field.value, 80)}, and the bytes have ${shown}`);
    const written = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    if (written !== undefined && !isValue(written, found, field))
      complain(['values', field.name], `${where} is ${clip(written, 80)} here, and the bytes have ${shown}`);
    else if (listed !== undefined && !listed.some((value) => found.spellings.has(value)))
      complain(['bytes'], `${where} is ${shown}, which the enum ${enumOfType(field.type)} does not list`);
  }
}
