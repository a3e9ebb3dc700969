import type { Finding } from '../../findings/finding.ts';
import { checkSchema } from '../../schema/check-schema.ts';
import type { Kind, TypeOfKind } from '../../schema/kinds.ts';
import { type FlatMarks, flattenMarks, unflattenMarks } from '../../source/flat-marks.ts';
import type { Mark } from '../../source/mark.ts';
import { readSource } from '../../source/read-source.ts';
import { sourceFile } from '../../source/source-file.ts';
import type { Entry } from '../model/corpus.ts';
import type { PackedDefinition } from '../ports/packed-definition.ts';
import { pathAt } from './path-at.ts';

/** The result of reading one file of a spec. */
export interface ReadDefinition {
  /** undefined when the file is refused, or breaks its schema. */
  readonly entry: Entry<Kind> | undefined;
  /** The definition without keys that nobody knows, if nothing else is wrong with it. */
  readonly spare?: Entry<Kind> | undefined;
  readonly findings: readonly Finding[];
  /** undefined when the bytes are not text. */
  readonly text: string | undefined;
}

/** The kind and id that a file is expected to hold, and the name that findings use for the file. */
export interface DefinitionFile {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
}

/** A way to make a definition of the bytes of its file. Each of them gives what {@link readDefinition} gives. */
export type DefinitionReader = (definition: DefinitionFile, bytes: Uint8Array) => ReadDefinition;

/** Reads a definition from the bytes of its file and checks it against its schema. */
export const readDefinition: DefinitionReader = (definition, bytes) => readWithMarks(definition, bytes).read;

function readWithMarks(
  { kind, id, file }: DefinitionFile,
  bytes: Uint8Array,
): { read: ReadDefinition; marks: Mark | undefined } {
  const { source, draft, marks, findings: problems, text } = readSource(file, bytes);
  // One by one: a hostile file can have more findings than a call may have arguments.
  let findings: Finding[] = problems.map((one) => ({ ...one, path: id }));
  // A file that is refused for its syntax is checked against the schema too, so that one run reports everything.
  const checked = source ?? draft;
  if (checked === undefined) return { read: { entry: undefined, findings, text }, marks };
  const {
    data,
    spare,
    findings: errors,
  } = checkSchema(kind, checked, (pointer) => pathAt(kind, id, checked.data, pointer));
  // Where a required key has no value, the schema error is enough.
  const required = new Set(errors.map(({ line, column }) => `${line}:${column}`));
  findings = findings.filter(
    ({ code, line, column }) => code !== 'yaml/no-value' || !required.has(`${line}:${column}`),
  );
  for (const one of errors) findings.push(one);
  const entryOf = (values: typeof data): Entry<Kind> | undefined =>
    values === undefined || source === undefined ? undefined : { kind, id, data: values, source };
  return { read: { entry: entryOf(data), spare: entryOf(spare), findings, text }, marks };
}

interface Packed {
  readonly data: TypeOfKind[Kind];
  readonly marks: FlatMarks;
  readonly findings: readonly Finding[];
}

/**
 * Reads a definition and packs it. A definition with errors is not packed, so that it is read again and its errors are
 * reported. The pack depends on the kind, the id, the file name and the bytes, and on nothing else.
 */
export function packDefinition(definition: DefinitionFile, bytes: Uint8Array): PackedDefinition | undefined {
  const {
    read: { entry, findings },
    marks,
  } = readWithMarks(definition, bytes);
  if (entry === undefined || marks === undefined) return undefined;
  const packed: Packed = { data: entry.data, marks: flattenMarks(entry.data, marks), findings };
  return JSON.stringify(packed);
}

/** A reader that unpacks the definitions that were packed before, by the names of their files, and parses the others. */
export const packedReader =
  (packs: ReadonlyMap<string, PackedDefinition>): DefinitionReader =>
  (definition, bytes) => {
    const packed = packs.get(definition.file);
    return packed === undefined
      ? readDefinition(definition, bytes)
      : unpackDefinition(definition, bytes, packed);
  };

/** The same as {@link readDefinition} for the file that was packed. @param bytes those of the file: valid text */
export function unpackDefinition(
  { kind, id, file }: DefinitionFile,
  bytes: Uint8Array,
  packed: PackedDefinition,
): ReadDefinition {
  const { data, marks, findings } = JSON.parse(packed) as Packed;
  const text = new TextDecoder().decode(bytes);
  // Built on demand: most positions are never asked for.
  const source = sourceFile(file, text, data, () => unflattenMarks(data, marks));
  return { entry: { kind, id, data, source }, findings, text };
}
