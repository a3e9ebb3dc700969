import type { Bundle } from '../diff/bundle/bundle.ts';
import { releasedFiles, releasedPages } from '../diff/retired/released-pages.ts';

/**
 * Refuses a site that would lose a released page or file, since people, programs and feed readers keep their URLs. The
 * rules check the paths of the spec; this checks the files that were written.
 * @param files every file of the site, relative to its root
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
