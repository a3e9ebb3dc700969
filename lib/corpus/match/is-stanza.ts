import type { Stanza } from '../../schema/types.generated.ts';

/** The part of a node that identifies its stanza. */
export interface MatchableNode {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly cut?: boolean }[];
  readonly children: readonly { readonly tag: string }[];
  /** Whether the node was cut off. */
  readonly cut?: boolean;
}

type Matched = Pick<Stanza, 'tag' | 'children'> & { readonly match?: Stanza['match'] | undefined };

/** Whether a stanza allows any payload, so that it describes all stanzas with its tag. */
export const isEnvelope = ({ children }: Pick<Stanza, 'children'>): boolean =>
  children?.some(({ tag }) => tag === '*') === true;

/**
 * Whether a node is recognized as this stanza: by its tag, by what `match` names, and by each child that is the payload
 * of its envelope. What was cut off is missing, so a cut node is not recognized by its payload; the envelope itself may
 * be cut.
 * @param wraps whether the tag is an envelope, see {@link wrapsPayload}
 * @param anyValue whether the attributes that `match` names may have other values
 */
export function isStanza(node: MatchableNode, stanza: Matched, wraps: boolean, anyValue = false): boolean {
  if (node.tag !== stanza.tag) return false;
  const has = (tag: string): boolean => node.children.some((child) => child.tag === tag);
  const { attributes = [], payload } = stanza.match ?? {};
  const named = attributes.every(({ name, values }) =>
    node.attributes.some(
      (one) => one.name === name && one.cut !== true && (anyValue || values.includes(one.value)),
    ),
  );
  if (!named || (payload !== undefined && !payload.some(has))) return false;
  if (!wraps) return true;
  return (stanza.children ?? []).every(({ tag, occurrence }) => {
    if (!occurrence.startsWith('1')) return true;
    return tag === '*' ? node.cut === true || node.children.length > 0 : has(tag);
  });
}

/** Whether a tag is an envelope: one of its stanzas allows any child, or names exactly one. */
export function wrapsPayload(ofTag: readonly Matched[]): boolean {
  return ofTag.some((stanza) => isEnvelope(stanza) || stanza.children?.length === 1);
}
