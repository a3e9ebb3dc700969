import type { Stanza } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';
import { anchorBelow, type DefinedChild, type DefinedNode } from '../model/defined-node.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact } from '../model/fact.ts';
import { factCondition, type PathStep, type Truth } from './evaluate-predicate.ts';
import { hasLegs, orderOn, presenceOn } from './leg.ts';
import type { AttributeOf, MatchedNode, MatchOptions, MatchStep } from './match-step.ts';
import { valueFits } from './value-fits.ts';

/** What a node is compared with: the outermost node of a stanza. */
export interface MatchTarget {
  readonly tag: string;
  readonly node: DefinedNode;
  /** Where something belongs that is not described in the outermost node: in the stanza, or in the node that it uses. */
  readonly home: string;
  /** The same for an attribute of the outermost node: in its envelope, if it has one. */
  readonly attributesIn: string;
  readonly id: string;
  readonly match: Stanza['match'];
}

/**
 * The outermost node of a stanza, to compare nodes with.
 * @throws when the corpus has no such stanza
 */
export function matchTarget(corpus: Corpus, id: string): MatchTarget {
  const data = corpus.definitions.stanza.get(id)?.data;
  const node = corpus.nodeOf.stanza.get(id);
  if (data === undefined || node === undefined) throw new Error(`no stanza ${id}`);
  const home = data.use === undefined ? id : `node/${data.use}`;
  return { id, tag: data.tag, match: data.match, node, home, attributesIn: data.envelope ?? home };
}

/**
 * Compares a node and everything in it with a stanza. Examples and captures share this matcher. A child of tag `*`
 * defines every child that has no definition of its own.
 * @returns what it found, in the order of the node; something missing is reported at the node that lacks it
 */
export function matchNode<N extends MatchedNode<N>>(
  root: N,
  target: MatchTarget,
  options: MatchOptions<N>,
): MatchStep<N>[] {
  if (target.tag !== '*' && root.tag !== target.tag) {
    return [{ kind: 'root', anchor: '', node: root, expected: target.tag }];
  }
  const matcher = new NodeMatcher(root, options, target);
  const use = target.home === target.id ? undefined : target.home.slice('node/'.length);
  const way = [{ node: root, tag: target.tag, use }];
  matcher.node(way, target.node, { anchor: '', within: `${target.home}:`, chain: [] });
  return matcher.steps;
}

/** Where something that is not described in a child belongs: in the child, or in the shared node that it is. */
export const withinChild = ({ path, home }: Fact): string => home ?? path;

/** The same for a part: its place in the child whose shared node has it, if that child says that it lacks the part. */
function homeOf(part: string, { anchor, within, chain }: Around): Pick<NotDescribed, 'within' | 'lackedBy'> {
  const full = anchorBelow(anchor, part);
  const by = chain.find((fact) => fact.child?.without?.some((one) => anchorBelow(fact.anchor, one) === full));
  if (by === undefined) return { within, lackedBy: undefined };
  return { within: `${by.path}${anchor.slice(by.anchor.length)}`, lackedBy: by.path };
}

type NotDescribed = Extract<MatchStep<never>, { readonly kind: 'unknown-content' }>;

/** What is around a part that is not described. */
interface Around {
  readonly anchor: string;
  /** The path of the definition of the node, see `MatchStep`. */
  readonly within: string;
  /** The children from the outermost one to the node. */
  readonly chain: readonly Fact[];
}

/** The path of something inside a node, see `MatchStep`. */
export const pathBelow = (within: string, part: string): string =>
  within.endsWith(':') || part.startsWith('@') ? `${within}${part}` : `${within}/${part}`;

/** The nodes from the outermost one to the one that is compared. */
type Way<N> = readonly PathStep<N>[];

const nodeOf = <N>(way: Way<N>): N => (way.at(-1) as PathStep<N>).node;

class NodeMatcher<N extends MatchedNode<N>> {
  readonly steps: MatchStep<N>[] = [];
  readonly #root: N;
  readonly #options: MatchOptions<N>;
  readonly #id: string;
  readonly #attributesIn: string;

  constructor(root: N, options: MatchOptions<N>, { id, attributesIn }: MatchTarget) {
    this.#root = root;
    this.#options = options;
    this.#id = id;
    this.#attributesIn = attributesIn;
  }

  /** @param way from the outermost node to the node */
  node(way: Way<N>, definition: DefinedNode, around: Around): void {
    const node = nodeOf(way);
    const attributesIn = node === this.#root ? `${this.#attributesIn}:` : around.within;
    this.#attributes(way, definition, { ...around, within: attributesIn });
    this.#content(way, definition, around);
    this.#choices(node, definition);
    this.#children(way, definition, around);
  }

  /** Something that is there and should not be: on its leg, or as its condition does not hold. */
  #checkPresence(way: Way<N>, fact: Fact, parent: N, attribute: AttributeOf<N> | undefined): void {
    const { leg } = this.#options;
    const about = { anchor: fact.anchor, node: nodeOf(way), fact, attribute };
    if (leg !== undefined && presenceOn(leg, fact) === 'never') {
      this.steps.push({ kind: 'wrong-leg', ...about, leg });
    }
    if (this.#holds(fact, 'onlyIf', way) !== false) return;
    const { onlyIf: predicate = '' } = fact;
    this.steps.push({ kind: 'condition', how: 'only-if', ...about, predicate, parent });
  }

  /** Whether something that is not there is always there, and otherwise reports that its condition requires it. */
  #isMissing(way: Way<N>, fact: Fact): boolean {
    const node = nodeOf(way);
    const presence = presenceOn(this.#options.leg, fact);
    if (presence === 'never' || node.cut === true || this.#mayLack(node, fact)) return false;
    if (presence === 'always') return fact.onlyIf === undefined || this.#holds(fact, 'onlyIf', way) === true;
    if (this.#holds(fact, 'requiredIf', way) !== true) return false;
    const { anchor, requiredIf: predicate = '' } = fact;
    const about = { anchor, node, fact, attribute: undefined, parent: node };
    this.steps.push({ kind: 'condition', how: 'required-if', ...about, predicate });
    return false;
  }

  #holds(fact: Fact, key: 'onlyIf' | 'requiredIf', way: Way<N>): Truth {
    return factCondition(fact, key, { ...this.#options, way });
  }

  #attributes(way: Way<N>, definition: DefinedNode, around: Around): void {
    const { anchor } = around;
    const node = nodeOf(way);
    const defined = firstBy(definition.attributes, ({ name }) => name);
    const present = new Set<string>();
    for (const attribute of node.attributes) {
      const { name } = attribute;
      present.add(name);
      const fact = defined.get(name);
      if (fact === undefined) {
        const known = [...defined.keys()];
        const home = homeOf(`@${name}`, around);
        this.steps.push({ kind: 'unknown-attribute', anchor, node, ...home, attribute, known });
        continue;
      }
      this.steps.push({ kind: 'attribute', anchor: fact.anchor, node, fact, attribute });
      this.#checkPresence(way, fact, node, attribute);
      if (attribute.cut !== true) this.#value(attribute.value, fact, node, attribute);
    }
    for (const fact of defined.values()) {
      const { name } = fact;
      if (present.has(name) || !this.#isMissing(way, fact)) continue;
      this.steps.push({ kind: 'missing-attribute', anchor: fact.anchor, node, fact, name });
    }
  }

  #mayLack(node: N, fact: Fact): boolean {
    return node === this.#root && !hasLegs(fact) && this.#options.mayLack?.(fact.name) === true;
  }

  #content(way: Way<N>, { content: fact }: DefinedNode, around: Around): void {
    const { contentOf, valuesOf } = this.#options;
    const node = nodeOf(way);
    const found = contentOf(node);
    if (found === undefined) {
      if (fact === undefined || !this.#isMissing(way, fact)) return;
      this.steps.push({ kind: 'missing-attribute', anchor: fact.anchor, node, fact, name: fact.name });
      return;
    }
    if (fact === undefined) {
      const { anchor } = around;
      this.steps.push({ kind: 'unknown-content', anchor, node, ...homeOf('text()', around), known: [] });
      return;
    }
    this.steps.push({ kind: 'content', anchor: fact.anchor, node, fact });
    this.#checkPresence(way, fact, node, undefined);
    const id = enumOfType(fact.type);
    const hex = id === undefined && fact.value === undefined ? undefined : found.hex?.();
    const isListed = hex !== undefined && (fact.value === hex || valuesOf(id ?? '')?.includes(hex) === true);
    const text = isListed ? hex : (found.text ?? hex);
    if (text !== undefined) this.#value(text, fact, node, undefined);
  }

  #value(value: string, fact: Fact, node: N, attribute: AttributeOf<N> | undefined): void {
    const { anchor, type = 'string' } = fact;
    const id = enumOfType(type);
    const about = { anchor, node, fact, attribute, value, type };
    const known = id === undefined ? undefined : this.#options.valuesOf(id);
    if (known !== undefined && !known.includes(value)) {
      this.steps.push({ kind: 'enum-value', ...about, known });
    } else if (id === undefined && !valueFits(value, type, this.#options.types)) {
      this.steps.push({ kind: 'value-type', ...about, known: [] });
    } else if (fact.value !== undefined && fact.value !== value) {
      this.steps.push({ kind: 'constant', ...about, known: [fact.value] });
    }
  }

  #choices(node: N, { choices, attributes, children }: DefinedNode): void {
    // A place may leave members out, and a leg may never have them.
    const mayOccur = (member: string): boolean => {
      const fact = member.startsWith('@')
        ? attributes.find(({ name }) => name === member.slice(1))
        : children.find(({ fact: { name } }) => name === member || name === '*')?.fact;
      return fact !== undefined && presenceOn(this.#options.leg, fact) !== 'never';
    };
    for (const fact of choices) {
      const { choice } = fact;
      if (choice === undefined) continue;
      const has = (member: string): boolean =>
        member.startsWith('@')
          ? node.attributes.some(({ name }) => name === member.slice(1))
          : node.children.some(({ tag }) => tag === member);
      const found = choice.of.filter(has);
      const isRequired = choice.occurrence === '1' && node.cut !== true && choice.of.some(mayOccur);
      if (found.length === 1 || (found.length === 0 && !isRequired)) continue;
      this.steps.push({ kind: 'choice', anchor: fact.anchor, node, fact, choice, found });
    }
  }

  #children(way: Way<N>, definition: DefinedNode, around: Around): void {
    const { anchor, chain } = around;
    const node = nodeOf(way);
    const defined = firstBy(definition.children, ({ fact }) => fact.name);
    const definitionOf = (tag: string): DefinedChild | undefined => {
      const known = defined.get(tag) ?? defined.get('*');
      return known !== undefined && this.#allows(known.fact, tag) ? known : undefined;
    };
    // A tag that is not listed is reported as such, and not as the lack of a listed one, too.
    const present = new Set(node.children.map(({ tag }) => (defined.get(tag) ?? defined.get('*'))?.fact));
    for (const { fact } of defined.values()) {
      if (present.has(fact) || !this.#isMissing(way, fact)) continue;
      const { name: tag, occurrence = '1' } = fact;
      this.steps.push({ kind: 'missing-child', anchor: fact.anchor, node, fact, tag, occurrence });
    }
    const order = orderOn(this.#options.leg, definition);
    const counts = new Map<Fact, number>();
    let furthest = -1;
    for (const child of node.children) {
      const found = definitionOf(child.tag);
      if (found === undefined) {
        const known = [...defined.keys()];
        const home = homeOf(child.tag, around);
        this.steps.push({ kind: 'unknown-child', anchor, node: child, ...home, parent: node, known });
        continue;
      }
      const { fact } = found;
      const about = { anchor: fact.anchor, node: child, fact };
      const count = (counts.get(fact) ?? 0) + 1;
      counts.set(fact, count);
      if (count === 2 && fact.occurrence?.endsWith('1') === true) {
        const { occurrence } = fact;
        this.steps.push({ kind: 'too-many', ...about, parent: node, occurrence });
      }
      const inside = [...way, { node: child, tag: fact.name, use: fact.child?.use }];
      this.#checkPresence(inside, fact, node, undefined);
      const place = order?.indexOf(fact.name) ?? -1;
      if (place !== -1 && place < furthest) {
        const before = order?.[furthest] ?? '';
        const owner = this.#id;
        this.steps.push({
          kind: 'order',
          anchor,
          node: child,
          fact: chain.at(-1),
          owner,
          parent: node,
          before,
        });
      }
      furthest = Math.max(furthest, place);
      this.steps.push({ kind: 'child', ...about });
      const within = withinChild(fact);
      this.node(inside, found.node, { anchor: fact.anchor, within, chain: [...chain, fact] });
    }
  }

  /** Whether a child may have a tag: any, unless its tags come from an enum. */
  #allows({ child }: Fact, tag: string): boolean {
    const id = enumOfType(child?.tags_from);
    return id === undefined || (this.#options.valuesOf(id)?.includes(tag) ?? true);
  }
}

// The first of two definitions of one name; a rule reports the second.
function firstBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(key(item))) map.set(key(item), item);
  return map;
}
