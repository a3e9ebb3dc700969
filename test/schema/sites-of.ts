import assert from 'node:assert/strict';
import type { SchemaNode } from '../../lib/schema/schema-node.ts';
import type { Pointer } from '../../lib/source/mark.ts';
import { type Located, resolved } from './located-schema.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A place of a sample with the schema that it is held against. */
export interface Site extends Located {
  readonly pointer: Pointer;
  readonly value: Json;
}

/** The values of a sample with their schemas: the first one for each address of a schema. */
export function sitesOf(root: Located, sample: Json): Site[] {
  const sites = new Map<string, Site>();
  const visit = (located: Located, value: Json, pointer: Pointer): void => {
    const { at, node } = branchFor(resolved(located), value);
    const properties = Object.entries(node.properties ?? {});
    const used = properties.filter(([key]) => Object.hasOwn(value as object, key)).length;
    const earlier = sites.get(at);
    const site = { at, node, pointer, value };
    // Of two mappings of one kind the one with more keys is the better sample.
    const usedEarlier = earlier === undefined ? -1 : Object.keys(earlier.value as object).length;
    if (earlier === undefined || (node.properties !== undefined && used > usedEarlier)) sites.set(at, site);
    for (const [key, part] of properties) {
      const inner = (value as Record<string, Json>)[key];
      if (inner !== undefined) visit({ at: `${at}/properties/${key}`, node: part }, inner, [...pointer, key]);
    }
    if (node.items !== undefined) {
      const part = { at: `${at}/items`, node: node.items };
      for (const [i, inner] of (value as readonly Json[]).entries()) visit(part, inner, [...pointer, i]);
    }
  };
  visit(root, sample, []);
  return [...sites.values()];
}

/** The branches of a choice, and of the choices in it; any other node is its own branch. */
export function branchesOf({ at, node }: Located): Located[] {
  if (node.anyOf === undefined) return [{ at, node }];
  return node.anyOf.flatMap((part, i) => branchesOf(resolved({ at: `${at}/anyOf/${i}`, node: part })));
}

/** Of a choice, the branch for the type of a value. */
export function branchFor(located: Located, value: Json): Located {
  const branches = branchesOf(located);
  const found =
    branches.length === 1 ? branches[0] : branches.find(({ node }) => node.type === typeOf(value));
  assert.ok(found, `${located.at} has no branch for ${typeOf(value)}`);
  return found;
}

export const typeOf = (value: Json): string =>
  Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value;

/** A copy of a value in which the one at a pointer is another, or is not there. */
export function replaced(root: Json, pointer: Pointer, value: Json | undefined): Json {
  const [step, ...rest] = pointer;
  if (step === undefined) return value as Json;
  if (Array.isArray(root)) return root.map((one, i) => (i === step ? replaced(one, rest, value) : one));
  const entries = Object.entries(root as Record<string, Json>);
  if (!entries.some(([key]) => key === step)) return { ...(root as object), [step]: value as Json };
  return Object.fromEntries(
    entries
      .filter(([key]) => key !== step || rest.length > 0 || value !== undefined)
      .map(([key, one]) => [key, key === step ? replaced(one, rest, value) : one]),
  );
}

/** The smallest value that still holds everything that its schema requires. */
export function minimal(located: Located, value: Json): Json {
  const { at, node } = branchFor(resolved(located), value);
  if (node.items !== undefined) {
    const items = value as readonly Json[];
    return items
      .slice(0, Math.max(node.minItems ?? 0, Math.min(1, items.length)))
      .map((one) => minimal({ at: `${at}/items`, node: node.items as SchemaNode }, one));
  }
  if (node.properties === undefined) return value;
  return Object.fromEntries(
    [...(node.required ?? []), ...(node.then?.required ?? [])].map((key) => {
      const part = { at: `${at}/properties/${key}`, node: node.properties?.[key] ?? {} };
      return [key, minimal(part, (value as Record<string, Json>)[key] as Json)];
    }),
  );
}

export function valueAt(root: Json, pointer: Pointer): Json {
  let node = root;
  for (const step of pointer) node = (node as unknown as Record<string | number, Json>)[step] as Json;
  return node;
}

export function nodeAt(address: string): SchemaNode | undefined {
  const [file = '', pointer = ''] = address.split('#');
  return resolved({ at: `${file}#`, node: { $ref: `${file}#${pointer}` } }).node;
}
