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

/** What one file of a spec gave. */
export interface ReadDefinition {
  /** undefined when the file is refused, or breaks its schema. */
  readonly entry: Entry<Kind> | undefined;
  readonly findings: readonly Finding[];
  /** undefined when the bytes are no text. */
  readonly text: string | undefined;
}

/** The name under which findings know a file, and what is expected in it. */
export interface DefinitionFile {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
}

/** Reads a definition from the bytes of its file and holds it against its schema. */
export function readDefinition(about: DefinitionFile, bytes: Uint8Array): ReadDefinition {
  return readWithMarks(about, bytes).read;
}

function readWithMarks(
  { kind, id, file }: DefinitionFile,
  bytes: Uint8Array,
): { read: ReadDefinition; marks: Mark | undefined } {
  const { source, draft, marks, findings: problems, text } = readSource(file, bytes);
  // One by one: a hostile file can have more findings than a call may have arguments.
  let findings: Finding[] = problems.map((one) => ({ ...one, path: id }));
  // What is refused for its form is held against the schema too, so that one run says everything.
  const checked = source ?? draft;
  if (checked === undefined) return { read: { entry: undefined, findings, text }, marks };
  const { data, findings: errors } = checkSchema(kind, checked, (pointer) =>
    pathAt(kind, id, checked.data, pointer),
  );
  // Of a key that is required and has no value the error says all.
  const required = new Set(errors.map(({ line, column }) => `${line}:${column}`));
  findings = findings.filter(
    ({ code, line, column }) => code !== 'yaml/no-value' || !required.has(`${line}:${column}`),
  );
  for (const one of errors) findings.push(one);
  const entry = data === undefined || source === undefined ? undefined : { kind, id, data, source };
  return { read: { entry, findings, text }, marks };
}

interface Packed {
  readonly data: TypeOfKind[Kind];
  readonly marks: FlatMarks;
  readonly findings: readonly Finding[];
}

/**
 * Reads a definition and packs it. One with errors is not packed: it is to be read again, and its errors said.
 * Its kind, its name and its bytes say everything that is in the pack.
 */
export function packDefinition(about: DefinitionFile, bytes: Uint8Array): PackedDefinition | undefined {
  const {
    read: { entry, findings },
    marks,
  } = readWithMarks(about, bytes);
  if (entry === undefined || marks === undefined) return undefined;
  const packed: Packed = { data: entry.data, marks: flattenMarks(entry.data, marks), findings };
  return JSON.stringify(packed);
}

/** What {@link readDefinition} gives for the same file. @param bytes those of the file, which are text for certain */
export function unpackDefinition(
  { kind, id, file }: DefinitionFile,
  bytes: Uint8Array,
  packed: PackedDefinition,
): ReadDefinition {
  const { data, marks, findings } = JSON.parse(packed) as Packed;
  const text = new TextDecoder().decode(bytes);
  // Most places are never asked for.
  const source = sourceFile(file, text, data, () => unflattenMarks(data, marks));
  return { entry: { kind, id, data, source }, findings, text };
}
