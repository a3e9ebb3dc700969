import { type DefinitionFile, packDefinition } from '../../corpus/load/read-definition.ts';
import type { FilePort, FolderEntry } from '../../corpus/ports/file-port.ts';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';
import { foldersOf, KIND_NAMES, KINDS } from '../../schema/kinds.ts';
import { MAX_BYTES } from '../../source/decode.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { codeDigest, LOADING_CODE } from '../cache/code-digest.ts';
import { type MemoizedFiles, memoizedFiles } from '../cache/memoized-files.ts';
import { shortDigest } from '../cache/short-digest.ts';
import type { Io } from '../process/io.ts';
import { openDefinitionCache } from './definition-cache.ts';
import { parseInThreads } from './parse-in-threads.ts';
import type { ToParse } from './parse-worker.ts';
import type { SpecFolder } from './spec-folder.ts';

/** A spec of fewer bytes is read at once: looking for what is known of it would take as long. */
const WORTH_KEEPING = 256 * 1024;

/** Fewer bytes than these are parsed before a thread has started. */
const WORTH_THREADS = 3 * 1024 * 1024;

/** The files of a spec, with their definitions read already. */
export interface PreloadedDefinitions extends MemoizedFiles {
  /** The packs by path, of definitions without errors. */
  readonly packs: ReadonlyMap<string, PackedDefinition>;
}

/**
 * The files of a spec as they are now, with definitions that are known from an earlier run or were read in threads.
 * Loading it gives what loading the folder gives, sooner.
 */
export async function preloadDefinitions({ root, files }: SpecFolder, io: Io): Promise<PreloadedDefinitions> {
  const kept = memoizedFiles(files);
  const definitions = definitionsIn(kept);
  const packs = new Map<string, PackedDefinition>();
  const ahead: PreloadedDefinitions = { ...kept, known: (path) => packs.get(path), packs };
  if (sizeOf(definitions) < WORTH_KEEPING) return ahead;

  const store = openDefinitionCache(
    cacheFolder(io),
    shortDigest(root).slice(0, 16),
    codeDigest(LOADING_CODE),
  );
  const missing: (Definition & { readonly key: string })[] = [];
  const live = new Set<string>();
  for (const one of definitions) {
    const { kind, id, file } = one.about;
    const key = shortDigest(`${kind}\0${id}\0${file}\0`, one.bytes);
    live.add(key);
    const known = store.get(key);
    if (known === undefined) missing.push({ ...one, key });
    else packs.set(one.path, known);
  }
  const fresh = new Map<string, PackedDefinition>();
  const read = sizeOf(missing) < WORTH_THREADS ? missing.map(parseHere) : await parseInThreads(missing);
  for (const [i, { path, key }] of missing.entries()) {
    const pack = read[i];
    if (pack === undefined) continue;
    packs.set(path, pack);
    fresh.set(key, pack);
  }
  store.keep(fresh, live);
  return ahead;
}

interface Definition extends ToParse {
  readonly path: string;
}

const parseHere = ({ about, bytes }: ToParse): PackedDefinition | undefined => packDefinition(about, bytes);

const sizeOf = (definitions: readonly Definition[]): number =>
  definitions.reduce((sum, { bytes }) => sum + bytes.length, 0);

// What cannot be listed or read is left to the loader, which says so.
function definitionsIn(files: FilePort): Definition[] {
  return KIND_NAMES.flatMap((kind) => {
    const { at } = KINDS[kind];
    return foldersOf(kind).flatMap((folder) =>
      listOrNone(files, folder).flatMap(({ name, type, size }): Definition[] => {
        if ('file' in at ? name !== at.file : !/\.ya?ml$/.test(name) || name.startsWith('.')) return [];
        if (type !== 'file' || size > MAX_BYTES) return [];
        const path = folder === '' ? name : `${folder}/${name}`;
        const about: DefinitionFile = {
          kind,
          id: name.replace(/\.ya?ml$/, ''),
          file: [files.name, path].filter((part) => part !== '').join('/'),
        };
        try {
          return [{ path, about, bytes: files.read(path) }];
        } catch {
          return [];
        }
      }),
    );
  });
}

function listOrNone(files: FilePort, folder: string): readonly FolderEntry[] {
  try {
    return files.list(folder) ?? [];
  } catch {
    return [];
  }
}
