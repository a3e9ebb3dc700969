import type { FilePort } from '../corpus/ports/file-port.ts';
import { RELEASES, releaseFiles } from '../diff/bundle/read-bundles.ts';
import { finding } from '../findings/finding.ts';
import { bytesWithLf } from '../source/with-lf.ts';
import { compareVersions } from '../text/compare-versions.ts';
import type { Rule } from './parts/rule.ts';

/** The file with the digests of the releases, in their folder. */
export const DIGESTS = 'digests.json';

/**
 * Every frozen release is unchanged: the files in releases/ have the digests in releases/digests.json, whatever their
 * line endings.
 * @param digestOf the SHA-256 of the bytes of a file, as hex
 */
export function frozenReleasesIntact(files: FilePort, digestOf: (bytes: Uint8Array) => string): Rule {
  return {
    name: 'frozen-releases-intact',
    codes: ['release/missing', 'release/changed', 'release/unlisted', 'release/digests'],
    check(_corpus, report) {
      const there = releaseFiles(files);
      const at = (name: string) => ({
        file: [...(files.name === '' ? [] : [files.name]), RELEASES, name].join('/'),
        line: 1,
        column: 1,
      });
      const isListed = (files.list(RELEASES) ?? []).some(({ name }) => name === DIGESTS);
      const digests = isListed ? readDigests(files) : new Map<string, string>();
      if (typeof digests === 'string') {
        report(finding('release/digests', { reason: digests }, at(DIGESTS)));
        return;
      }
      for (const [version, digest] of digests) {
        const path = there.get(version);
        if (path === undefined) {
          report(finding('release/missing', { version }, at(DIGESTS), version));
        } else if (digestOf(bytesWithLf(files.read(path))) !== digest) {
          report(finding('release/changed', { version }, at(`${version}.json`), version));
        }
      }
      for (const version of there.keys()) {
        if (digests.has(version)) continue;
        report(finding('release/unlisted', { version }, at(`${version}.json`), version));
      }
    },
  };
}

/** The digests by version, the oldest first; or the reason why they cannot be read. */
function readDigests(files: FilePort): ReadonlyMap<string, string> | string {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(files.read(`${RELEASES}/${DIGESTS}`)));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'it is not an object';
  const entries = Object.entries(data);
  const wrong = entries.find(([, digest]) => typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest));
  if (wrong !== undefined) return `the digest of ${wrong[0]} is not a SHA-256`;
  return new Map(entries.sort(([a], [b]) => compareVersions(a, b)));
}
