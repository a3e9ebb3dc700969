import type { Bundle } from '../diff/bundle/bundle.ts';
import type { Change } from '../diff/changes/change.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';

/** What a release did to a stanza: the facts it began with, in the first release, or else the changes. */
export type StanzaRelease = { readonly note: ReleaseNote } & (
  | { readonly facts: number }
  | { readonly changes: readonly Change[] }
);

/**
 * The history of stanzas, under whatever ids they had.
 * @param notes the releases, newest first
 * @param first the first release
 * @returns gives the releases in which the stanza of an id appeared or changed, newest first
 */
export function stanzaHistories(
  notes: readonly ReleaseNote[],
  first: Bundle | undefined,
): (id: string) => StanzaRelease[] {
  const factsInFirst = countFacts(first);
  const releases = notes.map((note) => ({ note, ...changesByStanza(note.changes) }));
  return (id) => {
    // The stanza and its predecessors. An earlier id counts only in the releases before the move.
    const ids = new Set([id]);
    return releases.flatMap(({ note, byStanza, moves }): StanzaRelease[] => {
      for (const { from, to } of moves) if (ids.has(to)) ids.add(from);
      if (note.since === undefined) {
        const counts = [...ids].flatMap((one) => factsInFirst.get(one) ?? []);
        return counts.length === 0 ? [] : [{ note, facts: counts.reduce((a, b) => a + b, 0) }];
      }
      const changes = [...new Set([...ids].flatMap((one) => byStanza.get(one) ?? []))];
      return changes.length === 0 ? [] : [{ note, changes }];
    });
  };
}

/** The number of facts of each stanza of a release. */
function countFacts(bundle: Bundle | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, id } of bundle?.definitions ?? []) if (kind === 'stanza') counts.set(id, 0);
  for (const { path, kind } of bundle?.facts ?? []) {
    const owner = ownerOf(path);
    if (kind !== 'value') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

interface StanzaChanges {
  readonly byStanza: ReadonlyMap<string, readonly Change[]>;
  /** Stanzas that were moved as a whole. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** The changes of stanzas and of their facts, by the id of the stanza. A move belongs to both ids. */
function changesByStanza(changes: readonly Change[]): StanzaChanges {
  const byStanza = new Map<string, Change[]>();
  const moves: { from: string; to: string }[] = [];
  const add = (path: string, change: Change): void => {
    if (path.includes('=')) return;
    const owner = ownerOf(path);
    const list = byStanza.get(owner);
    if (list === undefined) byStanza.set(owner, [change]);
    else if (list.at(-1) !== change) list.push(change);
  };
  for (const change of changes) {
    if (change.kind === 'ledger') continue;
    if ((change.kind === 'definition' || change.kind === 'edited') && change.definition !== 'stanza')
      continue;
    add(change.path, change);
    if (change.kind !== 'moved') continue;
    add(change.to, change);
    if (!/[:=]/.test(change.path + change.to)) moves.push({ from: change.path, to: change.to });
  }
  return { byStanza, moves };
}

const ownerOf = (path: string): string => path.replace(/:.*$/s, '');
