import type { Child, Node, Stanza } from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';
import {
  anchorBelow,
  type DefinedChild,
  type DefinedNode,
  type DefinedNodes,
  factsOfNode,
} from '../model/defined-node.ts';
import type { Fact } from '../model/fact.ts';
import { postOrder } from '../post-order.ts';
import { newFact } from './new-fact.ts';

/** What a stanza, a shared node and a child have in common. */
export type NodeData = Pick<Stanza, 'attributes' | 'children' | 'one_of' | 'children_order' | 'content'>;

type ById<T> = ReadonlyMap<string, { readonly data: T }>;

const NOTHING: DefinedNode = {
  attributes: [],
  content: undefined,
  choices: [],
  children: [],
  order: undefined,
};

/** How many facts a definition may take from shared nodes: a few files could else describe billions. */
export const MAX_USED_FACTS = 2000;
/** How deep a definition may be: as deep as a stanza that is read. */
export const MAX_DEFINED_DEPTH = 64;

/**
 * Defines the nodes of all stanzas and shared nodes. What a place says itself takes precedence over the shared node: an
 * attribute, a choice or a child of the same name replaces the shared one. A shared node contributes nothing if it does
 * not exist, would contain itself, or would make the definition too large; a rule reports it.
 */
export function defineNodes(stanzas: ById<Stanza>, nodes: ById<Node>): DefinedNodes {
  const shared = new Map<string, SharedNode>();
  const tooLarge = new Set<string>();
  const definition = (owner: Owner, data: NodeData): DefinedNode =>
    new NodeBuilder(owner, shared, tooLarge).node(data, '', []);
  const { order } = postOrder(nodes.keys(), (id) => usesIn(nodes.get(id)?.data).map(({ use }) => use));
  for (const id of order) {
    const data = nodes.get(id)?.data;
    if (data === undefined) continue;
    const node = definition({ ownerKind: 'node', owner: id, ratedLower: data.rated_lower }, data);
    shared.set(id, { node, tag: data.tag, summary: data.summary, ...sizeOf(node) });
  }
  const plain = new Map(
    [...stanzas].map(([id, { data }]) => {
      const own = definition({ ownerKind: 'stanza', owner: id, ratedLower: data.rated_lower }, data);
      return [id, merged(own, shared.get(data.use ?? '')?.node ?? NOTHING)];
    }),
  );
  return {
    stanza: new Map(
      [...stanzas].map(([id, { data }]) => {
        const own = plain.get(id) ?? NOTHING;
        const around = data.envelope === undefined ? undefined : plain.get(data.envelope);
        const envelope = { ...NOTHING, attributes: around?.attributes ?? [] };
        return [id, around === undefined || around === own ? own : merged(own, envelope)];
      }),
    ),
    node: new Map([...nodes.keys()].map((id) => [id, shared.get(id)?.node ?? NOTHING])),
    tooLarge,
  };
}

/** The shared nodes that a node uses, with the positions of their names, in the order of the file. */
export function usesIn(
  node: NodeData | undefined,
  at: Pointer = [],
): { readonly use: string; readonly pointer: Pointer }[] {
  return (node?.children ?? []).flatMap((child, i) => {
    const pointer = [...at, 'children', i];
    const own = child.use === undefined ? [] : [{ use: child.use, pointer: [...pointer, 'use'] }];
    return [...own, ...usesIn(child, pointer)];
  });
}

interface SharedNode {
  readonly node: DefinedNode;
  readonly tag: string;
  readonly summary: string;
  readonly facts: number;
  readonly depth: number;
}

function sizeOf({
  attributes,
  content,
  choices,
  children,
}: DefinedNode): Pick<SharedNode, 'facts' | 'depth'> {
  const inside = children.map(({ node }) => sizeOf(node));
  const own = attributes.length + choices.length + children.length + (content === undefined ? 0 : 1);
  return {
    facts: inside.reduce((sum, { facts }) => sum + facts, own),
    depth: 1 + inside.reduce((most, { depth }) => Math.max(most, depth), 0),
  };
}

type Owner = Pick<Fact, 'ownerKind' | 'owner' | 'ratedLower'>;

class NodeBuilder {
  readonly #owner: Owner;
  readonly #prefix: string;
  readonly #shared: ReadonlyMap<string, SharedNode>;
  readonly #tooLarge: Set<string>;
  #used = 0;

  constructor(owner: Owner, shared: ReadonlyMap<string, SharedNode>, tooLarge: Set<string>) {
    this.#owner = owner;
    this.#prefix = `${owner.ownerKind === 'node' ? 'node/' : ''}${owner.owner}:`;
    this.#shared = shared;
    this.#tooLarge = tooLarge;
  }

  node(data: NodeData, node: string, at: Pointer): DefinedNode {
    const { attributes = [], content, one_of: choices = [], children = [], children_order: order } = data;
    return {
      attributes: attributes.map((one, i) =>
        newFact(this.#identity('attribute', one.name, `@${one.name}`, node, [...at, 'attributes', i]), one),
      ),
      content:
        content === undefined
          ? undefined
          : newFact(this.#identity('content', 'content', 'text()', node, [...at, 'content']), content),
      choices: choices.map((one, i) =>
        newFact(this.#identity('choice', one.id, `one_of(${one.id})`, node, [...at, 'one_of', i]), one, {
          choice: one,
        }),
      ),
      children: children.map((one, i) => this.#child(one, node, [...at, 'children', i])),
      order,
    };
  }

  #child(child: Child, node: string, at: Pointer): DefinedChild {
    const below = anchorBelow(node, child.tag);
    const own = this.node(child, below, at);
    const shared = this.#shared.get(child.use ?? '');
    const used = this.#fits(shared, below) ? shared?.node : undefined;
    const defined = used === undefined ? own : merged(own, placed(without(used, child.without ?? []), below));
    const direct = [defined.attributes, defined.content ?? [], defined.choices].flat();
    return {
      fact: newFact(this.#identity('child', child.tag, child.tag, node, at), child, {
        child,
        description: child.description ?? shared?.summary ?? '',
        home: shared === undefined || shared.tag === '*' ? undefined : `node/${child.use}:`,
        inside: [...direct, ...defined.children.map(({ fact }) => fact)].map(({ path }) => path),
      }),
      node: defined,
    };
  }

  #fits(shared: SharedNode | undefined, at: string): boolean {
    const { facts = 0, depth = 0 } = shared ?? {};
    const fits = this.#used + facts <= MAX_USED_FACTS && at.split('/').length + depth <= MAX_DEFINED_DEPTH;
    if (fits) this.#used += facts;
    else this.#tooLarge.add(`${this.#prefix}${at}`);
    return fits;
  }

  #identity(kind: Fact['kind'], name: string, part: string, node: string, pointer: Pointer) {
    const anchor = anchorBelow(node, part);
    return { ...this.#owner, path: `${this.#prefix}${anchor}`, anchor, kind, name, node, pointer };
  }
}

/** What a place says itself, completed by what it uses. Both have the anchors of the place. */
function merged(own: DefinedNode, used: DefinedNode): DefinedNode {
  const nameOf = ({ name }: Fact): string => name;
  return {
    attributes: mergedBy(own.attributes, used.attributes, nameOf),
    content: own.content ?? used.content,
    choices: mergedBy(own.choices, used.choices, nameOf),
    children: mergedBy(own.children, used.children, ({ fact }) => fact.name),
    order: own.order ?? used.order,
  };
}

// In the order of what is used, so that a difference at a place does not change the order of its children.
function mergedBy<T>(own: readonly T[], used: readonly T[], nameOf: (one: T) => string): readonly T[] {
  if (used.length === 0) return own;
  const byName = new Map(own.map((one) => [nameOf(one), one]));
  const names = new Set(used.map(nameOf));
  return [
    ...used.map((one) => byName.get(nameOf(one)) ?? one),
    ...own.filter((one) => !names.has(nameOf(one))),
  ];
}

/** A node without some of its parts, by their anchors. */
function without(node: DefinedNode, anchors: readonly string[]): DefinedNode {
  if (anchors.length === 0) return node;
  const left = new Set(anchors);
  const stays = ({ anchor }: Fact): boolean => !left.has(anchor);
  return {
    attributes: node.attributes.filter(stays),
    content: node.content !== undefined && stays(node.content) ? node.content : undefined,
    choices: node.choices.filter(stays),
    children: node.children
      .filter(({ fact }) => stays(fact))
      .map(({ fact, node: inner }) => ({ fact, node: without(inner, anchors) })),
    order: node.order,
  };
}

/** A shared node at a place: the same facts, with the anchors that they have there. */
function placed(node: DefinedNode, at: string): DefinedNode {
  const move = (fact: Fact): Fact => ({
    ...fact,
    anchor: anchorBelow(at, fact.anchor),
    node: anchorBelow(at, fact.node),
  });
  return {
    attributes: node.attributes.map(move),
    content: node.content === undefined ? undefined : move(node.content),
    choices: node.choices.map(move),
    children: node.children.map(({ fact, node: inner }) => ({ fact: move(fact), node: placed(inner, at) })),
    order: node.order,
  };
}

/** The facts that a definition holds itself, of all that its page shows. */
export const ownFacts = (
  node: DefinedNode,
  { ownerKind, owner }: Pick<Fact, 'ownerKind' | 'owner'>,
): Fact[] => factsOfNode(node).filter((fact) => fact.owner === owner && fact.ownerKind === ownerKind);
