import type { Stanza } from '../../schema/types.generated.ts';

const named = (stanza: Stanza): string[] =>
  (stanza.children ?? []).map(({ tag }) => tag).filter((tag) => tag !== '*');

/**
 * The payload tags of each stanza, by its id. A tag that some stanza wraps around a single child is an envelope: the
 * payloads of its stanzas are their children. Any other stanza is its own payload, and so is an envelope that has a
 * description of its own.
 */
export function payloadTags(stanzas: readonly Stanza[]): ReadonlyMap<string, readonly string[]> {
  const envelopes = new Set(stanzas.filter((stanza) => named(stanza).length === 1).map(({ tag }) => tag));
  return new Map(
    stanzas.map((stanza) => {
      const children = named(stanza);
      return [stanza.id, envelopes.has(stanza.tag) && children.length > 0 ? children : [stanza.tag]];
    }),
  );
}
