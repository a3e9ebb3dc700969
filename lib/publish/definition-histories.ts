import { splitPath } from '../corpus/facts/split-path.ts';
import type { Bundle } from '../diff/bundle/bundle.ts';
import { definitionPath } from '../diff/bundle/definition-path.ts';
import type { Change } from '../diff/changes/change.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import { isFactOwner, type PageKind } from '../schema/kinds.ts';

/** What a release did to a definition: the facts it began with, in the first release, or else the changes. */
export type DefinitionRelease = { readonly note: ReleaseNote } & (
  | { readonly facts: number }
  | { readonly changes: readonly Change[] }
);

/**
 * The history of the definitions of a kind, under whatever ids they had.
 * @param notes the releases, newest first
 * @param first the first release
 * @returns gives the releases in which the definition of an id appeared or changed, newest first
 */
export function definitionHistories(
  kind: PageKind,
  notes: readonly ReleaseNote[],
  first: Bundle | undefined,
): (id: string) => DefinitionRelease[] {
  const factsInFirst = countFacts(kind, first);
  const releases = notes.map((note) => ({ note, ...changesByOwner(kind, note.changes) }));
  return (id) => {
    // The definition and its predecessors. An earlier id counts only in the releases before the move.
    const ids = new Set([id]);
    return releases.flatMap(({ note, byOwner, moves }): DefinitionRelease[] => {
      for (const { from, to } of moves) if (ids.has(to)) ids.add(from);
      if (note.since === undefined) {
        const counts = [...ids].flatMap((one) => factsInFirst.get(one) ?? []);
        return counts.length === 0 ? [] : [{ note, facts: counts.reduce((a, b) => a + b, 0) }];
      }
      const changes = [...new Set([...ids].flatMap((one) => byOwner.get(one) ?? []))];
      return changes.length === 0 ? [] : [{ note, changes }];
    });
  };
}

/** The number of facts of each definition of a kind in a release. */
function countFacts(kind: PageKind, bundle: Bundle | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of bundle?.definitions ?? []) if (one.kind === kind) counts.set(one.id, 0);
  for (const { path } of bundle?.facts ?? []) {
    const owner = ownerIn(kind, path);
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

/** The id of the definition of a kind that a path belongs to; undefined if that is of another kind. */
function ownerIn(kind: PageKind, path: string): string | undefined {
  const part = splitPath(path);
  if (part !== undefined) return part.ownerKind === kind ? part.owner : undefined;
  // Shared nodes have paths that begin with their kind, flows and parts those of their pages, all others their ids.
  const before = isFactOwner(kind) ? (definitionPath(kind, '') ?? '') : '';
  if (before === '') return path.includes('/') ? undefined : path;
  return path.startsWith(before) ? path.slice(before.length) : undefined;
}

interface OwnChanges {
  readonly byOwner: ReadonlyMap<string, readonly Change[]>;
  /** Definitions that were moved as a whole. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** The changes of the definitions of a kind and of their facts, by id. A move belongs to both ids. */
function changesByOwner(kind: PageKind, changes: readonly Change[]): OwnChanges {
  const byOwner = new Map<string, Change[]>();
  const moves: { from: string; to: string }[] = [];
  const add = (path: string, change: Change): void => {
    const owner = ownerIn(kind, path);
    if (owner === undefined) return;
    const list = byOwner.get(owner);
    if (list === undefined) byOwner.set(owner, [change]);
    else if (list.at(-1) !== change) list.push(change);
  };
  for (const change of changes) {
    if (change.kind === 'ledger') continue;
    if ((change.kind === 'definition' || change.kind === 'edited') && change.definition !== kind) continue;
    add(change.path, change);
    if (change.kind !== 'moved') continue;
    add(change.to, change);
    const [from, to] = [change.path, change.to].map((path) =>
      splitPath(path) === undefined ? ownerIn(kind, path) : undefined,
    );
    if (from !== undefined && to !== undefined) moves.push({ from, to });
  }
  return { byOwner, moves };
}
