import { withoutSlash } from '../../prose/without-slash.ts';
import { KINDS } from '../../schema/kinds.ts';
import type { Bundle } from '../bundle/bundle.ts';

/** A page that a release had. */
export interface ReleasedPage {
  /** From the base of the site on, such as stanzas/call-offer/. */
  readonly page: string;
  /** The last version that had it. */
  readonly version: string;
}

/**
 * Every page of a definition that was ever released, and those of the old versions themselves: what a site must
 * have for ever.
 */
export function releasedPages(releases: readonly Bundle[]): readonly ReleasedPage[] {
  const pages = new Map<string, string>();
  for (const { version, definitions } of releases) {
    pages.set(`changes/${version}/`, version);
    for (const { kind, id } of definitions) {
      const { at } = KINDS[kind];
      if (!('folder' in at)) continue;
      const page = `${at.folder}/${encodeURIComponent(id)}/`;
      pages.set(page, version);
      if (kind === 'stanza' || kind === 'enum') pages.set(`v/${version}/${page}`, version);
    }
  }
  return [...pages].map(([page, version]) => ({ page, version }));
}

/**
 * Every other file that was released with those pages: their twins, the frozen releases, and the feeds of stanzas.
 */
export function releasedFiles(releases: readonly Bundle[]): readonly { path: string; version: string }[] {
  const pages = releasedPages(releases).flatMap(({ page, version }) => {
    const name = withoutSlash(page);
    const feeds = page.startsWith('stanzas/') ? [`${page}feed.xml`, `${page}feed.json`] : [];
    return [`${name}.json`, `${name}.md`, ...feeds].map((path) => ({ path, version }));
  });
  return [...pages, ...releases.map(({ version }) => ({ path: `releases/${version}.json`, version }))];
}
