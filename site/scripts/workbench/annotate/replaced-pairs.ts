import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { clipValue } from '../messages/clip-value.ts';
import type { StanzaView } from '../messages/stanza-view.ts';
import { contentText } from './content-text.ts';

/**
 * What was replaced. Both trees have the same shape. Equal pairs come once, with all their places.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized
 */
export function replacedPairs(raw: CapturedNode, clean: CapturedNode): StanzaView['replaced']['pairs'] {
  const pairs = new Map<string, { where: string[]; before: string; after: string }>();
  const add = (where: string, before: string, after: string): void => {
    if (before === after) return;
    const key = `${before}\n${after}`;
    const pair = pairs.get(key) ?? { where: [], before, after };
    pairs.set(key, pair);
    if (!pair.where.includes(where)) pair.where.push(where);
  };
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    add(`<${clipValue(b.tag)}>`, clipValue(a.tag), clipValue(b.tag));
    for (const [i, { name, value, cut }] of a.attributes.entries()) {
      const other = b.attributes[i];
      if (other === undefined) continue;
      const where = `${clipValue(b.tag)}@${clipValue(other.name)}`;
      add(where, clipValue(name), clipValue(other.name));
      add(where, clipValue(value), cut ? '(cut off)' : clipValue(other.value));
    }
    if (a.content !== undefined && b.content !== undefined) {
      add(`<${clipValue(b.tag)}>`, contentText(a.content), contentText(b.content));
    }
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other);
    }
  };
  walk(raw, clean);
  return [...pairs.values()];
}
