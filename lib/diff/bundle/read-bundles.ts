import type { FilePort } from '../../corpus/ports/file-port.ts';
import { clip } from '../../text/clip.ts';
import { compareVersions } from '../../text/compare-versions.ts';
import type { Bundle } from './bundle.ts';
import { readBundle } from './read-bundle.ts';

export interface ReadBundles {
  /** The name of the spec folder in findings; may be ''. */
  readonly name: string;
  /** By version, oldest first. */
  readonly bundles: readonly Bundle[];
  /** For releases whose date is not known: the day on which they were frozen, from releases/frozen-on.json. */
  readonly frozenOn: ReadonlyMap<string, string>;
  /** Files that are not valid bundles, with the reason. */
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/** The name of the folder of frozen bundles inside a spec. */
export const RELEASES = 'releases';

/** The largest accepted file in bytes; a bundle of a hundred thousand facts is smaller. */
const MAX_BUNDLE = 256 * 1024 * 1024;

const BUNDLE = /^(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\.json$/;

/** The paths of the frozen bundles that are plain files, by version. */
export function releaseFiles(files: FilePort): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { name, type, size } of files.list(RELEASES) ?? []) {
    const version = BUNDLE.exec(name)?.[1];
    if (version !== undefined && type === 'file' && size <= MAX_BUNDLE) {
      paths.set(version, `${RELEASES}/${name}`);
    }
  }
  return paths;
}

/** Reads the frozen bundles of a spec: releases/<version>.json. */
export function readBundles(files: FilePort): ReadBundles {
  const bundles: Bundle[] = [];
  const broken: { file: string; reason: string }[] = [];
  for (const { name, type, size } of files.list(RELEASES) ?? []) {
    const version = BUNDLE.exec(name)?.[1];
    if (version === undefined) continue;
    const path = `${RELEASES}/${name}`;
    const file = files.name === '' ? path : `${files.name}/${path}`;
    if (type !== 'file' || size > MAX_BUNDLE) {
      broken.push({ file, reason: type === 'file' ? 'it is too large' : 'it is not a plain file' });
      continue;
    }
    const { bundle, reason } = readBundle(textOf(files, path));
    if (bundle === undefined) broken.push({ file, reason });
    else if (bundle.version !== version)
      broken.push({ file, reason: `it contains version ${bundle.version}` });
    else bundles.push(bundle);
  }
  bundles.sort((a, b) => compareVersions(a.version, b.version));
  return { name: files.name, bundles, frozenOn: readFrozenOn(files, broken), broken };
}

/** The dates of releases whose frozen bundle lacks one and may not be changed. */
const FROZEN_ON = 'frozen-on.json';

function readFrozenOn(
  files: FilePort,
  broken: { file: string; reason: string }[],
): ReadonlyMap<string, string> {
  if (!(files.list(RELEASES) ?? []).some(({ name }) => name === FROZEN_ON)) return new Map();
  const path = `${RELEASES}/${FROZEN_ON}`;
  const wrong = (reason: string): ReadonlyMap<string, string> => {
    broken.push({ file: files.name === '' ? path : `${files.name}/${path}`, reason });
    return new Map();
  };
  let data: unknown;
  try {
    data = JSON.parse(textOf(files, path));
  } catch (error) {
    return wrong(clip(error instanceof Error ? error.message : String(error)));
  }
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  if (entries.every((one): one is [string, string] => /^\d{4}-\d\d-\d\d$/.test(String(one[1])))) {
    return new Map(entries);
  }
  return wrong('a date must look like 2026-01-31');
}

function textOf(files: FilePort, path: string): string {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch {
    // An empty text is not JSON, which is then the reported reason.
    return '';
  }
}
