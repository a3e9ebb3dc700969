import type { Leg } from '../../match/leg.ts';
import { type LinedJson, textOf } from './lined-json.ts';
import type { Extracted, StatedType, Statement } from './statement.ts';

/**
 * Reads an extract of lists of fields, each with `required`: `incoming`, the calls by which parsers read attributes
 * and children, and `stanzas`, the nodes that builders write. An alternative of several nodes is left out.
 */
export function readFieldList(json: LinedJson): Extracted[] {
  const found: Extracted[] = [];
  for (const entry of json.get('incoming')?.items() ?? []) {
    const statements = (entry.get('shape')?.get('fields')?.items() ?? []).flatMap((field) => [
      ...readField(field, []),
    ]);
    found.push(...extracted(textOf(entry.get('tag')), textOf(entry.get('module')), 'delivered', statements));
  }
  for (const entry of json.get('stanzas')?.items() ?? []) {
    const statements = [...writtenIn(entry, [])];
    found.push(
      ...extracted(textOf(entry.get('stanzaType')), textOf(entry.get('moduleName')), 'sent', statements),
    );
  }
  return found;
}

const extracted = (
  tag: string | undefined,
  origin: string | undefined,
  leg: Leg,
  statements: readonly Statement[],
): Extracted[] =>
  tag === undefined || statements.length === 0 ? [] : [{ tag, origin: origin ?? tag, leg, statements }];

function* readField(field: LinedJson, node: readonly string[]): Generator<Statement> {
  const within = field.get('children')?.items() ?? [];
  if (field.get('sameNode')?.value === true) {
    for (const one of within) yield* readField(one, node);
    return;
  }
  const method = textOf(field.get('method')) ?? '';
  const lines = { from: field.from, to: field.to };
  const presence = presenceOf(field);
  if (/child/i.test(method)) {
    const name = textOf(field.get('tag'));
    if (name === undefined) return;
    const repeats = field.get('repeats')?.value === true;
    yield { kind: 'child', name, node, presence, repeats, type: undefined, values: undefined, ...lines };
    for (const one of within) yield* readField(one, [...node, name]);
    return;
  }
  const kind = /^content/.test(method) ? 'content' : /attr/i.test(method) ? 'attribute' : undefined;
  const name = kind === 'content' ? '' : (textOf(field.get('wireName')) ?? textOf(field.get('name')));
  if (kind === undefined || name === undefined) return;
  yield {
    kind,
    name,
    node,
    presence,
    repeats: undefined,
    type: typeOf(textOf(field.get('type'))),
    values: valuesOf(textOf(field.get('literalValue')), field.get('enumRef')),
    ...lines,
  };
}

function* writtenIn(entry: LinedJson, node: readonly string[]): Generator<Statement> {
  for (const attribute of entry.get('attrs')?.items() ?? []) {
    const name = textOf(attribute.get('name'));
    if (name === undefined) continue;
    yield {
      kind: 'attribute',
      name,
      node,
      presence: presenceOf(attribute),
      repeats: undefined,
      type: typeOf(textOf(attribute.get('kind'))),
      values: valuesOf(textOf(attribute.get('value')), attribute.get('enumRef')),
      from: attribute.from,
      to: attribute.to,
    };
  }
  const content = entry.get('content');
  if (content !== undefined) {
    const type = typeOf(textOf(content.get('kind')));
    const lines = { from: content.from, to: content.to };
    const unknown = { presence: undefined, repeats: undefined, values: undefined };
    yield { kind: 'content', name: '', node, type, ...unknown, ...lines };
  }
  for (const child of entry.get('children')?.items() ?? []) {
    const name = textOf(child.get('tag'));
    if (name === undefined) continue;
    // The list does not say which children a builder may leave out.
    const repeats = child.get('repeats')?.value === true;
    const unknown = { presence: undefined, type: undefined, values: undefined };
    yield { kind: 'child', name, node, repeats, ...unknown, from: child.from, to: child.to };
    yield* writtenIn(child, [...node, name]);
  }
}

function presenceOf(json: LinedJson): Statement['presence'] {
  const required = json.get('required')?.value;
  return typeof required === 'boolean' ? (required ? 'always' : 'sometimes') : undefined;
}

function typeOf(word: string | undefined): StatedType {
  if (word === undefined) return undefined;
  if (/(?:^|_)jid(?:_|$)/.test(word)) return 'jid';
  if (word === 'integer' || word === 'timestamp') return 'int';
  return word === 'bytes' ? 'bytes' : undefined;
}

function valuesOf(constant: string | undefined, enumRef: LinedJson | undefined): Statement['values'] {
  if (constant !== undefined) return [constant];
  const listed = (enumRef?.get('variants')?.items() ?? []).flatMap((one) => textOf(one.get('value')) ?? []);
  return listed.length > 0 ? listed : undefined;
}
