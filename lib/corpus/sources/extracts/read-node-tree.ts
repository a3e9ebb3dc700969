import type { Leg } from '../../match/leg.ts';
import { type LinedJson, textOf } from './lined-json.ts';
import type { Extracted, StatedType, Statement } from './statement.ts';

/**
 * Reads an extract of trees of nodes, whose attributes are objects by name, with `optional: true` where one may be
 * absent: `operations` with a request and its responses, and `stanzas`, in which all that the client reads and writes
 * under one tag is merged, and `direction` says what is only written.
 */
export function readNodeTree(json: LinedJson): Extracted[] {
  const found: Extracted[] = [];
  for (const [, operation] of json.get('operations')?.entries() ?? []) {
    const sent = [operation.get('request'), ...itemsOf(operation, 'outgoingResponses')];
    for (const one of sent) found.push(...treeOf(one, 'sent'));
    for (const one of itemsOf(operation, 'responses')) found.push(...treeOf(one, 'delivered'));
  }
  for (const [, stanza] of json.get('stanzas')?.entries() ?? []) {
    const variants = stanza.get('variants')?.entries() ?? [];
    for (const one of [stanza, ...variants.map(([, variant]) => variant)]) {
      for (const leg of ['sent', 'delivered'] as const) found.push(...treeOf(one, leg, { merged: true }));
    }
  }
  return found.filter(({ statements }) => statements.length > 0);
}

const itemsOf = (json: LinedJson, key: string): readonly LinedJson[] => json.get(key)?.items() ?? [];

function treeOf(entry: LinedJson | undefined, leg: Leg, { merged = false } = {}): Extracted[] {
  const node = entry?.get('node');
  const tag = textOf(node?.get('tag'));
  if (entry === undefined || node === undefined || tag === undefined) return [];
  const origin = textOf(entry.get('module')) ?? textOf(entry.get('handler')?.get('module')) ?? tag;
  return [{ origin, tag, leg, statements: [...statementsOf(node, [], { leg, merged })] }];
}

interface Reading {
  readonly leg: Leg;
  readonly merged: boolean;
}

function* statementsOf(node: LinedJson, path: readonly string[], reading: Reading): Generator<Statement> {
  // Where several builders are merged, what one of them always writes is not in what the others write.
  const silent = reading.merged && reading.leg === 'sent' && path.length === 0;
  for (const [name, attribute] of node.get('attrs')?.entries() ?? []) {
    if (!isOn(attribute, reading)) continue;
    yield {
      ...valuesAndType(attribute),
      kind: 'attribute',
      name,
      node: path,
      presence: silent ? undefined : presenceOf(attribute),
      repeats: undefined,
      from: attribute.from,
      to: attribute.to,
    };
  }
  const content = node.get('content');
  if (content !== undefined && content.value !== null && isOn(content, reading)) {
    const lines = { from: content.from, to: content.to };
    const only = { kind: 'content', name: '', node: path, repeats: undefined, ...lines } as const;
    yield { ...valuesAndType(content), ...only, presence: presenceOf(content) };
  }
  for (const child of itemsOf(node, 'children')) {
    const name = textOf(child.get('tag'));
    if (name === undefined || (reading.merged && !isNodeOn(child, reading.leg))) continue;
    const [min, max] = [child.get('min')?.value, child.get('max')?.value];
    yield {
      kind: 'child',
      name,
      node: path,
      presence: silent || typeof min !== 'number' ? undefined : min > 0 ? 'always' : 'sometimes',
      repeats: max === undefined ? undefined : max !== 1,
      type: undefined,
      values: undefined,
      from: child.from,
      to: child.to,
    };
    yield* statementsOf(child, [...path, name], reading);
  }
}

const presenceOf = (json: LinedJson): 'always' | 'sometimes' =>
  json.get('optional')?.value === true ? 'sometimes' : 'always';

/** Whether a merged attribute or content is on a leg. What has an argument was first found where it is written. */
function isOn(json: LinedJson, { leg, merged }: Reading): boolean {
  if (!merged) return true;
  const direction = textOf(json.get('direction'));
  if (leg === 'sent') return direction !== undefined;
  return direction !== 'out' && json.get('arg') === undefined && json.get('raw') === undefined;
}

/** Whether a merged child is on a leg: it is only sent if all that it has is only sent. */
function isNodeOn(node: LinedJson, leg: Leg): boolean {
  const parts = partsOf(node);
  if (leg === 'sent') return parts.some((part) => isOn(part, { leg, merged: true }));
  return parts.length === 0 || parts.some((part) => isOn(part, { leg, merged: true }));
}

function partsOf(node: LinedJson): LinedJson[] {
  const content = node.get('content');
  return [
    ...(node.get('attrs')?.entries() ?? []).map(([, attribute]) => attribute),
    ...(content === undefined || content.value === null ? [] : [content]),
    ...itemsOf(node, 'children').flatMap(partsOf),
  ];
}

const TYPES: Readonly<Record<string, StatedType>> = {
  int: 'int',
  longInt: 'int',
  time: 'int',
  bool: 'bool',
  bytes: 'bytes',
};

function valuesAndType(json: LinedJson): Pick<Statement, 'type' | 'values'> {
  const type = textOf(json.get('type')) ?? '';
  const constant = textOf(json.get('value'));
  const listed = itemsOf(json, 'enumValues').flatMap((one) => textOf(one) ?? []);
  return {
    type: /jid$/i.test(type) ? 'jid' : TYPES[type],
    values: constant !== undefined ? [constant] : listed.length > 0 ? listed : undefined,
  };
}
