import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Corpus } from '../../corpus/model/corpus.ts';
import {
  type OpenedFiles,
  type OpenedFlavors,
  pathsToOpen,
} from '../../corpus/sources/checks/check-sources.ts';
import { git } from './last-commit.ts';

/** Files of source code are smaller; larger ones are not opened. */
const MAX_FILE = 16 * 1024 * 1024;

/** How many files are opened because a lost one had their name. */
const MOST_FOLLOWED = 200;

/** What git reads of a clone: never anything from the network, which a partial clone would fetch from. */
const OFFLINE = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

type File = Uint8Array | 'no file' | 'not text';

export interface OpenOptions {
  /** The revision to open instead of the commit of each flavor, such as HEAD. */
  readonly revision?: string;
  /** The files to open, by flavor, instead of those that sources name. */
  readonly paths?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The opened flavors, and the full commit at which each was opened. */
export interface OpenedClones {
  readonly opened: OpenedFlavors;
  readonly commits: ReadonlyMap<string, string>;
}

/**
 * Opens the files that the sources of a corpus name, from a folder with copies of the code of flavors:
 * `<flavor>/<commit>/` with plain files, or a git clone, bare or not, as `<flavor>` or `<owner>/<name>` of its
 * repository. A flavor whose commit is in none of these is left out.
 * @throws GitRefusal if git is missing
 */
export async function openClones(
  corpus: Corpus,
  folder: string,
  { revision, paths: wantedPaths = pathsToOpen(corpus) }: OpenOptions = {},
): Promise<OpenedClones> {
  const opened = new Map<string, OpenedFiles>();
  const commits = new Map<string, string>();
  for (const [flavor, paths] of wantedPaths) {
    const { commit = '', repository } = corpus.definitions.flavor.get(flavor)?.data ?? {};
    const wanted = revision ?? commit;
    const plain = join(folder, flavor, wanted);
    if (isFolder(plain)) {
      opened.set(flavor, new Map([...paths].map((path) => [path, plainFile(plain, path)])));
      commits.set(flavor, wanted);
      continue;
    }
    for (const clone of clonesOf(folder, flavor, repository)) {
      const full = await commitIn(clone, wanted);
      if (full === undefined) continue;
      // A branch or an old state that a newer commit does not continue cannot have drifted to it.
      if (revision !== undefined && !(await continues(clone, full, commit))) continue;
      opened.set(flavor, await filesInGit(clone, full, paths, revision !== undefined));
      commits.set(flavor, full);
      break;
    }
  }
  return { opened, commits };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The `<owner>/<name>` at the end of the address of a repository; undefined if it has none. */
export function repositoryName(repository: string | undefined): string | undefined {
  const name = /([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repository ?? '')?.[1];
  return name?.includes('..') === true ? undefined : name;
}

/** The git directories that may have the code of a flavor. */
export function clonesOf(folder: string, flavor: string, repository: string | undefined): string[] {
  const name = repositoryName(repository);
  return [flavor, ...(name === undefined ? [] : [name])]
    .flatMap((one) => [join(folder, one), join(folder, `${one}.git`)])
    .flatMap((path) => {
      if (existsSync(join(path, '.git'))) return [join(path, '.git')];
      return existsSync(join(path, 'HEAD')) && isFolder(join(path, 'objects')) ? [path] : [];
    });
}

/** A file below a folder, which no link may leave. */
function plainFile(folder: string, path: string): File {
  try {
    const real = realpathSync(join(folder, path));
    if (!real.startsWith(realpathSync(folder) + sep)) return 'no file';
    const stat = statSync(real);
    if (!stat.isFile()) return 'no file';
    return stat.size > MAX_FILE ? 'not text' : readFileSync(real);
  } catch {
    return 'no file';
  }
}

export const inClone = (clone: string, args: readonly string[], input?: string): Promise<Buffer> =>
  git(['--git-dir', clone, ...args], clone, input, OFFLINE);

export const commitIn = (clone: string, revision: string): Promise<string | undefined> =>
  inClone(clone, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).then(
    (output) => output.toString().trim(),
    () => undefined,
  );

/** Whether a commit has another one in its history, or may have: a shallow clone does not know. */
async function continues(clone: string, newer: string, older: string): Promise<boolean> {
  if ((await commitIn(clone, older)) === undefined) return true;
  return inClone(clone, ['merge-base', '--is-ancestor', older, newer]).then(
    () => true,
    () => false,
  );
}

/**
 * The files at a commit, read from the object database: nothing is checked out, and no filter runs. A file that the
 * clone lists and does not have is left out.
 * @param following whether files of the same name are opened as well where one is not at its path
 */
async function filesInGit(
  clone: string,
  commit: string,
  paths: ReadonlySet<string>,
  following: boolean,
): Promise<OpenedFiles> {
  const tree = await inClone(clone, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  const ids = new Map<string, string>();
  for (const line of tree.toString().split('\0')) {
    // Of a symbolic link, mode 120000, the content is its target.
    const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined) ids.set(path, id);
  }
  const files = new Map<string, File>();
  const lost = new Set(
    following ? [...paths].filter((path) => !ids.has(path)).map((path) => posix.basename(path)) : [],
  );
  const others = [...ids.keys()].filter((path) => lost.has(posix.basename(path)));
  for (const path of new Set([...paths, ...others.slice(0, MOST_FOLLOWED)])) {
    const id = ids.get(path);
    const size = id === undefined ? 0 : await sizeOf(clone, id);
    if (id === undefined) files.set(path, 'no file');
    else if (size === undefined) continue;
    else files.set(path, size > MAX_FILE ? 'not text' : await inClone(clone, ['cat-file', 'blob', id]));
  }
  return files;
}

/** The size of an object; undefined if the clone does not have it. */
const sizeOf = (clone: string, id: string): Promise<number | undefined> =>
  inClone(clone, ['cat-file', '-s', id]).then(
    (output) => Number(output.toString()),
    () => undefined,
  );
