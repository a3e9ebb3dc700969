import type { Attribute, Child, Occurrence, Stanza } from '../../schema/types.generated.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { StanzaNode } from '../model/facts-of-stanza.ts';
import { type ValueTypes, valueFits } from './value-fits.ts';

/** An attribute of a node that is compared with a stanza. */
export interface MatchedAttribute {
  readonly name: string;
  readonly value: string;
  /** Whether the value was cut off; it is then not checked. */
  readonly cut?: boolean;
}

/** A node that is compared with a stanza: an element of an example, or a node of a capture. */
export interface MatchedNode<N> {
  readonly tag: string;
  readonly attributes: readonly MatchedAttribute[];
  readonly children: readonly N[];
  /** Whether the node was cut off; nothing is then reported as missing. */
  readonly cut?: boolean;
}

type AttributeOf<N extends MatchedNode<N>> = N['attributes'][number];

/** One result of the comparison. Anchors are those of facts on the page of the stanza. */
export type MatchStep<N extends MatchedNode<N>> =
  /** The outermost node has the tag of another stanza; nothing else is compared. */
  | { readonly kind: 'root'; readonly anchor: ''; readonly node: N; readonly expected: string }
  /** A fact that defines something in the node. */
  | { readonly kind: 'child'; readonly anchor: string; readonly node: N }
  | {
      readonly kind: 'attribute';
      readonly anchor: string;
      readonly node: N;
      readonly attribute: AttributeOf<N>;
    }
  | { readonly kind: 'content'; readonly anchor: string; readonly node: N }
  /** Something that no fact defines. The anchor is that of the node around it. */
  | {
      readonly kind: 'unknown-attribute';
      readonly anchor: string;
      readonly node: N;
      readonly attribute: AttributeOf<N>;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'unknown-child';
      readonly anchor: string;
      readonly node: N;
      readonly parent: N;
      readonly known: readonly string[];
    }
  | { readonly kind: 'unknown-content'; readonly anchor: string; readonly node: N }
  /** Something that contradicts the fact of the anchor. */
  | { readonly kind: 'missing-attribute'; readonly anchor: string; readonly node: N; readonly name: string }
  | {
      readonly kind: 'missing-child';
      readonly anchor: string;
      readonly node: N;
      readonly tag: string;
      readonly occurrence: Occurrence;
    }
  | {
      readonly kind: 'too-many';
      readonly anchor: string;
      readonly node: N;
      readonly parent: N;
      readonly occurrence: Occurrence;
    }
  | {
      readonly kind: 'order';
      /** The anchor of the parent, whose definition fixes the order. */
      readonly anchor: string;
      readonly node: N;
      readonly parent: N;
      /** The tag that it should precede. */
      readonly before: string;
    }
  | {
      readonly kind: 'enum-value' | 'value-type';
      readonly anchor: string;
      readonly node: N;
      /** undefined for a value that is the content of the node. */
      readonly attribute: AttributeOf<N> | undefined;
      readonly value: string;
      readonly type: string;
      /** The values of the enum; empty for any other type. */
      readonly known: readonly string[];
    };

export interface MatchOptions<N extends MatchedNode<N>> {
  /** The values of an enum; undefined for an unknown enum, whose values are not checked. */
  readonly valuesOf: (enumId: string) => readonly string[] | undefined;
  /** The types of the spec; without them, values of other than built-in types are not checked. */
  readonly types?: ValueTypes;
  /** The content of a node. `text` is undefined for bytes that are not text; `hex` is what an enum of bytes lists. */
  readonly contentOf: (
    node: N,
  ) =>
    | { readonly text: string | undefined; readonly hex?: (() => string | undefined) | undefined }
    | undefined;
  /** Whether a required attribute may be missing on the outermost node. */
  readonly mayLack?: (name: string) => boolean;
}

/**
 * Compares a node and everything in it with a stanza. Examples and captures share this matcher. A child of tag `*`
 * defines every child that has no definition of its own.
 * @returns what it found, in the order of the node; something missing is reported at the node that lacks it
 */
export function matchNode<N extends MatchedNode<N>>(
  root: N,
  stanza: Pick<Stanza, 'tag'> & StanzaNode,
  options: MatchOptions<N>,
): MatchStep<N>[] {
  if (stanza.tag !== '*' && root.tag !== stanza.tag) {
    return [{ kind: 'root', anchor: '', node: root, expected: stanza.tag }];
  }
  const matcher = new NodeMatcher(root, options);
  matcher.node(root, stanza, '');
  return matcher.steps;
}

class NodeMatcher<N extends MatchedNode<N>> {
  readonly steps: MatchStep<N>[] = [];
  readonly #root: N;
  readonly #options: MatchOptions<N>;

  constructor(root: N, options: MatchOptions<N>) {
    this.#root = root;
    this.#options = options;
  }

  node(node: N, definition: StanzaNode, anchor: string): void {
    this.#attributes(node, definition, anchor);
    this.#content(node, definition, anchor);
    this.#children(node, definition, anchor);
  }

  #attributes(node: N, definition: StanzaNode, anchor: string): void {
    const { mayLack = () => false } = this.#options;
    const defined = firstBy(definition.attributes ?? [], ({ name }: Attribute) => name);
    const present = new Set<string>();
    for (const attribute of node.attributes) {
      const { name } = attribute;
      present.add(name);
      const known = defined.get(name);
      if (known === undefined) {
        this.steps.push({ kind: 'unknown-attribute', anchor, node, attribute, known: [...defined.keys()] });
        continue;
      }
      const at = `${anchor}@${name}`;
      this.steps.push({ kind: 'attribute', anchor: at, node, attribute });
      if (attribute.cut !== true) this.#value(attribute.value, known.type, at, node, attribute);
    }
    if (node.cut === true) return;
    for (const { name, required } of defined.values()) {
      if (required !== true || present.has(name) || (node === this.#root && mayLack(name))) continue;
      this.steps.push({ kind: 'missing-attribute', anchor: `${anchor}@${name}`, node, name });
    }
  }

  #content(node: N, definition: StanzaNode, anchor: string): void {
    const { contentOf, valuesOf } = this.#options;
    const found = contentOf(node);
    if (found === undefined) return;
    if (definition.content === undefined) {
      this.steps.push({ kind: 'unknown-content', anchor, node });
      return;
    }
    const at = anchor === '' ? 'text()' : `${anchor}/text()`;
    this.steps.push({ kind: 'content', anchor: at, node });
    const { type } = definition.content;
    const id = enumOfType(type);
    const hex = id === undefined ? undefined : found.hex?.();
    const isListed = hex !== undefined && valuesOf(id ?? '')?.includes(hex) === true;
    const text = isListed ? hex : (found.text ?? hex);
    if (text !== undefined) this.#value(text, type, at, node, undefined);
  }

  #value(text: string, type: string, anchor: string, node: N, attribute: AttributeOf<N> | undefined): void {
    const id = enumOfType(type);
    const about = { anchor, node, attribute, value: text, type };
    if (id === undefined) {
      if (!valueFits(text, type, this.#options.types))
        this.steps.push({ kind: 'value-type', ...about, known: [] });
      return;
    }
    const known = this.#options.valuesOf(id);
    if (known !== undefined && !known.includes(text))
      this.steps.push({ kind: 'enum-value', ...about, known });
  }

  #children(node: N, definition: StanzaNode, anchor: string): void {
    const defined = firstBy(definition.children ?? [], ({ tag }: Child) => tag);
    const keyOf = (tag: string): string => (defined.has(tag) ? tag : '*');
    const below = (tag: string): string => (anchor === '' ? tag : `${anchor}/${tag}`);
    const present = new Set(node.children.map(({ tag }) => keyOf(tag)));
    for (const { tag, occurrence } of defined.values()) {
      if (node.cut === true || present.has(tag) || !occurrence.startsWith('1')) continue;
      this.steps.push({ kind: 'missing-child', anchor: below(tag), node, tag, occurrence });
    }
    const order = [...defined.keys()];
    const counts = new Map<string, number>();
    let furthest = -1;
    for (const child of node.children) {
      const key = keyOf(child.tag);
      const known = defined.get(key);
      if (known === undefined) {
        this.steps.push({ kind: 'unknown-child', anchor, node: child, parent: node, known: order });
        continue;
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count === 2 && known.occurrence.endsWith('1')) {
        const { occurrence } = known;
        this.steps.push({ kind: 'too-many', anchor: below(key), node: child, parent: node, occurrence });
      }
      const place = order.indexOf(key);
      if (definition.children_order === 'fixed' && place < furthest) {
        this.steps.push({ kind: 'order', anchor, node: child, parent: node, before: order[furthest] ?? '' });
      }
      furthest = Math.max(furthest, place);
      this.steps.push({ kind: 'child', anchor: below(key), node: child });
      this.node(child, known, below(key));
    }
  }
}

// The first of two definitions of one name; a rule reports the second.
function firstBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}
