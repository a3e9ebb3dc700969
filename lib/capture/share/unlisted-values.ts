import type { Corpus } from '../../corpus/model/corpus.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import { hexOf, readBytesText } from '../../text/bytes-text.ts';
import {
  type KnownNode,
  type KnownValue,
  knownAttribute,
  knownChild,
  knownContent,
  knownRoot,
} from '../lookup/known-node.ts';
import { isWord } from '../sanitize/placeholders/word-placeholders.ts';
import type { CapturedNode } from '../tree/captured-node.ts';

/** A value in a place of an enum that does not list it. */
export interface UnlistedValue {
  /** The path that its fact would have: terminate-reasons=busy. */
  readonly path: string;
  readonly enum: string;
  /** As it was read, so it may be personal. */
  readonly value: string;
  /** Its places, as tag and attribute: terminate@reason. */
  readonly where: readonly string[];
}

const NO_BYTES = new Uint8Array();

/** The values of a stanza that their enum does not list, each once, in the order of the stanza. */
export function unlistedValues(root: CapturedNode, corpus: Corpus): UnlistedValue[] {
  const found = new Map<string, UnlistedValue & { where: string[] }>();
  const look = (value: string, known: KnownValue | undefined, where: string): void => {
    const id = enumOfType(known?.type);
    if (known === undefined || id === undefined || !corpus.definitions.enum.has(id)) return;
    if (value === '' || known.allowed.has(value) || isWord(value)) return;
    if (known.allowed.has(hexOf(readBytesText(value)?.bytes ?? NO_BYTES))) return;
    const path = `${id}=${value}`;
    const one = found.get(path) ?? { path, enum: id, value, where: [] };
    found.set(path, one);
    if (!one.where.includes(where)) one.where.push(where);
  };
  const walk = (node: CapturedNode, places: readonly KnownNode[]): void => {
    for (const { name, value, cut } of node.attributes) {
      if (!cut) look(value, knownAttribute(places, name, corpus), `${node.tag}@${name}`);
    }
    const { content } = node;
    if (content?.kind === 'text' || content?.kind === 'bytes') {
      // Enums list bytes as hex.
      const text = content.kind === 'text' ? content.text.trim() : hexOf(content.bytes);
      look(text, knownContent(places, corpus), `the content of ${node.tag}`);
    }
    for (const child of node.children) walk(child, knownChild(places, child.tag));
  };
  walk(root, knownRoot(root, corpus));
  return [...found.values()];
}
