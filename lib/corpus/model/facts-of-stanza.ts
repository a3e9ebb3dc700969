import type { Attribute, Child, Content, Stanza } from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';
import type { Fact } from './fact.ts';
import { withEmptyLists } from './with-empty-lists.ts';

/** What a stanza, a child and the envelope of a stanza have in common. */
export type StanzaNode = Pick<Stanza, 'attributes' | 'children' | 'children_order' | 'content'>;

/** The facts of a stanza in the order of its page: attributes, content, children, depth first. */
export function factsOfStanza(stanza: Stanza): Fact[] {
  return factsOfNode(stanza, stanza, '', []);
}

function factsOfNode(stanza: Stanza, node: StanzaNode, tags: string, at: Pointer): Fact[] {
  const attributes = (node.attributes ?? []).map((attribute, i) =>
    attributeFact(stanza.id, attribute, tags, [...at, 'attributes', i]),
  );
  const content =
    node.content === undefined ? [] : [contentFact(stanza.id, node.content, tags, [...at, 'content'])];
  const children = (node.children ?? []).flatMap((child, i) => {
    const below = tags === '' ? child.tag : `${tags}/${child.tag}`;
    const pointer = [...at, 'children', i];
    const inside = factsOfNode(stanza, child, below, pointer);
    return [childFact(stanza.id, child, tags, below, inside, pointer), ...inside];
  });
  return [...attributes, ...content, ...children];
}

const base = (owner: string, anchor: string, node: string, pointer: Pointer) => ({
  path: `${owner}:${anchor}`,
  anchor,
  owner,
  node,
  pointer,
});

function attributeFact(owner: string, attribute: Attribute, node: string, pointer: Pointer): Fact {
  return {
    ...base(owner, `${node}@${attribute.name}`, node, pointer),
    kind: 'attribute',
    name: attribute.name,
    confidence: attribute.confidence,
    description: attribute.description,
    type: attribute.type,
    required: attribute.required,
    occurrence: undefined,
    when: attribute.when,
    observed: attribute.observed_values ?? [],
    provenance: withEmptyLists(attribute.provenance),
    disputes: attribute.disputes ?? [],
    child: undefined,
    inside: [],
  };
}

function contentFact(owner: string, content: Content, node: string, pointer: Pointer): Fact {
  return {
    ...base(owner, node === '' ? 'text()' : `${node}/text()`, node, pointer),
    kind: 'content',
    name: 'content',
    confidence: content.confidence,
    description: content.description,
    type: content.type,
    required: undefined,
    occurrence: undefined,
    when: undefined,
    observed: content.observed_values ?? [],
    provenance: withEmptyLists(content.provenance),
    disputes: content.disputes ?? [],
    child: undefined,
    inside: [],
  };
}

function childFact(
  owner: string,
  child: Child,
  node: string,
  anchor: string,
  inside: readonly Fact[],
  pointer: Pointer,
): Fact {
  return {
    ...base(owner, anchor, node, pointer),
    kind: 'child',
    name: child.tag,
    confidence: child.confidence,
    description: child.description,
    type: undefined,
    required: undefined,
    occurrence: child.occurrence,
    when: child.when,
    observed: [],
    provenance: withEmptyLists(child.provenance),
    disputes: child.disputes ?? [],
    child,
    inside: inside.filter((fact) => fact.node === anchor).map(({ path }) => path),
  };
}
