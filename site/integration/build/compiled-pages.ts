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

/** The folder of the code, beside what belongs to the site. */
export const CODE = '.code';

/** What a site has before any page is rendered: the public files, styles and scripts, and the code of the pages. */
export interface CompiledPages {
  /** The path under which the site will stand, with slashes at both ends. */
  readonly base: string;
  /**
   * The folder in which all that stands, the code in {@link CODE}. It belongs to whoever asked for it.
   * Rejects when site/ cannot be compiled.
   */
  readonly root: Promise<string>;
  /** Stops what is still going on, and takes the folder away. */
  end(): Promise<void>;
}

/**
 * Starts to make the code that renders the pages of a site. Astro makes it of site/ alone, whatever the corpus is, in a
 * process of its own: meanwhile the corpus can be read. It is kept, and made again when the code or the address is
 * another one.
 * @param cache where it is kept for the next build
 */
export function startCompiledPages(base: string, cache: string): CompiledPages {
  const stop = new AbortController();
  const scratch = makeRoom();
  const root = scratch.then(async (root) => {
    await lay(root, base, cache, stop.signal);
    return root;
  });
  // Looked at by whoever needs it.
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

/** An empty folder inside this project: the code finds its packages only there. */
export async function makeRoom(): Promise<string> {
  await removeLeftOverCode();
  return makeScratchFolder(ROOM);
}

/** Takes away what builds that were killed have left in this project. */
export async function removeLeftOverCode(): Promise<void> {
  await mkdir(dirname(ROOM), { recursive: true });
  await removeLeftOvers(ROOM);
}

async function lay(root: string, base: string, cache: string, signal: AbortSignal): Promise<void> {
  const kept = join(cache, `pages-${shortDigest(base).slice(0, 16)}`);
  const key = codeDigest(SITE_CODE);
  const digest = readCachedJson<{ readonly digest: string }>(`${kept}.json`, key)?.digest;
  if (digest !== undefined) {
    await cp(kept, root, { recursive: true }).catch(() => undefined);
    if ((await digestOf(root)) === digest) return;
    for (const name of await readdir(root)) await rm(join(root, name), { recursive: true });
  }
  await compile(root, base, signal);
  // Somebody may have saved a page meanwhile.
  if (!isSameCode(SITE_CODE)) return;
  try {
    await mkdir(cache, { recursive: true });
    await removeLeftOvers(kept);
    const fresh = await makeScratchFolder(kept);
    await cp(root, fresh, { recursive: true });
    await swapFolder(fresh, kept);
    cacheJson(`${kept}.json`, key, { digest: await digestOf(root) });
  } catch {
    // A full or read-only disk: this build has what it needs.
  }
}

/** Runs Astro's build without its pages. */
async function compile(root: string, base: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const program = fileURLToPath(new URL('./compile-pages.ts', import.meta.url));
  const args = [program, root, base];
  // It reads its standard input to learn when this process is there no more.
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
