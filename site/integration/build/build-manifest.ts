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
import type { Verdict } from '../../../lib/node/spec/validate-folder.ts';
import type { Finish } from '../output/finish-site.ts';
import type { BuildInputs } from './unchanged-definitions.ts';

/** What a build was made of and what it made: whether the same is still there. */
export interface BuildManifest extends Pick<Verdict, 'findings' | 'counts'> {
  /** Everything that was asked of the files of the spec. */
  readonly trace: ReadTrace;
  readonly made: BuildInputs;
  /** A digest of the names, sizes and times of the files of the site. */
  readonly output: string;
  readonly pages: number;
  /** The texts of the files that findings are about. */
  readonly texts: readonly (readonly [string, string])[];
}

/** Where a site goes and what it is made ready for. */
export interface BuildTarget {
  readonly folder: SpecFolder;
  readonly out: string;
  readonly finish: Finish;
  /** The base that the command asks for, whatever the spec and the environment say. */
  readonly base: string | undefined;
}

/** What is known of a folder before a build: under which key, and which folder it is. */
export interface BuildState {
  /** What a build depends on besides the files of the spec, as it was at the start. */
  readonly key: string;
  /** The last commit, at the start. */
  readonly commit: string | undefined;
  /** Why there is none. */
  readonly noCommit: string | undefined;
  /** The number of the folder in its file system; undefined when there is none. */
  readonly folder: number | undefined;
  /**
   * The record of the last build, if that was made by the same code, from the same commit, for the same address, and if
   * the folder is as it left it.
   */
  readonly last: BuildManifest | undefined;
}

/** Looks at what the last build into a folder has left. */
export async function buildState(target: BuildTarget, io: Io): Promise<BuildState> {
  const { reason, ...known } = await lastCommit(target.folder.root);
  const [key, folder] = [keyOf(target, io, known), numberOf(target.out)];
  const record = readCachedJson<BuildManifest>(pathOf(target, io), key);
  const last = record !== undefined && record.output === outputDigest(target.out) ? record : undefined;
  return { key, commit: known.commit, noCommit: reason, folder, last };
}

/** Whether another build would make what this one has made. */
export const isSameBuild = ({ trace }: BuildManifest, { folder }: BuildTarget): boolean =>
  answersAs(folder.files, trace);

/**
 * Keeps the record of a build that is done, unless another one has published into the folder since, or the code has
 * changed.
 * @param folder the number of the folder that was published
 */
export function keepBuild(
  target: BuildTarget,
  io: Io,
  { key, folder }: Pick<BuildState, 'key' | 'folder'>,
  built: Omit<BuildManifest, 'output' | 'texts'> & Pick<Verdict, 'texts'>,
): void {
  const output = outputDigest(target.out);
  if (output === undefined || numberOf(target.out) !== folder || !isSameCode(SITE_CODE)) return;
  const named = new Set(built.findings.map(({ file }) => file));
  const texts = [...built.texts].filter(([file]) => named.has(file));
  cacheJson(pathOf(target, io), key, { ...built, output, texts } satisfies BuildManifest);
}

/** Tells one folder from another that takes its place. */
export const numberOf = (folder: string): number | undefined =>
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
