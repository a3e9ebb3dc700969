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

/**
 * Defines the nodes of all stanzas and shared nodes. What a place says itself takes precedence over the shared node: an
 * attribute, a choice or a child of the same name replaces the shared one. A shared node that does not exist, or that
 * would contain itself, contributes nothing; a rule reports it.
 */
export function defineNodes(stanzas: ById<Stanza>, nodes: ById<Node>): DefinedNodes {
  const shared = new Map<string, DefinedNode | 'being defined'>();
  const sharedNode = (id: string): DefinedNode => {
    const known = shared.get(id);
    if (known === 'being defined') return NOTHING;
    if (known !== undefined) return known;
    const data = nodes.get(id)?.data;
    if (data === undefined) return NOTHING;
    shared.set(id, 'being defined');
    const defined = definition({ ownerKind: 'node', owner: id }, data);
    shared.set(id, defined);
    return defined;
  };
  const definition = (owner: Owner, data: NodeData): DefinedNode =>
    new NodeBuilder(owner, sharedNode, (id) => nodes.get(id)?.data).node(data, '', []);
  const plain = new Map(
    [...stanzas].map(([id, { data }]) => {
      const own = definition({ ownerKind: 'stanza', owner: id }, data);
      return [id, data.use === undefined ? own : merged(own, sharedNode(data.use))];
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
    node: new Map([...nodes.keys()].map((id) => [id, sharedNode(id)])),
  };
}

type Owner = Pick<Fact, 'ownerKind' | 'owner'>;

class NodeBuilder {
  readonly #owner: Owner;
  readonly #prefix: string;
  readonly #sharedNode: (id: string) => DefinedNode;
  readonly #dataOf: (id: string) => Node | undefined;

  constructor(
    owner: Owner,
    sharedNode: (id: string) => DefinedNode,
    dataOf: (id: string) => Node | undefined,
  ) {
    this.#owner = owner;
    this.#prefix = `${owner.ownerKind === 'node' ? 'node/' : ''}${owner.owner}:`;
    this.#sharedNode = sharedNode;
    this.#dataOf = dataOf;
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
    const used = child.use === undefined ? undefined : this.#sharedNode(child.use);
    const defined = used === undefined ? own : merged(own, placed(without(used, child.without ?? []), below));
    const direct = [defined.attributes, defined.content ?? [], defined.choices].flat();
    return {
      fact: newFact(this.#identity('child', child.tag, child.tag, node, at), child, {
        child,
        description: child.description ?? this.#dataOf(child.use ?? '')?.summary ?? '',
        inside: [...direct, ...defined.children.map(({ fact }) => fact)].map(({ path }) => path),
      }),
      node: defined,
    };
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
export const ownFacts = (node: DefinedNode, { ownerKind, owner }: Owner): Fact[] =>
  factsOfNode(node).filter((fact) => fact.owner === owner && fact.ownerKind === ownerKind);
