import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { clip } from '../messages/clip.ts';
import type { Shown } from '../messages/messages.ts';
import { contentText } from './content-text.ts';

/**
 * What was replaced: the two trees have one shape. Equal pairs are told once, with all their places.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized
 */
export function pairsOf(raw: CapturedNode, clean: CapturedNode): Shown['replaced']['pairs'] {
  const pairs = new Map<string, { where: string[]; before: string; after: string }>();
  const add = (where: string, before: string, after: string): void => {
    if (before === after) return;
    const key = `${before}\n${after}`;
    const pair = pairs.get(key) ?? { where: [], before, after };
    pairs.set(key, pair);
    if (!pair.where.includes(where)) pair.where.push(where);
  };
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    add(`<${clip(b.tag)}>`, clip(a.tag), clip(b.tag));
    for (const [i, { name, value, cut }] of a.attributes.entries()) {
      const other = b.attributes[i];
      if (other === undefined) continue;
      const where = `${clip(b.tag)}@${clip(other.name)}`;
      add(where, clip(name), clip(other.name));
      add(where, clip(value), cut ? '(cut off)' : clip(other.value));
    }
    if (a.content !== undefined && b.content !== undefined) {
      add(`<${clip(b.tag)}>`, contentText(a.content), contentText(b.content));
    }
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other);
    }
  };
  walk(raw, clean);
  return [...pairs.values()];
}
