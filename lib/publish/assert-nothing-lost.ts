import type { Bundle } from '../diff/bundle/bundle.ts';
import { releasedFiles, releasedPages } from '../diff/retired/released-pages.ts';

/**
 * Refuses a site that would lose a page or a file that was released: programs and feed readers keep addresses as
 * people do. The rules say it of each path; this holds whatever the pages make of them.
 * @param files every file of the site, from its root on
 * @throws with the address that would be lost and the last release that had it
 */
export function assertNothingLost(releases: readonly Bundle[], files: Iterable<string>): void {
  const there = new Set(files);
  const lost = (path: string, version: string): Error =>
    new Error(`/${path} was released in ${version}, and the site would not have it any more.`);
  for (const { page, version } of releasedPages(releases)) {
    if (!there.has(`${decodeURIComponent(page)}index.html`)) throw lost(page, version);
  }
  for (const { path, version } of releasedFiles(releases)) {
    if (!there.has(decodeURIComponent(path)) && !there.has(path)) throw lost(path, version);
  }
}
