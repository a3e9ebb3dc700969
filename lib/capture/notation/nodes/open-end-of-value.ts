import type { OpenEnd } from '../open-end.ts';
import type { ReadValue } from '../values/read-value.ts';
import type { Value } from '../values/value.ts';
import { entryOf, isNode, isNodeArray, unwrapped } from './is-node.ts';

/**
 * Where the text of a value ends inside a node, given that it ends before the value does: in the innermost node that is
 * open there. undefined if it ends in no node.
 */
export function openEndOfValue({
  value,
  openKey,
}: Pick<ReadValue, 'value' | 'openKey'>): OpenEnd | undefined {
  const open = openValues(value);
  const index = open.findLastIndex(isNode);
  const node = open[index];
  if (node === undefined) return undefined;
  const [inner] = open.slice(index + 1);
  const last = open.at(-1) ?? node;
  const isAttributes = inner !== undefined && inner === attributesOf(node);
  if (!isAttributes) {
    const cut = cutTag(last) ?? '';
    return cut === '' ? { tag: tagOf(node) } : { tag: cut, ended: { kind: 'tag' } };
  }
  if (openKey === undefined || openKey.name === '' || last !== inner) return { tag: tagOf(node) };
  const { name, isWhole } = openKey;
  return { tag: tagOf(node), ended: { kind: isWhole ? 'no-value' : 'attribute', name } };
}

/** The values that are not closed, from the outermost to the innermost one. */
function openValues(value: Value): Value[] {
  const open: Value[] = [];
  for (let at: Value | undefined = value; at !== undefined; at = lastIn(at)) {
    if (!('cut' in at && at.cut) || at.kind === 'string' || at.kind === 'bytes') break;
    open.push(at);
  }
  return open;
}

/** The last value in another one, if both end at the same place. */
function lastIn(value: Value): Value | undefined {
  const items = value.kind === 'object' ? value.entries.map((one) => one.value) : itemsOf(value);
  const last = items.at(-1);
  return last?.end === value.end ? last : undefined;
}

const itemsOf = (value: Value): readonly Value[] =>
  value.kind === 'array' || value.kind === 'call' ? value.items : [];

/** What the text has of a tag that it ends in. */
function cutTag(value: Value): string | undefined {
  const last = value.kind === 'object' ? value.entries.at(-1) : undefined;
  if (last === undefined || !/^[Tt]ag$/.test(last.key)) return undefined;
  return last.value.kind === 'string' && last.value.cut ? last.value.text : undefined;
}

function attributesOf(node: Value): Value | undefined {
  if (isNodeArray(node)) return node.items[1];
  return node.kind === 'object' ? (entryOf(node, 'attrs') ?? entryOf(node, 'Attrs')) : undefined;
}

function tagOf(node: Value): string {
  const tag = isNodeArray(node)
    ? node.items[0]
    : node.kind === 'object'
      ? (entryOf(node, 'tag') ?? entryOf(node, 'Tag'))
      : undefined;
  const text = tag === undefined ? undefined : unwrapped(tag);
  return text?.kind === 'string' ? text.text : '';
}
