import type { ClientPartJson } from '../../../lib/export/json/json-of-definition.ts';
import { fragment } from '../../../lib/pages/fragment.ts';

/** What two clients do with a part, in words; '' for one that is not known to have it. */
export interface ClientDifference {
  readonly path: string;
  readonly one: string;
  readonly other: string;
}

/** What two clients do not do the same with, those of the first in their order, then those of the second alone. */
export interface ClientDifferences {
  readonly deeds: readonly ClientDifference[];
  /** Parts that one of the two only names, which says little of what it does. */
  readonly named: readonly ClientDifference[];
}

/** Compares what two clients are known to do. */
export function clientDifferences(
  one: readonly ClientPartJson[],
  other: readonly ClientPartJson[],
): ClientDifferences {
  const words = (parts: readonly ClientPartJson[]): Map<string, string> =>
    new Map(parts.map(({ path, does }) => [path, does.length === 0 ? 'names' : does.join(' and ')]));
  const [ofOne, ofOther] = [words(one), words(other)];
  const rows = [...new Set([...ofOne.keys(), ...ofOther.keys()])]
    .map((path) => ({ path, one: ofOne.get(path) ?? '', other: ofOther.get(path) ?? '' }))
    .filter((row) => row.one !== row.other);
  const isNamed = (row: ClientDifference): boolean => row.one === 'names' || row.other === 'names';
  return { deeds: rows.filter((row) => !isNamed(row)), named: rows.filter(isNamed) };
}

/** The path of the definition that a part belongs to, such as `entry` or `node/shared`. */
export const ownerOfPart = (path: string): string => /^[^:=]*/.exec(path)?.[0] ?? '';

/** The address of a part below the base of the site: of a stanza, a shared node, or a value of an enum. */
export function addressOfPart(path: string): string {
  const [, owner = '', mark = '', anchor = ''] = /^([^:=]*)([:=])(.*)$/s.exec(path) ?? [];
  const [folder, id] = owner.startsWith('node/')
    ? ['nodes', owner.slice('node/'.length)]
    : [mark === '=' ? 'enums' : 'stanzas', owner];
  return `${folder}/${encodeURIComponent(id)}/${fragment(anchor)}`;
}
