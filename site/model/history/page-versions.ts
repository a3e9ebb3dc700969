import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { definitionAt, pagePath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import { isPageKind, isReleasedKind, type PageKind, type ReleasedKind } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';
import { releasesOf } from '../links/releases-of.ts';

/** A version of a page: the current one, or one that was frozen. */
export interface PageVersion {
  readonly text: string;
  readonly href: string;
  readonly isHere: boolean;
}

/** The ids that each release has of each kind with frozen pages, such as `0.3.0 stanza call-offer`. */
const frozenPages: (published: Published) => ReadonlySet<string> = memoizeBy(
  ({ releases }) =>
    new Set(
      releases.flatMap(({ version, definitions }) =>
        definitions.map(({ kind, id }) => keyOf(version, kind, id)),
      ),
    ),
);

const keyOf = (version: string, kind: string, id: string): string => `${version} ${kind} ${id}`;

/** Whether a release has a frozen page of a definition. */
export const hasFrozenPage = (published: Published, version: string, kind: PageKind, id: string): boolean =>
  isReleasedKind(kind) && frozenPages(published).has(keyOf(version, kind, id));

/**
 * The versions of a page of a definition, the current one first, then the releases, newest first; none for a page that
 * has no frozen versions. A version under a former id is among them.
 * @param path the path of the page without the base; of the current page, or of a frozen one
 */
export function pageVersions(published: Published, links: Links, path: string): readonly PageVersion[] {
  const frozen = /^v\/([^/]+)\/(.*)$/s.exec(path);
  const [own, here] = [frozen?.[2] ?? path, frozen?.[1]];
  const at = definitionAt(own);
  const id = decodeURIComponent(at?.id ?? '');
  if (at === undefined || !isPageKind(at.kind) || !isReleasedKind(at.kind)) return [];
  if (own !== pagePath(at.kind, id)) return [];
  const current = currentIdOf(published, at.kind, id);
  const formerIds = current === undefined ? [] : formerIdsOf(published, at.kind, current);
  const ids = [...new Set([id, ...(current === undefined ? [] : [current]), ...formerIds])];
  const versions = releasesOf(published).notes.flatMap(({ version }): PageVersion[] => {
    const its = ids.find((one) => hasFrozenPage(published, version, at.kind, one));
    if (its === undefined || !isReleasedKind(at.kind)) return [];
    const href = links.page(releasedPagePath(version, at.kind, its));
    return [{ text: version, href, isHere: version === here }];
  });
  const now = current === undefined ? undefined : links.definition(at.kind, current);
  return versions.length === 0
    ? []
    : [
        ...(now === undefined ? [] : [{ text: 'current', href: now, isHere: here === undefined }]),
        ...versions,
      ];
}

/** The id that a definition has now; undefined if it was withdrawn, or is of another kind. */
function currentIdOf(published: Published, kind: ReleasedKind, id: string): string | undefined {
  const { definitions } = published.corpus;
  if (definitions[kind].has(id)) return id;
  const now = releasesOf(published).former.get(pagePath(kind, id))?.now;
  const goal = now?.kind === 'moved' ? idIn(now.path) : undefined;
  return goal !== undefined && definitions[kind].has(goal) ? goal : undefined;
}

function formerIdsOf(published: Published, kind: ReleasedKind, id: string): string[] {
  const data = published.corpus.definitions[kind].get(id)?.data;
  return data !== undefined && 'moved_from' in data ? (data.moved_from ?? []).map(idIn) : [];
}

/** The id in the path of a definition, which for some kinds has a word before it, such as `parts/call-key`. */
const idIn = (path: string): string => path.replace(/^[^/]*\//, '');
