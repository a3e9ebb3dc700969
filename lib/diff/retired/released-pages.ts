import { feedFiles, twinFiles } from '../../pages/definition-files.ts';
import { changesPath, pagePath, releasedPagePath } from '../../pages/page-path.ts';
import { isPageKind, isReleasedKind, KINDS, type PageKind } from '../../schema/kinds.ts';
import type { Bundle } from '../bundle/bundle.ts';

/** A page that a release had. */
export interface ReleasedPage {
  /** The path below the base of the site, such as stanzas/call-offer/. */
  readonly page: string;
  /** The last version that had it. */
  readonly version: string;
  /** The kind of the definition that it is the page of. */
  readonly kind?: PageKind;
}

/** Every page of a definition that was ever released, and the pages of the releases: a site must keep all of them. */
export function releasedPages(releases: readonly Bundle[]): readonly ReleasedPage[] {
  const pages = new Map<string, Omit<ReleasedPage, 'page'>>();
  for (const { version, definitions } of releases) {
    pages.set(changesPath(version), { version });
    for (const { kind, id } of definitions) {
      if (!isPageKind(kind)) continue;
      pages.set(pagePath(kind, id), { version, kind });
      if (isReleasedKind(kind)) pages.set(releasedPagePath(version, kind, id), { version });
    }
  }
  return [...pages].map(([page, rest]) => ({ page, ...rest }));
}

/** Every other file that was released with those pages: their twins and feeds, and the frozen releases. */
export function releasedFiles(releases: readonly Bundle[]): readonly { path: string; version: string }[] {
  const pages = releasedPages(releases).flatMap(({ page, version, kind }) => {
    const feeds = kind !== undefined && KINDS[kind].feed === true ? Object.values(feedFiles(page)) : [];
    return [...Object.values(twinFiles(page)), ...feeds].map((path) => ({ path, version }));
  });
  return [...pages, ...releases.map(({ version }) => ({ path: `releases/${version}.json`, version }))];
}
