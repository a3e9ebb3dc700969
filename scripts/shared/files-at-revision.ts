import { execFile } from 'node:child_process';
import { relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { FilePort } from '../../lib/corpus/file-port.ts';
import { memoryFiles } from '../../lib/corpus/memory-files.ts';

const run = promisify(execFile);

/** A spec is text; one larger than this is none. */
const MOST = 512 * 1024 * 1024;

/**
 * The files of a folder as they were at a revision of the repository that the command is called in. They are
 * read from the repository's objects: nothing is checked out, and links are left out.
 * @param folder relative to `cwd`, or absolute
 * @returns undefined when there is no such revision, or it has no such folder
 */
export async function filesAtRevision(
  revision: string,
  folder: string,
  cwd: string,
): Promise<FilePort | undefined> {
  const git = async (...args: string[]): Promise<Buffer> =>
    (await run('git', args, { cwd, encoding: 'buffer', maxBuffer: MOST })).stdout;
  let inside: string;
  let commit: string;
  try {
    const top = (await git('rev-parse', '--show-toplevel')).toString().trim();
    inside = relative(top, resolve(cwd, folder)).split(sep).join('/');
    const name = `${revision}^{commit}`;
    commit = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', name)).toString().trim();
  } catch {
    return undefined;
  }
  if (inside.startsWith('..')) return undefined;
  const tree = inside === '' ? commit : `${commit}:${inside}`;
  let blobs: readonly { readonly path: string; readonly id: string }[];
  try {
    blobs = blobsOf((await git('ls-tree', '-r', '-z', '--full-tree', tree)).toString());
  } catch {
    return undefined;
  }
  const contents = await contentsOf(
    blobs.map(({ id }) => id),
    cwd,
  );
  return memoryFiles(
    Object.fromEntries(blobs.map(({ path }, i) => [path, contents[i] ?? Buffer.alloc(0)])),
    `${revision}:${inside}`,
  );
}

/** The YAML and JSON files of `git ls-tree -z`: <mode> <type> <id>TAB<path>NUL. */
function blobsOf(listing: string): { path: string; id: string }[] {
  return listing.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id === undefined || path === undefined || mode === '120000') return [];
    return /\.(?:ya?ml|json)$/.test(path) ? [{ path, id }] : [];
  });
}

/** The contents of objects in their order: one process for all of them. */
async function contentsOf(ids: readonly string[], cwd: string): Promise<Buffer[]> {
  const child = run('git', ['cat-file', '--batch'], { cwd, encoding: 'buffer', maxBuffer: MOST });
  child.child.stdin?.end(`${ids.join('\n')}\n`);
  const { stdout } = await child;
  const contents: Buffer[] = [];
  for (let at = 0; contents.length < ids.length; ) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.subarray(at, end).toString().split(' ').at(-1));
    contents.push(stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}
