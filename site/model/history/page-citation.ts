import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import { splitPath } from '../../../lib/corpus/facts/split-path.ts';
import { definitionPath } from '../../../lib/diff/bundle/definition-path.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { ChangeKind } from '../../../lib/diff/changes/change.ts';
import { readable } from '../../../lib/pages/fragment.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { NEXT, publishedHistories } from '../../../lib/publish/published-histories.ts';
import { type FactOwner, isFactOwner, KINDS } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';
import { pageVersions } from './page-versions.ts';

/** What a script needs to cite a fact of a page, besides the row of the fact. */
export interface PageCitation {
  /** The name of the spec in a citation, such as `stanza-catalog`. */
  readonly spec: string;
  /** The path of a fact without its anchor, such as `call-offer:`. */
  readonly prefix: string;
  /** The newest release that has the definition; undefined if none does. */
  readonly version: string | undefined;
  /** The page as it was then. */
  readonly pinned: string | undefined;
  /** The anchors of the facts that are new or different since, as fragments without `#`, with spaces between them. */
  readonly changed: string | undefined;
  /** Where the page says what each release did to it. */
  readonly history: string | undefined;
}

/** How facts of a page are cited; undefined for a page without facts of its own. */
export function pageCitation(published: Published, links: Links, path: string): PageCitation | undefined {
  const at = definitionAt(path);
  const id = decodeURIComponent(at?.id ?? '');
  if (at === undefined || !isFactOwner(at.kind) || path !== pagePath(at.kind, id)) return undefined;
  const { corpus } = published;
  if (!corpus.definitions[at.kind].has(id)) return undefined;
  const releases = publishedHistories(published).of(at.kind, id);
  const isReleased = releases.some(({ note }) => note.version !== NEXT);
  const frozen = pageVersions(published, links, path).find(({ isHere }) => !isHere);
  const sign = KINDS[at.kind].facts ?? ':';
  const owner = sign === '#' ? `${at.kind}/${id}` : (definitionPath(at.kind, id) ?? id);
  return {
    spec: specName(published),
    prefix: `${owner}${sign}`,
    version: isReleased ? published.releases.at(-1)?.version : undefined,
    pinned: frozen?.href,
    changed: changedOn(published, at.kind, id).join(' ') || undefined,
    history: releases.length === 0 ? undefined : '#~releases',
  };
}

/** The changes after which a page of a release says something else of a fact. */
const DIFFERENT: ReadonlySet<ChangeKind> = new Set(['added', 'moved', 'reshaped', 'raised', 'lowered']);

/** The fragments of what a page shows and no release has as it is: facts of its own, and those of what it uses. */
function changedOn(published: Published, kind: FactOwner, id: string): string[] {
  const own = unreleased(published, kind, id);
  const isNew = (node: string): boolean =>
    [...own].some(
      ([anchor, change]) =>
        (change === 'added' || change === 'moved') && (node === anchor || node.startsWith(`${anchor}/`)),
    );
  const shared = rowsOf(published.corpus, kind, id).filter(({ owner, ownerKind, path, node }) => {
    if (owner === id && ownerKind === kind) return false;
    return isNew(node) || unreleased(published, ownerKind, owner).has(splitPath(path)?.anchor ?? '');
  });
  return [...new Set([...own.keys(), ...shared.map(({ anchor }) => anchor)])].map(readable);
}

/** The anchors of the facts of a definition that are new or different since the newest release. */
function unreleased(published: Published, kind: FactOwner, id: string): ReadonlyMap<string, ChangeKind> {
  const next = publishedHistories(published)
    .of(kind, id)
    .find(({ note }) => note.version === NEXT);
  const changes = next !== undefined && 'changes' in next ? next.changes : [];
  return new Map(
    changes.flatMap((change) => {
      if (!DIFFERENT.has(change.kind)) return [];
      const anchor = splitPath(change.kind === 'moved' ? change.to : change.path)?.anchor;
      return anchor === undefined ? [] : [[anchor, change.kind] as const];
    }),
  );
}

/** The name of the repository, or else the title in lower case. */
function specName({ corpus: { spec } }: Published): string {
  const [, name] = /\/([^/]+?)(?:\.git)?\/?$/.exec(spec.repository ?? '') ?? [];
  return name ?? spec.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
