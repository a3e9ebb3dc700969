import { stringify } from 'yaml';
import { definitionOf, type SchemaNode, schemaNode } from '../schema-node.ts';

/** Texts that fit the patterns of most keys. */
const CANDIDATES = ['TODO', 'todo', '0', 'https://example.org/'];

/**
 * The shortest YAML that fits a schema: its required keys with a first value each, then the others as comments.
 * @param given values for keys of these names
 * @throws for a required text whose pattern fits none of the usual texts, and that has no `examples`
 */
export function minimalBody(
  schema: object,
  { id, version }: { readonly id: string; readonly version: string },
): string {
  const root = schemaNode(schema);
  const sampleValue = (node: SchemaNode, key: string): unknown => {
    if (node.$ref !== undefined) {
      if (/\/version$/.test(node.$ref)) return version;
      return sampleValue({ ...definitionOf(node.$ref, root), examples: node.examples ?? [] }, key);
    }
    if (node.const !== undefined) return node.const;
    if (node.enum !== undefined) return node.enum[0];
    if (node.anyOf?.[0] !== undefined) return sampleValue(node.anyOf[0], key);
    switch (node.type) {
      case 'object':
        return objectOf(node);
      case 'array':
        return (node.minItems ?? 0) > 0 && node.items !== undefined ? [sampleValue(node.items, key)] : [];
      case 'boolean':
        return false;
      case 'string':
        return textFor(node, key);
      default:
        return 0;
    }
  };
  const objectOf = ({ properties = {}, required = [] }: SchemaNode): Record<string, unknown> =>
    Object.fromEntries(required.map((key) => [key, sampleValue(properties[key] ?? {}, key)]));

  const { properties = {}, required = [] } = root;
  const { id: _, ...rest } = objectOf(root);
  const optional = Object.entries(properties)
    .filter(([key]) => !required.includes(key))
    .map(([key, { description = '' }]) => `# ${key}: ${description.replace(/\s+/g, ' ')}\n`);
  const body = Object.keys(rest).length === 0 ? '' : stringify(rest);
  return `id: ${id}\n${body}${optional.join('')}`;
}

function textFor({ pattern, maxLength = Infinity, examples = [] }: SchemaNode, key: string): string {
  const fits = new RegExp(pattern ?? '', 'u');
  const text = [...examples, ...CANDIDATES].find(
    (one): one is string => typeof one === 'string' && one.length <= maxLength && fits.test(one),
  );
  if (text === undefined) throw new Error(`no text fits the pattern of ${key}: give its schema examples`);
  return text;
}
