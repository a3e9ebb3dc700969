import { definitionOf, splitPath } from '../../corpus/facts/split-path.ts';
import { changesPath } from '../../pages/page-path.ts';
import { markdownCode } from '../../prose/markdown-text.ts';
import { KIND_NAMES, KINDS } from '../../schema/kinds.ts';
import type { Confidence } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Change, ChangeKind } from '../changes/change.ts';
import { changeList } from '../changes/render-diff-markdown.ts';
import { summarizeChanges } from '../changes/summarize-changes.ts';

/** An entry with more lines names what is new, gone, confirmed or rated lower, and counts the rest. */
const MOST = 60;

/** How many ids or paths a line of such an entry names. */
const SHOWN = 20;

export interface ChangelogEntry {
  readonly version: string;
  readonly date: string;
  readonly changes: readonly Change[];
  /** The address of the site with a final slash, if it is known. */
  readonly site?: string | undefined;
}

const UNRELEASED = /^## Unreleased[ \t]*$/m;
const NEXT = /^## /m;

/**
 * Adds the entry of a release to a changelog: first the text under `## Unreleased`, which was written by hand, then a
 * summary of the changes. The new `## Unreleased` is empty; everything else stays byte for byte.
 */
export function withEntry(changelog: string, { version, date, changes, site = '/' }: ChangelogEntry): string {
  const text = changelog === '' ? '# Changelog\n' : changelog;
  const heading = UNRELEASED.exec(text);
  const first = NEXT.exec(text);
  const start = heading?.index ?? first?.index ?? text.length;
  const after = heading === null ? start : start + heading[0].length;
  const next = NEXT.exec(text.slice(after));
  const end = heading === null ? start : next === null ? text.length : after + next.index;
  const written = text.slice(after, end).trim();
  const sum = `${summarizeChanges(changes)}.`;
  const blocks = [
    '## Unreleased',
    `## ${version} (${date})`,
    ...(written === '' ? [] : [written]),
    '### The facts',
    sum.slice(0, 1).toUpperCase() + sum.slice(1),
    ...changeItems(changes, `${site}${changesPath(version)}`),
  ];
  const before = text.slice(0, start).trimEnd();
  const rest = text.slice(end);
  return `${before}\n\n${blocks.join('\n\n')}\n${rest === '' ? '' : `\n${rest}`}`;
}

function changeItems(changes: readonly Change[], whole: string): string[] {
  const list = changeList(changes, 4);
  if (list.join('\n').split('\n').length <= MOST) return list;
  return [
    ...definitionItems(changes, 'added', '#### New'),
    ...definitionItems(changes, 'removed', '#### Removed'),
    ...confidenceItems(changes, 'raised', 'confirmed', '#### Confirmed now'),
    ...confidenceItems(changes, 'lowered', undefined, '#### Rated lower'),
    ...codeItems(changes),
    `All of them: ${whole.startsWith('/') ? markdownCode(whole) : `<${whole}>`}`,
  ];
}

/** The definitions that are new or gone, by kind. */
function definitionItems(changes: readonly Change[], event: 'added' | 'removed', heading: string): string[] {
  const found = changes.flatMap((change) =>
    change.kind === 'definition' && change.event === event ? [change] : [],
  );
  const kinds = Map.groupBy(found, ({ definition }) => definition);
  const lines = KIND_NAMES.flatMap((kind) => {
    const own = kinds.get(kind)?.map(({ path }) => path) ?? [];
    return own.length === 0 ? [] : `- ${KINDS[kind].title} (${own.length}): ${named(own)}`;
  });
  return lines.length === 0 ? [] : [heading, lines.join('\n')];
}

/** The facts whose confidence changed, by definition. @param to only those that have this one now */
function confidenceItems(
  changes: readonly Change[],
  kind: 'raised' | 'lowered',
  to: Confidence | undefined,
  heading: string,
): string[] {
  const found = changes.flatMap((change) =>
    change.kind === kind && (to === undefined || change.to === to) ? [change.path] : [],
  );
  const lines = [...Map.groupBy(found, definitionOf)]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([owner, own]) =>
        `- ${markdownCode(owner)}: ${named(own.map((path) => splitPath(path)?.anchor ?? path))}`,
    );
  return lines.length === 0 ? [] : [`${heading} (${found.length})`, lines.join('\n')];
}

/** How many changes each definition has that code may depend on, but for new and removed definitions. */
function codeItems(changes: readonly Change[]): string[] {
  const whole = new Set(changes.flatMap((one) => (one.kind === 'definition' ? [one.path] : [])));
  const found = changes.filter(
    ({ kind, path }) => FOR_CODE.has(kind) && kind !== 'definition' && !whole.has(definitionOf(path)),
  );
  const lines = [...Map.groupBy(found, ({ path }) => definitionOf(path))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([owner, own]) => `- ${markdownCode(owner)}: ${summarizeChanges(own)}`);
  return lines.length === 0 ? [] : ['#### Changes that code may depend on', lines.join('\n')];
}

const FOR_CODE: ReadonlySet<ChangeKind> = new Set(['removed', 'moved', 'reshaped', 'added']);

/** The first of some paths as code, and how many there are besides. */
function named(paths: readonly string[]): string {
  const rest = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
  return `${paths.slice(0, SHOWN).map(markdownCode).join(', ')}${rest}`;
}
