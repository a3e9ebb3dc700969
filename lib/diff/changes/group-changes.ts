import { splitPath } from '../../corpus/facts/split-path.ts';
import { isFactOwner, isPageKind, KINDS, type Kind } from '../../schema/kinds.ts';
import { counted } from '../../text/counted.ts';
import type { Change } from './change.ts';
import { changeSection, SECTIONS, type Section } from './change-section.ts';
import { describeChange, type Words } from './describe-change.ts';

/** Equal changes of one or more paths. */
export interface ChangeGroup {
  readonly words: Words;
  readonly paths: readonly string[];
}

export interface ChangeSection {
  readonly title: Section;
  /** The number of paths in all groups. */
  readonly count: number;
  readonly groups: readonly ChangeGroup[];
}

/**
 * Groups changes by heading, and equal ones into one line, so that an edit of many facts stays short. The facts of a
 * new or removed definition are only counted. Other new and removed facts are grouped by definition.
 */
export function groupChanges(changes: readonly Change[]): ChangeSection[] {
  const inside = factsOfDefinitions(changes);
  const sections = new Map<Section, Map<string, { words: Words; paths: string[] }>>();
  for (const change of changes) {
    if (inside.has(keyOf(change)) && change.kind !== 'definition') continue;
    const section = changeSection(change);
    const facts = change.kind === 'definition' ? (inside.get(keyOf(change)) ?? 0) : 0;
    const count =
      facts === 0
        ? []
        : [`, ${counted(facts, change.kind === 'definition' ? nounOf(change.definition) : 'fact')}`];
    const words = [...describeChange(change), ...count];
    const key = JSON.stringify([keyOf(change), words]);
    const groups = sections.get(section) ?? new Map<string, { words: Words; paths: string[] }>();
    sections.set(section, groups);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { words, paths: [change.path] });
    else group.paths.push(change.path);
  }
  return SECTIONS.flatMap((title) => {
    const groups = [...(sections.get(title)?.values() ?? [])];
    const count = groups.reduce((sum, { paths }) => sum + paths.length, 0);
    return groups.length === 0 ? [] : [{ title, count, groups }];
  });
}

const nounOf = (kind: Kind): string => (isPageKind(kind) ? KINDS[kind].factNoun : undefined) ?? 'fact';

/** Changes with different scopes never share a line: added and removed facts stay with their definition. */
function keyOf(change: Change): string {
  if (change.kind === 'definition') return `${change.event} ${change.definition} ${change.path}`;
  if (change.kind !== 'added' && change.kind !== 'removed') return '';
  return `${change.kind} ${splitPath(change.path)?.ownerKind} ${change.owner}`;
}

/** The number of facts of each added or removed stanza, shared node, enum and flow. */
function factsOfDefinitions(changes: readonly Change[]): ReadonlyMap<string, number> {
  const facts = new Map<string, number>();
  for (const change of changes) {
    if (change.kind !== 'definition') continue;
    if (isFactOwner(change.definition)) facts.set(keyOf(change), 0);
  }
  for (const change of changes) {
    if (change.kind !== 'added' && change.kind !== 'removed') continue;
    const n = facts.get(keyOf(change));
    if (n !== undefined) facts.set(keyOf(change), n + 1);
  }
  return facts;
}
