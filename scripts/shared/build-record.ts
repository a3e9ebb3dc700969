import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { MadeOf } from './carried-over.ts';
import { codeDigest, SITE_CODE } from './code-digest.ts';
import { answersAs, type FileTrace } from './file-trace.ts';
import type { Finish } from './finish-site.ts';
import { lastCommit } from './git.ts';
import type { Io } from './io.ts';
import { keepJson, readKeptJson } from './kept-json.ts';
import { shortDigest } from './short-digest.ts';
import type { SpecFolder } from './spec-folder.ts';
import type { Verdict } from './validate-folder.ts';

/** What a build was made of and what it made: whether the same is still there. */
export interface BuildRecord extends Pick<Verdict, 'findings' | 'counts'> {
  /** Everything that was asked of the files of the spec. */
  readonly trace: FileTrace;
  readonly made: MadeOf;
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

/**
 * The record of the last build into a folder, if it was made by the same code, from the same commit, for the same address,
 * and if the folder is as that build left it.
 */
export async function lastBuild(target: BuildTarget, io: Io): Promise<BuildRecord | undefined> {
  const record = readKeptJson<BuildRecord>(pathOf(target, io), await keyOf(target, io));
  return record !== undefined && record.output === outputDigest(target.out) ? record : undefined;
}

/** Whether another build would make what this one has made. */
export const isSameBuild = ({ trace }: BuildRecord, { folder }: BuildTarget): boolean =>
  answersAs(folder.files, trace);

/** Keeps the record of a build that is done. */
export async function keepBuild(
  target: BuildTarget,
  io: Io,
  built: Omit<BuildRecord, 'output' | 'texts'> & Pick<Verdict, 'texts'>,
): Promise<void> {
  const output = outputDigest(target.out);
  if (output === undefined) return;
  const named = new Set(built.findings.map(({ file }) => file));
  const texts = [...built.texts].filter(([file]) => named.has(file));
  keepJson(pathOf(target, io), await keyOf(target, io), { ...built, output, texts } satisfies BuildRecord);
}

const pathOf = ({ out }: BuildTarget, io: Io): string =>
  join(cacheFolder(io), `build-${shortDigest(out).slice(0, 16)}.json`);

async function keyOf({ folder, finish, base }: BuildTarget, io: Io): Promise<string> {
  const { SITE_URL, BASE_PATH } = io.env;
  const last = await lastCommit(folder.root);
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
