import type { ErrorObject } from 'ajv';
import { type Finding, finding } from '../findings/finding.ts';
import type { Pointer } from '../source/mark.ts';
import type { SourceFile } from '../source/source-file.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { validatorOf } from './create-ajv.ts';
import type { Kind, TypeOfKind } from './kinds.ts';

export interface SchemaResult<K extends Kind> {
  /** The definition, with unquoted values taken as they are spelled; undefined when there are errors. */
  readonly data: TypeOfKind[K] | undefined;
  readonly findings: readonly Finding[];
}

/** What a path is called that leads to a place in a definition, such as its fact path. */
export type PathOf = (pointer: Pointer) => string;

/**
 * Holds the values of a file against the schema of its kind. Every error of Ajv becomes a finding at the
 * place that its author has to mend: an unknown key at the key, missing ones
 * together at their parent, all else at the
 * value. Numbers and booleans where the schema wants a word of the wire, or one of a set of words that their
 * spelling is in, are taken as spelled, with a warning.
 */
export function checkSchema<K extends Kind>(kind: K, source: SourceFile, pathOf: PathOf): SchemaResult<K> {
  // Ajv copies its list of errors with each one that it adds. A tree of this size with errors all over is a
  // mistake or an attack: its first error is enough to go on.
  const validate = validatorOf(kind, hasMoreNodes(source.data, MOST_NODES) ? 'first' : 'all');
  const data = structuredClone(source.data);
  const findings: Finding[] = [];

  let isValid = validate(data);
  if (!isValid) {
    // Each repair can only take an error away, so a second look at the repaired values is enough.
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
  const missing = missingKeys(errors);
  for (const error of relevant(errors, data)) {
    const said =
      error.keyword === 'required'
        ? missingFindings(error, missing, source, data, pathOf)
        : [translate(error, errors, source, data, pathOf)];
    for (const one of said) findings.push(one);
  }
  return { data: undefined, findings };
}

/** The largest definition of this repository has about a quarter of these: values, lists and mappings together. */
const MOST_NODES = 10_000;

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
  let node = root as Record<string | number, unknown>;
  for (const step of pointer.slice(0, -1)) node = node[step] as Record<string | number, unknown>;
  const last = pointer.at(-1);
  if (last !== undefined) node[last] = value;
}

/** Ajv speaks of the way to a value as a JSON pointer; a step into a list is a number there. */
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
 * A choice of schemas gives the errors of all branches. The branch that was meant is the one for the type of
 * the value: of an object only the errors about its inside matter, of anything else only that it does not fit.
 * One place gives one finding for its type, not one more for each rule that a value of another type breaks.
 */
function relevant(errors: readonly ErrorObject[], data: unknown): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const kept = errors.filter((error) => {
    const choice = choices.find(({ instancePath }) => instancePath === error.instancePath);
    if (error.keyword === 'anyOf') {
      // Said by the errors inside, if the branch that was meant has any.
      return !errors.some((other) => inside(other, error));
    }
    return choice === undefined || error.keyword !== 'type';
  });
  const wrongType = new Set(
    kept.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  const seen = new Set<string>();
  return kept.filter((error) => {
    if (/^(?:enum|const)$/.test(error.keyword) && wrongType.has(error.instancePath)) return false;
    // The keys that one place lacks are said together.
    const params = /^(?:anyOf|required)$/.test(error.keyword) ? '' : JSON.stringify(error.params);
    const key = `${error.instancePath}\n${error.keyword}\n${params}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return pointerOf(error.instancePath, data) !== undefined;
  });
}

const inside = ({ keyword, instancePath }: ErrorObject, choice: ErrorObject): boolean =>
  keyword !== 'anyOf' &&
  (instancePath === choice.instancePath
    ? keyword !== 'type'
    : instancePath.startsWith(`${choice.instancePath}/`));

/** What is said of the keys that one place lacks: those that are not there together, those without a value one by one. */
function missingFindings(
  { instancePath, parentSchema }: ErrorObject,
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
  const properties = (parentSchema?.properties ?? {}) as Readonly<Record<string, Shape | undefined>>;
  return [
    ...(absent.length === 0
      ? []
      : [finding('schema/missing-key', { keys: absent }, source.place(pointer), path)]),
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

// Any text, and not one of a few words.
const holdsText = (shape: Shape | undefined): boolean =>
  (shape?.type === 'string' && shape.enum === undefined) ||
  /\/(?:id|line|name|prose|source|tag|url|version|wireValue)$/.test(shape?.$ref ?? '');

function translate(
  error: ErrorObject,
  all: readonly ErrorObject[],
  source: SourceFile,
  data: unknown,
  pathOf: PathOf,
): Finding {
  const pointer = pointerOf(error.instancePath, data);
  const place = source.place(pointer);
  const path = pathOf(pointer);
  const value = typeof error.data === 'string' ? clip(error.data, 60) : nameOf(error.data);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const allowed = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      const suggestion = suggest(key, allowed);
      const at = source.place([...pointer, key], 'key');
      return finding('schema/unknown-key', { key: clip(key, 60), allowed, suggestion }, at, path);
    }
    case 'enum':
    case 'const': {
      const allowed =
        error.keyword === 'enum' ? (error.schema as string[]).map(String) : [String(error.schema)];
      const suggestion = typeof error.data === 'string' ? suggest(error.data, allowed) : undefined;
      return finding('schema/not-allowed', { value, allowed, suggestion }, place, path);
    }
    case 'pattern': {
      const meaning = String(error.parentSchema?.description ?? '');
      return finding('schema/bad-form', { value, pattern: String(error.schema), meaning }, place, path);
    }
    case 'uniqueItems': {
      const { i, j } = error.params as { i: number; j: number };
      const item = (error.data as readonly unknown[])[Math.max(i, j)];
      const name = typeof item === 'string' ? `'${clip(item, 60)}'` : 'This item';
      return finding('schema/repeated', { value: name }, source.place([...pointer, Math.max(i, j)]), path);
    }
    case 'type':
    case 'anyOf': {
      const expected = error.keyword === 'type' ? nameOfType(String(error.schema)) : choiceOf(error, all);
      const spelling = source.spelling(pointer);
      if (spelling !== undefined && spelling !== '' && expected.startsWith('text')) {
        return finding(
          'schema/unquoted',
          { text: clip(spelling, 60), actual: nameOf(error.data) },
          place,
          path,
        );
      }
      return finding('schema/wrong-type', { expected, actual: nameOf(error.data) }, place, path);
    }
    default:
      return finding('schema/size', { what: sizeOf(error) }, place, path);
  }
}

// A value that fits no branch by its type has the error of each branch beside that of the choice.
function choiceOf(choice: ErrorObject, all: readonly ErrorObject[]): string {
  const types = all
    .filter(({ keyword, instancePath }) => keyword === 'type' && instancePath === choice.instancePath)
    .map(({ schema }) => nameOfType(String(schema)));
  return [...new Set(types)].join(' or ');
}

/** The keys that a place lacks, by its JSON pointer. */
function missingKeys(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, Set<string>>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'required') continue;
    const key = String(params.missingProperty);
    keys.set(instancePath, (keys.get(instancePath) ?? new Set()).add(key));
  }
  return new Map([...keys].map(([at, names]) => [at, [...names]]));
}

function sizeOf({ keyword, params, data }: ErrorObject): string {
  const { limit } = params as { limit: number };
  const items = Array.isArray(data) ? data.length : 0;
  switch (keyword) {
    case 'minLength':
      return data === ''
        ? 'This text is empty; write something or leave the key out'
        : `This text is too short; it has at least ${limit} characters`;
    case 'maxLength':
      return `This text has ${typeof data === 'string' ? [...data].length : 0} characters; at most ${limit} are allowed`;
    case 'minItems':
      return `This list has ${items} items; at least ${limit} are needed`;
    case 'maxItems':
      return `This list has ${items} items; at most ${limit} are allowed`;
    case 'minimum':
      return `This number is too small; the least is ${limit}`;
    case 'maximum':
      return `This number is too large; the most is ${limit}`;
    default:
      return `This breaks the schema's rule ${keyword}`;
  }
}

function nameOfType(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    object: 'a mapping',
    array: 'a list',
    boolean: 'true or false',
    integer: 'a whole number',
    number: 'a number',
  };
  return names[type] ?? type;
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the truth value ${value}`;
  return typeof value === 'string' ? 'text' : 'a mapping';
}
