import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheJson, readCachedJson } from '../../../lib/node/cache/cache-json.ts';
import { codeDigest, isSameCode, SITE_CODE } from '../../../lib/node/cache/code-digest.ts';
import { shortDigest } from '../../../lib/node/cache/short-digest.ts';
import {
  makeScratchFolder,
  removeFolder,
  removeLeftOvers,
} from '../../../lib/node/files/make-scratch-folder.ts';
import { swapFolder } from '../../../lib/node/files/swap-folder.ts';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';

/** The name of the folder with the code that renders pages, beside the files of the site. */
export const CODE = '.code';

/** The compiled site/: public files, styles and scripts, and the code that renders pages. */
export interface CompiledPages {
  /** The base path of the site, with slashes at both ends. */
  readonly base: string;
  /**
   * The folder with all of it, the code in {@link CODE}. The caller may move files out of it.
   * Rejects if site/ cannot be compiled.
   */
  readonly root: Promise<string>;
  /** Stops compiling and removes the folder. */
  end(): Promise<void>;
}

/**
 * Starts compiling site/ with Astro, in a child process, while this one loads the corpus: the result does not depend on
 * the corpus. It is cached until the code or the base path changes.
 * @param cache the folder of the cache
 */
export function startCompiledPages(base: string, cache: string): CompiledPages {
  const stop = new AbortController();
  const scratch = makeRoom();
  const root = scratch.then(async (root) => {
    await fill(root, base, cache, stop.signal);
    return root;
  });
  // Callers await `root`; this only prevents an unhandled rejection until then.
  root.catch(() => undefined);
  return {
    base,
    root,
    async end() {
      stop.abort();
      await root.catch(() => undefined);
      await removeFolder(await scratch);
    },
  };
}

const ROOM = join(PROJECT_ROOT, '.astro/build');

/** Makes an empty folder inside this project, where the code can resolve its packages. */
export async function makeRoom(): Promise<string> {
  await removeLeftOverCode();
  return makeScratchFolder(ROOM);
}

/** Removes the folders of killed builds in this project. */
export async function removeLeftOverCode(): Promise<void> {
  await mkdir(dirname(ROOM), { recursive: true });
  await removeLeftOvers(ROOM);
}

/** Fills the folder, from the cache or by compiling. */
async function fill(root: string, base: string, cache: string, signal: AbortSignal): Promise<void> {
  const kept = join(cache, `pages-${shortDigest(base).slice(0, 16)}`);
  const key = codeDigest(SITE_CODE);
  const digest = readCachedJson<{ readonly digest: string }>(`${kept}.json`, key)?.digest;
  if (digest !== undefined) {
    await cp(kept, root, { recursive: true }).catch(() => undefined);
    if ((await digestOf(root)) === digest) return;
    for (const name of await readdir(root)) await rm(join(root, name), { recursive: true });
  }
  await compile(root, base, signal);
  // If a source file changed meanwhile, the result must not be cached.
  if (!isSameCode(SITE_CODE)) return;
  try {
    await mkdir(cache, { recursive: true });
    await removeLeftOvers(kept);
    const fresh = await makeScratchFolder(kept);
    await cp(root, fresh, { recursive: true });
    await swapFolder(fresh, kept);
    cacheJson(`${kept}.json`, key, { digest: await digestOf(root) });
  } catch {
    // The cache is optional: the disk may be full or read-only.
  }
}

/** Runs Astro's build without its pages. */
async function compile(root: string, base: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const program = fileURLToPath(new URL('./compile-pages.ts', import.meta.url));
  const args = [program, root, base];
  // Its standard input tells it when this process ends.
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  signal.addEventListener('abort', () => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`The pages in site/ could not be compiled:\n${said}`);
  process.stderr.write(said);
}

async function digestOf(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const parts = await Promise.all(
    files.sort().map(async (file) => shortDigest(file.slice(root.length), '\0', await readFile(file))),
  );
  return shortDigest(...parts);
}
