import { type DefinitionPath, discoverDefinitions } from '../../corpus/load/discover-definitions.ts';
import { packDefinition } from '../../corpus/load/read-definition.ts';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { codeDigest, LOADING_CODE } from '../cache/code-digest.ts';
import { type MemoizedFiles, memoizedFiles } from '../cache/memoized-files.ts';
import { shortDigest } from '../cache/short-digest.ts';
import type { Io } from '../process/io.ts';
import { openDefinitionCache } from './definition-cache.ts';
import { parseInThreads } from './parse-in-threads.ts';
import type { ParseJob } from './parse-worker.ts';
import type { SpecFolder } from './spec-folder.ts';

/** A smaller spec is parsed at once: reading the cache would take as long. */
const CACHE_FROM_BYTES = 256 * 1024;

/** Fewer bytes are parsed before a thread has started. */
const THREADS_FROM_BYTES = 3 * 1024 * 1024;

/** The files of a spec, with its definitions parsed. */
export interface PreloadedDefinitions {
  readonly files: MemoizedFiles;
  /** The packs of definitions without errors, by the names of their files: see {@link packedReader}. */
  readonly packs: ReadonlyMap<string, PackedDefinition>;
}

/**
 * Reads the files of a spec, and takes its definitions from the cache of an earlier run or parses them in threads.
 * Loading the result gives the same as loading the folder, sooner.
 */
export async function preloadDefinitions(folder: SpecFolder, io: Io): Promise<PreloadedDefinitions> {
  const files = memoizedFiles(folder.files);
  const packs = new Map<string, PackedDefinition>();
  const jobs = parseJobs(files);
  if (sizeOf(jobs) < CACHE_FROM_BYTES) return { files, packs };

  const cache = openDefinitionCache(
    cacheFolder(io),
    shortDigest(folder.root).slice(0, 16),
    codeDigest(LOADING_CODE),
  );
  const missing: (ParseJob & { readonly key: string })[] = [];
  const live = new Set<string>();
  for (const job of jobs) {
    const { kind, id, file } = job.definition;
    const key = shortDigest(`${kind}\0${id}\0${file}\0`, job.bytes);
    live.add(key);
    const cached = cache.get(key);
    if (cached === undefined) missing.push({ ...job, key });
    else packs.set(file, cached);
  }
  const fresh = new Map<string, PackedDefinition>();
  const parsed = sizeOf(missing) < THREADS_FROM_BYTES ? missing.map(parse) : await parseInThreads(missing);
  for (const [i, { definition, key }] of missing.entries()) {
    const pack = parsed[i];
    if (pack === undefined) continue;
    packs.set(definition.file, pack);
    fresh.set(key, pack);
  }
  cache.keep(fresh, live);
  return { files, packs };
}

const parse = ({ definition, bytes }: ParseJob): PackedDefinition | undefined =>
  packDefinition(definition, bytes);

const sizeOf = (jobs: readonly ParseJob[]): number => jobs.reduce((sum, { bytes }) => sum + bytes.length, 0);

// A file that cannot be read is left to the loader, which reports it.
function parseJobs(files: FilePort): ParseJob[] {
  return discoverDefinitions(files).definitions.flatMap((definition) => {
    const bytes = bytesOf(files, definition);
    return bytes === undefined ? [] : [{ definition, bytes }];
  });
}

function bytesOf(files: FilePort, { path }: DefinitionPath): Uint8Array | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}
