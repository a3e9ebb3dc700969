import { rowsOf } from '../corpus/facts/rows-of.ts';
import { splitPath } from '../corpus/facts/split-path.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { SearchEntry } from './search-entry.ts';
import type { SearchStart } from './search-start.ts';

/** Where the stanzas of a corpus use shared nodes and envelopes, by the positions of their entries. */
export function searchUses(corpus: Corpus, entries: readonly SearchEntry[]): SearchStart['uses'] {
  return entries.flatMap(({ kind, path: id }, at): SearchStart['uses'] => {
    if (kind !== 'stanza') return [];
    const places = placesIn(corpus, id);
    return places.length === 0 ? [] : [[at, places]];
  });
}

type Place = SearchStart['uses'][number][1][number];

function placesIn(corpus: Corpus, id: string): Place[] {
  const places = new Map<string, { anchor: string; owner: string; parts: Set<string> }>();
  for (const { path, anchor, owner, ownerKind } of rowsOf(corpus, 'stanza', id)) {
    const part = splitPath(path)?.anchor;
    if (part === undefined || (ownerKind === 'stanza' && owner === id)) continue;
    // Of an envelope only the attributes of its outermost node are used.
    const prefix = path.slice(0, -part.length) + (ownerKind === 'stanza' && part.startsWith('@') ? '@' : '');
    const place = anchor.slice(0, -part.length).replace(/\/$/, '');
    const key = `${place}\n${prefix}`;
    const known = places.get(key) ?? { anchor: place, owner: prefix, parts: new Set() };
    known.parts.add(part);
    places.set(key, known);
  }
  const own = new Set((corpus.factsOf.stanza.get(id) ?? []).map(({ anchor }) => anchor));
  return [...places.values()].map(({ anchor, owner, parts }): Place => {
    const lacking = factsOf(corpus, owner).filter(
      (part) => !parts.has(part) && !own.has(below(anchor, part)),
    );
    return [anchor, owner, ...lacking];
  });
}

const below = (anchor: string, part: string): string =>
  anchor === '' || part.startsWith('@') ? `${anchor}${part}` : `${anchor}/${part}`;

/** The anchors of the facts of a shared node or a stanza, by the prefix of their paths. */
function factsOf({ factsOf: { stanza, node } }: Corpus, prefix: string): string[] {
  const at = splitPath(prefix);
  const facts = at?.ownerKind === 'node' ? node.get(at.owner) : stanza.get(at?.owner ?? '');
  return (facts ?? []).flatMap(({ path, anchor }) => (path.startsWith(prefix) ? [anchor] : []));
}
