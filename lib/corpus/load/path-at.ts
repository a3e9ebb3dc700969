import type { Kind } from '../../schema/kinds.ts';
import type { Pointer } from '../../source/mark.ts';
import { fieldAnchor, partPath } from '../parts/part-path.ts';
import { stringAt } from './string-at.ts';

/**
 * The fact path of a position in a definition, also in one that breaks its schema: as far as tags and names can be
 * read; the id of the definition outside of any fact.
 * @example pathAt('stanza', 'call-offer', data, ['children', 0, 'attributes', 1, 'type']) // call-offer:offer@ip
 */
export function pathAt(kind: Kind, id: string, data: unknown, pointer: Pointer): string {
  if (kind === 'enum') {
    const value = stringAt(data, ['values', pointer[1] ?? 0, 'value']);
    return pointer[0] === 'values' && pointer.length > 1 && value !== undefined ? `${id}=${value}` : id;
  }
  if (kind === 'part') return pathInPart(id, data, pointer);
  if (kind !== 'stanza' && kind !== 'node') return id;
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

function pathInPart(id: string, data: unknown, [list, i, inner, j]: Pointer): string {
  if (i === undefined || (list !== 'requirements' && list !== 'layout' && list !== 'procedure')) return id;
  const name = stringAt(data, [list, i, 'id']);
  if (name === undefined) return id;
  const field =
    inner === 'fields' && j !== undefined ? stringAt(data, [list, i, inner, j, 'name']) : undefined;
  return partPath(id, field === undefined ? name : fieldAnchor(name, field));
}
