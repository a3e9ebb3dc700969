import type { Bundle } from '../diff/bundle/bundle.ts';
import { releasedFiles, releasedPages } from '../diff/retired/released-pages.ts';

/**
 * Refuses a site that lacks a page or a file of a release: programs and feed readers keep addresses, as people do. The
 * rules check the same for paths; this checks the files that were really written.
 * @param files every file of the site, relative to its root
 * @throws names the first lost address and the last release that had it
 */
export function assertNothingLost(releases: readonly Bundle[], files: Iterable<string>): void {
  const there = new Set(files);
  const lost = (path: string, version: string): Error =>
    new Error(`/${path} was released in ${version}, but the site would no longer have it.`);
  for (const { page, version } of releasedPages(releases)) {
    if (!there.has(`${decodeURIComponent(page)}index.html`)) throw lost(page, version);
  }
  for (const { path, version } of releasedFiles(releases)) {
    if (!there.has(decodeURIComponent(path)) && !there.has(path)) throw lost(path, version);
  }
}
