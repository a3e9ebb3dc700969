import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../lib/node/cache/cache-folder.ts';
import { cacheJson, readCachedJson } from '../../../lib/node/cache/cache-json.ts';
import { codeDigest, isSameCode, SITE_CODE } from '../../../lib/node/cache/code-digest.ts';
import { answersAs, type ReadTrace } from '../../../lib/node/cache/read-trace.ts';
import { shortDigest } from '../../../lib/node/cache/short-digest.ts';
import { type LastCommit, lastCommit } from '../../../lib/node/git/last-commit.ts';
import type { Io } from '../../../lib/node/process/io.ts';
import type { SpecFolder } from '../../../lib/node/spec/spec-folder.ts';
import type { FolderValidation } from '../../../lib/node/spec/validate-folder.ts';
import type { Finish } from '../output/finish-site.ts';
import type { BuildInputs } from './unchanged-definitions.ts';

/** The inputs and the outputs of a build, to tell whether the next one would be equal. */
export interface BuildManifest extends Pick<FolderValidation, 'findings' | 'counts'> {
  /** Everything that was read from the files of the spec. */
  readonly trace: ReadTrace;
  readonly made: BuildInputs;
  /** A digest of the names, sizes and times of the files of the site. */
  readonly output: string;
  readonly pages: number;
  /** The texts of the files with findings. */
  readonly texts: readonly (readonly [string, string])[];
}

/** What to build, and where to. */
export interface BuildTarget {
  readonly folder: SpecFolder;
  readonly out: string;
  readonly finish: Finish;
  /** The base path that the command sets, which overrides the spec and the environment. */
  readonly base: string | undefined;
}

/** The state of the output folder before a build. */
export interface BuildState {
  /** A digest of the inputs besides the spec, at the start of the build. */
  readonly key: string;
  /** The last commit at the start. */
  readonly commit: string | undefined;
  /** Why there is no commit. */
  readonly noCommit: string | undefined;
  /** The inode of the output folder; undefined if it does not exist. */
  readonly folder: number | undefined;
  /**
   * The manifest of the last build, if that had the same code, commit and address, and the output folder is unchanged
   * since.
   */
  readonly last: BuildManifest | undefined;
}

/** Reads the manifest of the last build into a folder. */
export async function buildState(target: BuildTarget, io: Io): Promise<BuildState> {
  const { reason, ...known } = await lastCommit(target.folder.root);
  const [key, folder] = [keyOf(target, io, known), inodeOf(target.out)];
  const manifest = readCachedJson<BuildManifest>(pathOf(target, io), key);
  const last = manifest?.output === outputDigest(target.out) ? manifest : undefined;
  return { key, commit: known.commit, noCommit: reason, folder, last };
}

/** Whether another build would have the same output. */
export const isSameBuild = ({ trace }: BuildManifest, { folder }: BuildTarget): boolean =>
  answersAs(folder.files, trace);

/**
 * Writes the manifest of a finished build, unless another build replaced the folder meanwhile, or the code changed.
 * @param folder the inode of the published folder
 */
export function keepBuild(
  target: BuildTarget,
  io: Io,
  { key, folder }: Pick<BuildState, 'key' | 'folder'>,
  built: Omit<BuildManifest, 'output' | 'texts'> & Pick<FolderValidation, 'texts'>,
): void {
  const output = outputDigest(target.out);
  if (output === undefined || inodeOf(target.out) !== folder || !isSameCode(SITE_CODE)) return;
  const named = new Set(built.findings.map(({ file }) => file));
  const texts = [...built.texts].filter(([file]) => named.has(file));
  cacheJson(pathOf(target, io), key, { ...built, output, texts } satisfies BuildManifest);
}

/** The inode of a folder, which changes when another folder replaces it. */
export const inodeOf = (folder: string): number | undefined =>
  statSync(folder, { throwIfNoEntry: false })?.ino;

const pathOf = ({ out }: BuildTarget, io: Io): string =>
  join(cacheFolder(io), `build-${shortDigest(out).slice(0, 16)}.json`);

function keyOf(
  { folder, finish, base }: BuildTarget,
  io: Io,
  last: Pick<LastCommit, 'commit' | 'date'>,
): string {
  const { SITE_URL, BASE_PATH } = io.env;
  return shortDigest(
    codeDigest(SITE_CODE),
    JSON.stringify({ finish, base: base ?? null, SITE_URL, BASE_PATH, last, root: folder.root }),
  );
}

function outputDigest(out: string): string | undefined {
  try {
    const lines = readdirSync(out, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory()) return path;
      const { size, mtimeMs, ctimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs} ${ctimeMs}`;
    });
    return shortDigest(lines.sort().join('\n'));
  } catch {
    return undefined;
  }
}
