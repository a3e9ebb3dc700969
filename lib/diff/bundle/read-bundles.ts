import type { FilePort } from '../../corpus/ports/file-port.ts';
import { clip } from '../../text/clip.ts';
import { compareVersions } from '../../text/compare-versions.ts';
import type { Bundle } from './bundle.ts';
import { readBundle } from './read-bundle.ts';

export interface ReadBundles {
  /** How the folder of the spec is called in findings; '' for none. */
  readonly name: string;
  /** By version, the oldest first. */
  readonly bundles: readonly Bundle[];
  /** The day on which a release was frozen whose own day is not known, by version: releases/frozen-on.json. */
  readonly frozenOn: ReadonlyMap<string, string>;
  /** Files that are no bundles, with the reason. */
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/** The name of the folder of frozen bundles inside a spec. */
export const RELEASES = 'releases';

/** Bytes of a bundle; one of a hundred thousand facts has less. */
const MAX_BUNDLE = 256 * 1024 * 1024;

const BUNDLE = /^(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\.json$/;

/** The frozen bundles that are plain files, by version: where each stands in the spec. */
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

/** Reads the frozen bundles of a spec: releases/<version>.json. A spec without any has none. */
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
    else if (bundle.version !== version) broken.push({ file, reason: `it holds version ${bundle.version}` });
    else bundles.push(bundle);
  }
  bundles.sort((a, b) => compareVersions(a.version, b.version));
  return { name: files.name, bundles, frozenOn: readFrozenOn(files, broken), broken };
}

/** Days of releases whose own bundle has none and can have none any more. */
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
  return wrong('a day is as 2026-01-31');
}

function textOf(files: FilePort, path: string): string {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch {
    // Then it is no JSON, which is said of it.
    return '';
  }
}
