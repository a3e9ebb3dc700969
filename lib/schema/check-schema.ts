import type { ErrorObject } from 'ajv';
import { type Finding, finding } from '../findings/finding.ts';
import type { Pointer } from '../source/mark.ts';
import type { SourceFile } from '../source/source-file.ts';
import { validatorOf } from './create-ajv.ts';
import type { Kind, TypeOfKind } from './kinds.ts';
import { nameOf, schemaErrorFinding } from './schema-error-finding.ts';
import type { SchemaNode } from './schema-node.ts';

export interface SchemaResult<K extends Kind> {
  /** The definition, with unquoted values taken as they are spelled; undefined when there are errors. */
  readonly data: TypeOfKind[K] | undefined;
  /** The definition without its unknown keys, if nothing is wrong but keys that resemble no known one. */
  readonly spare?: TypeOfKind[K] | undefined;
  readonly findings: readonly Finding[];
}

/** The path of a position in a definition, such as its fact path. */
export type PathOf = (pointer: Pointer) => string;

/**
 * Checks the values of a file against the schema of its kind. Every error of Ajv becomes a finding at the position that
 * its author has to fix: an unknown key at the key, missing keys together at their parent, everything else at the value.
 * A number or boolean is taken as it is spelled, with a warning, where the schema expects a value of the wire or a word
 * that is spelled like it.
 */
export function checkSchema<K extends Kind>(kind: K, source: SourceFile, pathOf: PathOf): SchemaResult<K> {
  // Ajv copies its list of errors for each one that it adds. A tree of this size that is full of errors is a mistake or
  // an attack, and its first error is enough.
  const validate = validatorOf(kind, hasMoreNodes(source.data, MAX_NODES) ? 'first' : 'all');
  const data = structuredClone(source.data);
  const findings: Finding[] = [];

  let isValid = validate(data);
  if (!isValid) {
    // A repair only removes errors, so validating once more is enough.
    const repairs = (validate.errors ?? []).flatMap((error) => repairOf(error, source));
    for (const { pointer, text, actual } of repairs) {
      setAt(data, pointer, text);
      findings.push(
        finding('schema/unquoted-value', { text, actual }, source.place(pointer), pathOf(pointer)),
      );
    }
    if (repairs.length > 0) isValid = validate(data);
  }
  if (isValid) return { data: data as TypeOfKind[K], findings };
  const errors = validate.errors ?? [];
  const errorFinding = (error: ErrorObject): Finding => {
    const pointer = pointerOf(error.instancePath, data);
    return schemaErrorFinding(error, errors, source, pointer, pathOf(pointer));
  };
  const missing = missingKeys(errors);
  const meant = relevant(errors, data);
  const problems = meant.flatMap((error) =>
    error.keyword === 'required'
      ? missingFindings(error, errors, missing, source, data, pathOf)
      : [errorFinding(error)],
  );
  const spare = problems.every(({ policy }) => policy === true) ? withoutUnknownKeys(data, meant) : undefined;
  if (spare !== undefined && validate(spare)) {
    return { data: undefined, spare: spare as TypeOfKind[K], findings: [...findings, ...problems] };
  }
  // The definition will be missing, which is more than a matter of policy.
  return { data: undefined, findings: [...findings, ...problems.map(({ policy: _, ...rest }) => rest)] };
}

/** Values, lists and mappings together: about four times those of the largest definition in this repository. */
const MAX_NODES = 10_000;

function hasMoreNodes(root: unknown, limit: number): boolean {
  const queue = [root];
  let seen = 0;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    seen += 1;
    if (seen > limit) return true;
    if (typeof node === 'object' && node !== null) for (const inner of Object.values(node)) queue.push(inner);
  }
  return false;
}

/** Values without the keys that errors are about. */
function withoutUnknownKeys(data: unknown, errors: readonly ErrorObject[]): unknown {
  const spare = structuredClone(data);
  for (const { instancePath, params } of errors) {
    const holder = valueAt(spare, pointerOf(instancePath, spare)) as Record<string, unknown>;
    delete holder[String(params.additionalProperty)];
  }
  return spare;
}

interface Repair {
  readonly pointer: Pointer;
  readonly text: string;
  readonly actual: string;
}

function repairOf(error: ErrorObject, source: SourceFile): Repair[] {
  if (typeof error.data !== 'number' && typeof error.data !== 'boolean') return [];
  const pointer = pointerOf(error.instancePath, source.data);
  const text = source.spelling(pointer);
  if (text === undefined) return [];
  const isWireValue = error.keyword === 'type' && error.schemaPath.includes('/$defs/wireValue/');
  const isWord = error.keyword === 'enum' && (error.schema as readonly unknown[]).includes(text);
  return isWireValue || isWord ? [{ pointer, text, actual: nameOf(error.data) }] : [];
}

function setAt(root: unknown, pointer: Pointer, value: string): void {
  const last = pointer.at(-1);
  if (last !== undefined)
    (valueAt(root, pointer.slice(0, -1)) as Record<string | number, unknown>)[last] = value;
}

const valueAt = (root: unknown, pointer: Pointer): unknown =>
  pointer.reduce((node, step) => (node as Record<string | number, unknown>)[step], root);

/** The pointer for a JSON pointer of Ajv, in which the index of a list is a string. */
function pointerOf(instancePath: string, data: unknown): Pointer {
  const steps: (string | number)[] = [];
  let node = data;
  for (const part of instancePath.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(node) ? Number(name) : name;
    steps.push(step);
    node = (node as Record<string | number, unknown> | undefined)?.[step];
  }
  return steps;
}

/**
 * Drops errors that only repeat others. A choice of schemas gives the errors of all its branches; the one for
 * the type of the value was meant: an object has the errors inside it, any other value only the one that it does not
 * fit. A value of the wrong type is reported once, and not for each further rule that it breaks.
 */
function relevant(errors: readonly ErrorObject[], data: unknown): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const kept = errors.filter((error) => {
    // The errors of `then` say more.
    if (error.keyword === 'if') return false;
    const choice = choices.find(({ instancePath }) => instancePath === error.instancePath);
    if (error.keyword === 'anyOf') {
      // The errors inside say more, if there are any.
      return !errors.some((other) => inside(other, error));
    }
    return choice === undefined || !isOfOtherBranch(error);
  });
  const wrongType = new Set(
    kept.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  const seen = new Set<string>();
  return kept.filter((error) => {
    if (/^(?:enum|const)$/.test(error.keyword) && wrongType.has(error.instancePath)) return false;
    // All missing keys of a parent are one finding.
    const params = /^(?:anyOf|required)$/.test(error.keyword) ? '' : JSON.stringify(error.params);
    const key = `${error.instancePath}\n${error.keyword}\n${params}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return pointerOf(error.instancePath, data) !== undefined;
  });
}

const inside = (error: ErrorObject, choice: ErrorObject): boolean =>
  error.keyword !== 'anyOf' &&
  (error.instancePath === choice.instancePath
    ? !isOfOtherBranch(error)
    : error.instancePath.startsWith(`${choice.instancePath}/`));

/** Whether an error at a choice is of a branch for another type of value. The words of an enum are for text. */
const isOfOtherBranch = ({ keyword, data }: ErrorObject): boolean =>
  keyword === 'type' || (keyword === 'enum' && typeof data !== 'string');

/** The findings about the missing keys of a parent: one for all absent keys, and one for each key without a value. */
function missingFindings(
  { instancePath, parentSchema }: ErrorObject,
  errors: readonly ErrorObject[],
  missing: ReadonlyMap<string, readonly string[]>,
  source: SourceFile,
  data: unknown,
  pathOf: PathOf,
): Finding[] {
  const pointer = pointerOf(instancePath, data);
  const path = pathOf(pointer);
  const keys = missing.get(instancePath) ?? [];
  const absent = keys.filter((key) => source.spelling([...pointer, key]) === undefined);
  const empty = keys.filter((key) => !absent.includes(key));
  const choice = errors.find((one) => one.keyword === 'if' && one.instancePath === instancePath);
  const { if: unless, then } = (choice?.parentSchema ?? {}) as SchemaNode;
  const [of] = (then?.required ?? []).filter((key) => absent.includes(key));
  const [key] = unless?.not?.required ?? [];
  const instead = key === undefined || of === undefined ? undefined : { key, of };
  const properties = (parentSchema?.properties ?? {}) as Readonly<Record<string, Shape | undefined>>;
  return [
    ...(absent.length === 0
      ? []
      : [finding('schema/missing-key', { keys: absent, instead }, source.place(pointer), path)]),
    ...empty.map((key) => {
      const text = source.spelling([...pointer, key]) ?? '';
      const place = source.place([...pointer, key], 'key');
      if (text !== '' && holdsText(properties[key])) {
        return finding('schema/unquoted', { text, actual: nameOf(null) }, place, path);
      }
      const mayBeEmpty = /\/wireValue$/.test(properties[key]?.$ref ?? '');
      return finding('schema/no-value', { key, mayBeEmpty }, place, path);
    }),
  ];
}

interface Shape {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: unknown;
}

// Whether any text is allowed, as opposed to one of a few words.
const holdsText = (shape: Shape | undefined): boolean =>
  (shape?.type === 'string' && shape.enum === undefined) ||
  /\/(?:id|line|name|prose|source|tag|url|version|wireValue)$/.test(shape?.$ref ?? '');

/** The missing keys by the JSON pointer of their parent. */
function missingKeys(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, Set<string>>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'required') continue;
    const key = String(params.missingProperty);
    keys.set(instancePath, (keys.get(instancePath) ?? new Set()).add(key));
  }
  return new Map([...keys].map(([at, names]) => [at, [...names]]));
}
