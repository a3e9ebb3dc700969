import type { ErrorObject } from 'ajv';
import { type Finding, finding } from '../findings/finding.ts';
import type { Pointer } from '../source/mark.ts';
import type { SourceFile } from '../source/source-file.ts';
import { clip } from '../text/clip.ts';
import { singleQuoted } from '../text/single-quoted.ts';
import { suggest } from '../text/suggest.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * The finding that says what an error of Ajv means.
 * @param all the errors of the same file
 * @param pointer the value that the error is about
 */
export function schemaErrorFinding(
  error: ErrorObject,
  all: readonly ErrorObject[],
  source: SourceFile,
  pointer: Pointer,
  path: string,
): Finding {
  const place = source.place(pointer);
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
      const others = otherTypes(error, all);
      return finding('schema/not-allowed', { value, allowed, suggestion, others }, place, path);
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
      const words = wordsAt(error, all);
      if (spelling && words !== undefined) {
        // Quotes would not make it one of the words.
        const [suggestion, others] = [suggest(spelling, words), otherTypes(error, all)];
        const args = { value: clip(spelling, 60), allowed: words, suggestion, others };
        return finding('schema/not-allowed', args, place, path);
      }
      if (spelling && expected.startsWith('text')) {
        return finding(
          'schema/unquoted',
          { text: clip(spelling, 60), actual: nameOf(error.data) },
          place,
          path,
        );
      }
      const instead = asList(error);
      return finding('schema/wrong-type', { expected, actual: nameOf(error.data), instead }, place, path);
    }
    default:
      return finding('schema/size', { what: sizeOf(error) }, place, path);
  }
}

/** The words that are allowed at the place of an error, if it is a closed set of words. */
function wordsAt({ instancePath }: ErrorObject, all: readonly ErrorObject[]): readonly string[] | undefined {
  const here = all.filter((one) => one.instancePath === instancePath);
  return here.find(({ keyword }) => keyword === 'enum')?.schema as readonly string[] | undefined;
}

/** A text as the list that is expected, if that is a list of texts. */
function asList({ keyword, schema, data, parentSchema }: ErrorObject): string | undefined {
  if (keyword !== 'type' || schema !== 'array' || typeof data !== 'string' || data === '') return undefined;
  const { type, $ref = '' } = (parentSchema as SchemaNode).items ?? {};
  if (type !== 'string' && !TEXT_ITEM.test($ref)) return undefined;
  const text = clip(data, 60);
  return `[${/^[A-Za-z][\w., -]*$/.test(text) ? text : singleQuoted(text)}]`;
}

const TEXT_ITEM = /\/(?:direction|id|line|prose|source|tag|wireValue)$/;

// Beside the error of the choice there is a type error of each branch, and the words that a branch allows.
function choiceOf(choice: ErrorObject, all: readonly ErrorObject[]): string {
  const here = all.filter(({ instancePath }) => instancePath === choice.instancePath);
  const words = wordsAt(choice, all);
  const text = words === undefined ? 'text' : `text (${words.slice(0, -1).join(', ')} or ${words.at(-1)})`;
  const types = typesIn(here).map((type) => (type === 'text' ? text : type));
  return alternatives(types);
}

/** What may be written instead of one of the words of an enum: the other branches of a choice. */
function otherTypes({ instancePath }: ErrorObject, all: readonly ErrorObject[]): string | undefined {
  const here = all.filter((one) => one.instancePath === instancePath);
  if (!here.some(({ keyword }) => keyword === 'anyOf')) return undefined;
  return alternatives(typesIn(here).filter((type) => type !== 'text'));
}

const typesIn = (errors: readonly ErrorObject[]): string[] => [
  ...new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ schema }) => nameOfType(String(schema))),
  ),
];

const alternatives = (types: readonly string[]): string =>
  types.length < 3 ? types.join(' or ') : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;

function sizeOf({ keyword, params, data }: ErrorObject): string {
  const { limit } = params as { limit: number };
  const items = Array.isArray(data) ? data.length : 0;
  switch (keyword) {
    case 'minLength':
      return data === ''
        ? 'This text is empty; write something or remove the key'
        : `This text is too short; at least ${limit} characters are needed`;
    case 'maxLength':
      return `This text has ${typeof data === 'string' ? [...data].length : 0} characters; at most ${limit} are allowed`;
    case 'minItems':
      return `This list has ${items} items; at least ${limit} are needed`;
    case 'maxItems':
      return `This list has ${items} items; at most ${limit} are allowed`;
    case 'minimum':
      return `This number is too small; the minimum is ${limit}`;
    case 'maximum':
      return `This number is too large; the maximum is ${limit}`;
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

/** The type of a value in words, such as `the number 1` or `a list`. */
export function nameOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the boolean ${value}`;
  return typeof value === 'string' ? 'text' : 'a mapping';
}
