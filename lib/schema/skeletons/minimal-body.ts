import { stringify } from 'yaml';
import { followRef, refName, type SchemaNode, schemaNode } from '../schema-node.ts';

/** Texts that fit the patterns of most keys. */
const CANDIDATES = ['TODO', 'todo', '0', 'https://example.org/'];

/**
 * The shortest YAML that fits a schema: its required keys with a first value each, then the others as comments.
 * @param given the id, and the version for keys that hold one
 * @throws for a required text whose pattern fits none of the usual texts, and that has no `examples`
 */
export function minimalBody(
  schema: object,
  { id, version }: { readonly id: string; readonly version: string },
): string {
  const { properties = {}, required: always = [], then, ...root } = schemaNode(schema);
  // What is needed where it does not have another key, which it does not.
  const required = [...always, ...(then?.required ?? [])];
  const { id: _, ...rest } = minimalObject({ properties, required }, root, version);
  const optional = Object.entries(properties)
    .filter(([key]) => !required.includes(key))
    .map(([key, { description = '' }]) => `# ${key}: ${description.replace(/\s+/g, ' ')}\n`);
  const body = Object.keys(rest).length === 0 ? '' : stringify(rest);
  return `id: ${id}\n${body}${optional.join('')}`;
}

const minimalObject = (
  { properties = {}, required = [] }: SchemaNode,
  root: SchemaNode,
  version: string,
): Record<string, unknown> =>
  Object.fromEntries(required.map((key) => [key, minimalValue(properties[key] ?? {}, root, version, key)]));

function minimalValue(node: SchemaNode, root: SchemaNode, version: string, key: string): unknown {
  if (node.$ref !== undefined) {
    if (refName(node) === 'version') return version;
    const target = followRef(node.$ref, root);
    const examples = node.examples ?? target.node.examples ?? [];
    return minimalValue({ ...target.node, examples }, target.root, version, key);
  }
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return node.enum[0];
  if (node.anyOf?.[0] !== undefined) return minimalValue(node.anyOf[0], root, version, key);
  switch (node.type) {
    case 'object':
      return minimalObject(node, root, version);
    case 'array':
      return (node.minItems ?? 0) > 0 ? [minimalValue(node.items ?? {}, root, version, key)] : [];
    case 'boolean':
      return false;
    case 'string':
      return minimalText(node, key);
    default:
      return 0;
  }
}

function minimalText({ pattern, maxLength = Infinity, examples = [] }: SchemaNode, key: string): string {
  const fits = new RegExp(pattern ?? '', 'u');
  const text = [...examples, ...CANDIDATES].find(
    (one): one is string => typeof one === 'string' && one.length <= maxLength && fits.test(one),
  );
  if (text === undefined) throw new Error(`no text fits the pattern of ${key}: give its schema examples`);
  return text;
}
