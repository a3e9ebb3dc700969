import { isAbsolute, posix, relative, resolve } from 'node:path';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { memoryFiles } from '../../corpus/ports/memory-files.ts';
import { withSlashes } from '../files/with-slashes.ts';
import { GitRefusal, git } from './last-commit.ts';

/** The files at a revision, or why they are not available and what helps, without a full stop. */
export type AtRevision =
  | { readonly files: FilePort; readonly reason?: never }
  | { readonly files?: never; readonly reason: string };

/**
 * The files of a folder as they were at a revision of the repository of `cwd`. They are read from the object database:
 * nothing is checked out. Symbolic links are left out.
 * @param folder relative to `cwd`, or absolute; it need not exist now
 */
export async function filesAtRevision(revision: string, folder: string, cwd: string): Promise<AtRevision> {
  try {
    // git knows the path of cwd inside the repository, whatever symbolic links lead to it.
    const prefix = (await git(['rev-parse', '--show-prefix'], cwd)).toString().trim();
    const way = relative(cwd, resolve(cwd, folder));
    const inside = isAbsolute(way) ? '..' : posix.join(prefix, withSlashes(way)).replace(/^\.$|\/$/, '');
    if (inside.startsWith('..')) return { reason: `${folder} is not in the git repository of ${cwd}` };
    const commit = await commitOf(revision, cwd);
    if (commit === undefined) return { reason: await unknownReason(revision, cwd) };
    return await filesOf(inside === '' ? commit : `${commit}:${inside}`, `${revision}:${inside}`, cwd);
  } catch (error) {
    if (error instanceof GitRefusal) return { reason: error.message };
    throw error;
  }
}

async function commitOf(revision: string, cwd: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return git(args, cwd).then(
    (output) => output.toString().trim(),
    () => undefined,
  );
}

async function unknownReason(revision: string, cwd: string): Promise<string> {
  const shallow = (await git(['rev-parse', '--is-shallow-repository'], cwd)).toString().trim() === 'true';
  if (shallow) {
    return `${revision} is not in this clone, which has only the latest commits. Fetch the others: git fetch --unshallow`;
  }
  const remote = `origin/${revision}`;
  const hint = (await commitOf(remote, cwd)) === undefined ? '' : `. Did you mean ${remote}?`;
  return `the git repository of ${cwd} has no revision ${revision}${hint}`;
}

async function filesOf(tree: string, name: string, cwd: string): Promise<AtRevision> {
  const listing = await git(['ls-tree', '-r', '-z', '--full-tree', tree], cwd).catch(() => undefined);
  if (listing === undefined) return { reason: `there is no folder ${name}` };
  const blobs = blobsOf(listing.toString());
  const contents = await contentsOf(
    blobs.map(({ id }) => id),
    cwd,
  );
  const texts = blobs.map(({ path }, i) => [path, contents[i] ?? Buffer.alloc(0)]);
  return { files: memoryFiles(Object.fromEntries(texts), name) };
}

/** The YAML and JSON files of `git ls-tree -z`: <mode> <type> <id>TAB<path>NUL. */
function blobsOf(listing: string): { path: string; id: string }[] {
  return listing.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id === undefined || path === undefined || mode === '120000') return [];
    return /\.(?:ya?ml|json)$/.test(path) ? [{ path, id }] : [];
  });
}

/** The contents of objects, in order, from a single process. */
async function contentsOf(ids: readonly string[], cwd: string): Promise<Buffer[]> {
  const stdout = await git(['cat-file', '--batch'], cwd, `${ids.join('\n')}\n`);
  const contents: Buffer[] = [];
  for (let at = 0; contents.length < ids.length; ) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.subarray(at, end).toString().split(' ').at(-1));
    contents.push(stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}
