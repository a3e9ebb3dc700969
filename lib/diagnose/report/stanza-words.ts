import { isPlaceholder } from '../../corpus/types/is-placeholder.ts';
import { clip } from '../../text/clip.ts';
import type { CallEvent } from '../model/call.ts';

/** How many attributes of a stanza are named, and how much of each value. */
const MOST_NAMED = 3;
const LONGEST = 24;

/**
 * What identifies a stanza to a reader: its payload, or its outermost node, with the values that are public: those that
 * the sanitizer did not replace and that are no counters, such as `<terminate reason="timeout">`.
 */
export function stanzaWords({ root }: Pick<CallEvent, 'root'>): string {
  const [payload] = root.children;
  const isEnvelope =
    root.children.length === 1 &&
    payload !== undefined &&
    root.attributes.every(({ name }) => name !== 'type');
  const node = isEnvelope ? payload : root;
  const named = node.attributes
    .filter(
      ({ name, value }) => !UNSPECIFIC.has(name) && /^[a-z0-9_.-]+$/i.test(value) && !isPlaceholder(value),
    )
    .slice(0, MOST_NAMED)
    .map(({ name, value }) => ` ${clip(name, LONGEST)}="${clip(value, LONGEST)}"`);
  return `<${clip(node.tag, LONGEST)}${named.join('')}>`;
}

/** What every stanza has, and tells nothing. */
const UNSPECIFIC: ReadonlySet<string> = new Set(['id', 't', 'from', 'to']);
