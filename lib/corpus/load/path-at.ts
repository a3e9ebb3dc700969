import type { FactListEntry } from '../../schema/kind-entry.ts';
import { isPageKind, KINDS, type Kind } from '../../schema/kinds.ts';
import type { Pointer } from '../../source/mark.ts';
import { fieldAnchor } from '../parts/part-path.ts';
import { stringAt } from './string-at.ts';

/**
 * The fact path of a position in a definition, also in one that breaks its schema: as far as tags and names can be
 * read; the id of the definition outside of any fact.
 * @example pathAt('stanza', 'call-offer', data, ['children', 0, 'attributes', 1, 'type']) // call-offer:offer@ip
 */
export function pathAt(kind: Kind, id: string, data: unknown, pointer: Pointer): string {
  const { facts, lists } = isPageKind(kind) ? KINDS[kind] : {};
  if (facts === undefined) return id;
  if (lists !== undefined) {
    const anchor = anchorInLists(lists, data, pointer);
    return anchor === undefined ? id : `${facts === '#' ? `${kind}/` : ''}${id}${facts}${anchor}`;
  }
  const owner = kind === 'node' ? `node/${id}` : id;
  const tags: string[] = [];
  let fact = '';
  for (let i = 0; i < pointer.length; i++) {
    const [key, index] = [pointer[i], pointer[i + 1]];
    if (key === 'children' && typeof index === 'number') {
      const tag = stringAt(data, [...pointer.slice(0, i + 2), 'tag']);
      if (tag === undefined) break;
      tags.push(tag);
      fact = tags.join('/');
      i++;
    } else if (key === 'attributes' && typeof index === 'number') {
      const name = stringAt(data, [...pointer.slice(0, i + 2), 'name']);
      if (name !== undefined) fact = `${tags.join('/')}@${name}`;
      break;
    } else if (key === 'content') {
      fact = [...tags, 'text()'].join('/');
      break;
    } else if (key === 'one_of' && typeof index === 'number') {
      const name = stringAt(data, [...pointer.slice(0, i + 2), 'id']);
      if (name !== undefined) fact = [...tags, `one_of(${name})`].join('/');
      break;
    } else break;
  }
  return fact === '' ? owner : `${owner}:${fact}`;
}

function anchorInLists(
  lists: Readonly<Record<string, FactListEntry>>,
  data: unknown,
  [list = '', i, inner, j]: Pointer,
): string | undefined {
  const entry = Object.hasOwn(lists, list) ? lists[list] : undefined;
  const name = entry === undefined || i === undefined ? undefined : stringAt(data, [list, i, entry.name]);
  const { inside } = entry ?? {};
  if (name === undefined || i === undefined || inside === undefined || inner !== inside.list) return name;
  const field = j === undefined ? undefined : stringAt(data, [list, i, inner, j, inside.name]);
  return field === undefined ? name : fieldAnchor(name, field);
}
