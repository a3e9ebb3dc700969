import type { Stanza } from '../../schema/types.generated.ts';

/** What is looked at of a node to tell which stanza it is. */
export interface MatchableNode {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly cut?: boolean }[];
  readonly children: readonly { readonly tag: string }[];
  /** Whether more may have followed in the node. */
  readonly cut?: boolean;
}

type Matched = Pick<Stanza, 'tag' | 'match' | 'children'>;

/** Whether a stanza takes any payload: what it says holds for every stanza that its tag wraps. */
export const isEnvelope = ({ children }: Pick<Stanza, 'children'>): boolean =>
  children?.some(({ tag }) => tag === '*') === true;

/**
 * Whether a node meets what makes it this stanza: its tag, what `match` names, and each child that is the payload
 * of its envelope. What the log cut off is not there, so that a cut node is no stanza that its payload tells
 * apart; the envelope itself may be cut.
 * @param wraps whether the tag is an envelope, see {@link wrapsPayload}
 */
export function isStanza(node: MatchableNode, stanza: Matched, wraps: boolean): boolean {
  if (node.tag !== stanza.tag) return false;
  const has = (tag: string): boolean => node.children.some((child) => child.tag === tag);
  const { attributes = [], payload } = stanza.match ?? {};
  const named = attributes.every(({ name, values }) =>
    node.attributes.some((one) => one.name === name && one.cut !== true && values.includes(one.value)),
  );
  if (!named || (payload !== undefined && !payload.some(has))) return false;
  if (!wraps) return true;
  return (stanza.children ?? []).every(({ tag, occurrence }) => {
    if (!occurrence.startsWith('1')) return true;
    return tag === '*' ? node.cut === true || node.children.length > 0 : has(tag);
  });
}

/** Whether a tag wraps payloads: one of its stanzas takes any child, or names exactly one. */
export function wrapsPayload(ofTag: readonly Matched[]): boolean {
  return ofTag.some((stanza) => isEnvelope(stanza) || stanza.children?.length === 1);
}
