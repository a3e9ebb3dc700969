import { followRef, refName, type SchemaNode } from '../../schema/schema-node.ts';
import type { Disputes, Provenance, References } from '../../schema/types.generated.ts';
import type { Addresses } from './addresses.ts';
import { jsonOfDispute, jsonOfProvenance } from './json-of-fact.ts';
import { omitEmpty } from './omit-empty.ts';

/**
 * What exported JSON has in place of a value of the YAML, by the schema of the value: references as objects, sources with
 * their permalinks, disputes with their status, and the lists of a provenance beside the keys of its owner.
 * `exportedProperties` makes the published schemas of the same.
 */
export type ExportForm = 'references' | 'disputes' | 'sources' | 'provenance' | 'as it is';

export function exportForm(node: SchemaNode): ExportForm {
  const name = refName(node);
  if (name === 'references' || name === 'disputes' || name === 'provenance') return name;
  return refName(node.items ?? {}) === 'source' ? 'sources' : 'as it is';
}

/**
 * An object of the YAML as exported JSON.
 * @param root the schema in which the schema of the object is defined
 */
export function jsonOfData(
  data: object,
  { properties = {} }: SchemaNode,
  root: SchemaNode,
  addresses: Addresses,
): Readonly<Record<string, unknown>> {
  const own: Record<string, unknown> = {};
  let evidence: object = {};
  for (const [key, value] of Object.entries(data)) {
    const node = properties[key] ?? {};
    switch (exportForm(node)) {
      case 'provenance':
        evidence = { ...jsonOfProvenance(value as Provenance, addresses), ...evidence };
        break;
      case 'disputes': {
        const disputes = (value as Disputes).map((one) => jsonOfDispute(one, addresses));
        evidence = { ...evidence, ...omitEmpty(key, disputes) };
        break;
      }
      case 'references':
        own[key] = jsonOfReferences(value as References);
        break;
      case 'sources':
        own[key] = (value as readonly string[]).map((source) => addresses.source(source));
        break;
      case 'as it is':
        own[key] = jsonOfValue(value, node, root, addresses);
        break;
    }
  }
  return { ...own, ...evidence };
}

function jsonOfValue(value: unknown, node: SchemaNode, root: SchemaNode, addresses: Addresses): unknown {
  if (node.$ref !== undefined) {
    const target = followRef(node.$ref, root);
    return jsonOfValue(value, target.node, target.root, addresses);
  }
  if (Array.isArray(value)) {
    return value.map((one) => jsonOfValue(one, node.items ?? {}, root, addresses));
  }
  if (typeof value !== 'object' || value === null || node.properties === undefined) return value;
  return jsonOfData(value, node, root, addresses);
}

/** References in one form: one that is an address alone becomes an object too. */
export const jsonOfReferences = (references: References): object[] =>
  references.map((one) => (typeof one === 'string' ? { url: one } : one));
