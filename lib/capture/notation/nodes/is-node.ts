import type { ObjectEntry, Value } from '../values/value.ts';

/** What a tag looks like in the old array form; other arrays begin with other texts. */
const TAG = /^[A-Za-z_][\w:.-]{0,127}$/;

export type ObjectValue = Extract<Value, { kind: 'object' }>;
export type ArrayValue = Extract<Value, { kind: 'array' }>;

/** Whether a value is a node in any notation. */
export const isNode = (value: Value): boolean => isNodeObject(value) || isGoNode(value) || isNodeArray(value);

/** Whether a value is a `BinaryNode`: a tag with attributes or content, unless the log breaks off before them. */
export function isNodeObject(value: Value): value is ObjectValue {
  return hasNodeKeys(value, 'tag', 'attrs', 'content');
}

/** Whether a value is a node with the names that Go gives: `Tag`, `Attrs`, `Content`. */
export function isGoNode(value: Value): value is ObjectValue {
  return hasNodeKeys(value, 'Tag', 'Attrs', 'Content');
}

function hasNodeKeys(
  value: Value,
  tagKey: string,
  attrsKey: string,
  contentKey: string,
): value is ObjectValue {
  if (value.kind !== 'object') return false;
  const given = entryOf(value, tagKey);
  if (given === undefined) return false;
  const tag = unwrapped(given);
  if (tag.kind !== 'string' || tag.cut || tag.text === '') return false;
  return value.cut || entryOf(value, attrsKey) !== undefined || entryOf(value, contentKey) !== undefined;
}

/** Whether a value is a node in the old array form: a tag, attributes or null, and perhaps content. */
export function isNodeArray(value: Value): value is ArrayValue {
  if (value.kind !== 'array' || value.items.length < 2 || value.items.length > 3) return false;
  const [tag, attributes] = value.items;
  if (tag?.kind !== 'string' || tag.cut || !TAG.test(tag.text) || attributes === undefined) return false;
  if (attributes.kind === 'word' ? attributes.text !== 'null' : attributes.kind !== 'object') return false;
  return !isNodeObject(attributes);
}

/** The value inside `Some(…)`, `Nodes(…)` and the like: any name around a single value. */
export function unwrapped(value: Value): Value {
  let inner = value;
  while (inner.kind === 'call' && inner.items.length === 1 && inner.name !== '')
    inner = inner.items[0] as Value;
  return inner;
}

/** The value of a key. */
export function entryOf(value: ObjectValue, key: string): ObjectEntry['value'] | undefined {
  return value.entries.find((entry) => entry.key === key)?.value;
}
