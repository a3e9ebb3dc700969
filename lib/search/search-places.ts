import { fragment } from '../pages/fragment.ts';
import type { SearchRow, SearchStart } from './search-start.ts';
import { searchWords } from './words/search-words.ts';

/** A fact of a shared node or an envelope at a place in a stanza, as a query finds it. */
export interface SearchPlace {
  /** The position of the fact. */
  readonly at: number;
  /** Its path at the place, such as `entry:node@attribute`, and its address there. */
  readonly path: string;
  readonly href: string;
}

/** More places that fit equally well are no answer. */
const MOST = 3;

/**
 * What finds the places of shared facts by path: whole, without the stanza, or the stanza and the name alone, in either
 * order. The shallowest come first.
 * @param rows the entries, if they are all in one file; a larger index knows no places
 * @param nameAt the name of an entry
 */
export function searchPlaces(
  { uses }: SearchStart,
  rows: readonly SearchRow[],
  nameAt: (at: number) => string,
): (query: string) => readonly SearchPlace[] {
  const all = placesOf(uses, rows, nameAt);
  return (query) => {
    const whole = searchWords(query).join('');
    if (whole === '') return [];
    const exact = all.filter(({ words }) => words === whole);
    if (exact.length > 0) return exact.slice(0, MOST);
    const short = all.filter(({ shorts }) => shorts.includes(whole));
    return short.toSorted((a, b) => a.depth - b.depth).slice(0, MOST);
  };
}

interface KnownPlace extends SearchPlace {
  readonly words: string;
  /** The other forms in which a query may have it. */
  readonly shorts: readonly string[];
  readonly depth: number;
}

function placesOf(
  uses: SearchStart['uses'],
  rows: readonly SearchRow[],
  nameAt: (at: number) => string,
): KnownPlace[] {
  const own = new Set(rows.map(([, path]) => path));
  return uses.flatMap(([stanza, inside]) => {
    const [, id = '', page = ''] = rows[stanza] ?? [];
    return inside.flatMap(([place, owner, ...lacking]) =>
      rows.flatMap(([, path], at): KnownPlace[] => {
        if (!path.startsWith(owner)) return [];
        const part = path.slice(path.indexOf(':') + 1);
        const anchor = place === '' || part.startsWith('@') ? `${place}${part}` : `${place}/${part}`;
        const there = `${id}:${anchor}`;
        if (own.has(there) || lacking.includes(part)) return [];
        const [stanzaWords, anchorWords, name] = [id, anchor, nameAt(at)].map((text) =>
          searchWords(text).join(''),
        );
        const shorts = [
          `${stanzaWords}${name}`,
          `${name}${stanzaWords}`,
          ...(anchorWords === name ? [] : [anchorWords ?? '']),
        ];
        const words = `${stanzaWords}${anchorWords}`;
        return [
          {
            at,
            path: there,
            href: `${page}${fragment(anchor)}`,
            words,
            shorts,
            depth: anchor.split('/').length,
          },
        ];
      }),
    );
  });
}
