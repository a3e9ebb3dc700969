import { KINDS, type Kind } from '../../schema/kinds.ts';
import { followRef, refName, type SchemaNode, schemaNode } from '../../schema/schema-node.ts';
import { exportForm } from '../json/json-of-data.ts';
import { DISPUTES, PLACES, REFERENCES } from './fact-schema.ts';
import { QUESTIONS } from './question-schema.ts';
import {
  described,
  objectOf,
  optional,
  type Properties,
  proseText,
  type TypedSchema,
} from './typed-schema.ts';

/**
 * The schemas of the keys of a definition in exported JSON, derived from the schema of its YAML: the same types, words
 * and required keys, without patterns and lengths, which the spec has passed already. `jsonOfData` makes the JSON.
 * @param without keys of the YAML that the JSON has in another form, or not at all
 */
export function exportedProperties(kind: Kind, without: readonly string[] = []): Properties {
  const root = schemaNode(KINDS[kind].schema);
  const { properties = {}, required = [] } = root;
  const kept = Object.entries(properties).filter(
    ([key]) => key !== 'open_questions' && !without.includes(key),
  );
  const own = propertiesOf({ properties: Object.fromEntries(kept), required }, { root, within: [] });
  return {
    ...Object.fromEntries(Object.entries(own).map(([key, one]) => [key === 'url' ? 'home' : key, one])),
    ...(properties['open_questions'] === undefined ? {} : { questions: optional(QUESTIONS) }),
  };
}

/** The exported form of a definition inside the schema of a kind, such as `term` of the glossary. */
export function exportedDefinition(kind: Kind, name: string): TypedSchema {
  const root = schemaNode(KINDS[kind].schema);
  return exported({ $ref: `#/$defs/${name}` }, { root, within: [] });
}

interface Scope {
  /** The schema that holds the current one. */
  readonly root: SchemaNode;
  /** The definitions that it is inside of. */
  readonly within: readonly SchemaNode[];
}

function propertiesOf({ properties = {}, required = [] }: SchemaNode, scope: Scope): Properties {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, node]): [string, Properties[string]][] => {
      if (node.$ref !== undefined && exportForm(node) === 'provenance') {
        // Its lists are exported beside the keys of its owner.
        const { node: provenance, root } = followRef(node.$ref, scope.root);
        return Object.entries(propertiesOf(provenance, { ...scope, root }));
      }
      const schema = exported(node, scope);
      return [[key, required.includes(key) ? schema : optional(schema)]];
    }),
  );
}

function exported(node: SchemaNode, scope: Scope): TypedSchema {
  const { description = '' } = node;
  switch (exportForm(node)) {
    case 'references':
      return described(description, REFERENCES);
    case 'disputes':
      return described(description, DISPUTES);
    case 'sources':
      return described(description, PLACES);
    default:
  }
  if (refName(node) === 'prose') return proseText(description);
  if (node.$ref !== undefined) {
    const target = followRef(node.$ref, scope.root);
    // What contains itself is not described any deeper.
    if (scope.within.includes(target.node)) return { description };
    const inside = { root: target.root, within: [...scope.within, target.node] };
    return described(description || (target.node.description ?? ''), exported(target.node, inside));
  }
  if (node.const !== undefined) return { const: node.const, description };
  if (node.enum !== undefined) return { type: 'string', enum: node.enum, description };
  if (node.anyOf !== undefined) {
    return { anyOf: node.anyOf.map((one) => exported(one, scope)), description };
  }
  if (node.properties !== undefined) return described(description, objectOf(propertiesOf(node, scope)));
  if (typeof node.additionalProperties === 'object') {
    return { type: 'object', additionalProperties: exported(node.additionalProperties, scope), description };
  }
  if (node.items !== undefined) return { type: 'array', items: exported(node.items, scope), description };
  return { type: node.type, description };
}
