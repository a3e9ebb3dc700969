import type { Entry } from '../../corpus/model/corpus.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import { COMMON_SCHEMA } from '../../schema/schemas.generated.ts';
import type { Pointer } from '../../source/mark.ts';

/** A text for readers, with its position. */
export interface Text {
  readonly pointer: Pointer;
  readonly text: string;
  /** Whether it may have markup; a title or a name has none. */
  readonly isProse: boolean;
}

/** The type of text under a key according to its schema: prose, or a name or line. */
const KEYS: ReadonlyMap<string, 'prose' | 'line'> = keysOf([
  COMMON_SCHEMA,
  ...KIND_NAMES.map((kind) => KINDS[kind].schema),
]);

function keysOf(schemas: readonly object[]): ReadonlyMap<string, 'prose' | 'line'> {
  const keys = new Map<string, 'prose' | 'line'>();
  const queue: unknown[] = [...schemas];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const { properties = {} } = next as { properties?: Readonly<Record<string, Shape>> };
    for (const [key, { $ref, items }] of Object.entries(properties)) {
      const kind = /\/(?:(prose)|line|name|tag)$/.exec($ref ?? items?.$ref ?? '');
      if (kind !== null) keys.set(key, kind[1] === 'prose' || keys.get(key) === 'prose' ? 'prose' : 'line');
    }
    for (const inner of Object.values(next)) queue.push(inner);
  }
  // A question can be just a sentence. Predicates are read by programs.
  keys.set('open_questions', 'prose');
  keys.delete('if');
  return keys;
}

interface Shape {
  readonly $ref?: string;
  readonly items?: { readonly $ref?: string };
}

/** Every text of a definition: names, titles and prose, but not values of the wire, sources and URLs. */
export function* textsOf({ data }: Entry<Kind>): Generator<Text> {
  yield* textsIn(data, [], undefined);
}

function* textsIn(value: unknown, pointer: Pointer, kind: 'prose' | 'line' | undefined): Generator<Text> {
  if (typeof value === 'string') {
    if (kind !== undefined) yield { pointer, text: value, isProse: kind === 'prose' };
  } else if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* textsIn(one, [...pointer, i], kind);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* textsIn(one, [...pointer, key], KEYS.get(key));
  }
}
