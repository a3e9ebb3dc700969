import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { structureOf } from '../../../lib/corpus/load/structure-of.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { ReadTrace } from '../../../lib/node/cache/read-trace.ts';
import { shortDigest } from '../../../lib/node/cache/short-digest.ts';
import { definitionFiles } from '../../../lib/pages/definition-files.ts';
import { definitionKey, definitionOfKey } from '../../../lib/publish/definition-key.ts';
import { fileInSpec } from '../../../lib/schema/file-in-spec.ts';
import { foldersOf, KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';

/**
 * Kinds whose pages a build can take over from the last one: such a page depends on its own file, on the outlines of all
 * definitions of these kinds, and on every other file.
 */
const KEPT_KINDS = PAGE_KINDS.filter((kind) => KINDS[kind].incremental === true);
const KEPT_FOLDERS: ReadonlySet<string> = new Set(KEPT_KINDS.flatMap(foldersOf));

/** What a build was made of, as far as the next one asks. */
export interface BuildInputs {
  readonly trace: ReadTrace;
  /** Digests of the outlines of definitions, by their keys. */
  readonly outlines: readonly (readonly [key: string, digest: string])[];
}

/**
 * What a site is made of.
 * @param trace what was asked of the files when the corpus was read
 * @param before what the last one was made of: what has not changed is not worked out again
 */
export function buildInputs(corpus: Corpus, trace: ReadTrace, before: BuildInputs | undefined): BuildInputs {
  const known = new Map(before?.outlines);
  const then = new Map(before?.trace.reads);
  const now = new Map(trace.reads);
  const outlines = KEPT_KINDS.flatMap((kind) =>
    [...corpus.definitions[kind].values()].map((entry) => {
      const { id, data } = entry;
      const key = definitionKey(kind, id);
      const path = fileInSpec(entry);
      const same = now.get(path) !== undefined && now.get(path) === then.get(path);
      return [key, (same ? known.get(key) : undefined) ?? shortDigest(structureOf(data))] as const;
    }),
  );
  return { trace, outlines };
}

/**
 * The definitions whose pages and files are the same as in the last build of the same code for the same address: by
 * their keys. None when anything but texts has changed, because that may show on every page.
 */
export function unchangedDefinitions(
  corpus: Corpus,
  before: BuildInputs,
  now: BuildInputs,
): ReadonlySet<string> {
  const same = new Set<string>();
  const [then, here] = [parted(before.trace), parted(now.trace)];
  if (JSON.stringify([...then.others].sort()) !== JSON.stringify([...here.others].sort())) return same;
  if (JSON.stringify(before.outlines) !== JSON.stringify(now.outlines)) return same;
  if (then.own.size !== here.own.size) return same;
  const isSame = (entry: Entry<PageKind> | undefined): boolean => {
    const path = entry === undefined ? '' : fileInSpec(entry);
    return here.own.has(path) && here.own.get(path) === then.own.get(path);
  };
  for (const kind of KEPT_KINDS) {
    for (const entry of corpus.definitions[kind].values()) {
      const { id } = entry;
      // The page of an enum has the descriptions of the facts that use it.
      const users = kind === 'enum' ? (corpus.usesOfEnum.get(id) ?? []) : [];
      if (isSame(entry) && users.every(({ owner }) => isSame(corpus.definitions.stanza.get(owner))))
        same.add(definitionKey(kind, id));
    }
  }
  return same;
}

/**
 * The files of definitions of the kept kinds, and all else that was asked. What a folder of theirs lists is in the
 * files.
 */
function parted({ name, lists, reads }: ReadTrace): {
  own: ReadonlyMap<string, string>;
  others: readonly string[];
} {
  const isOwn = (path: string): boolean => KEPT_FOLDERS.has(dirname(path)) && path.endsWith('.yaml');
  return {
    own: new Map(reads.filter(([path]) => isOwn(path))),
    others: [
      name,
      ...lists.filter(([folder]) => !KEPT_FOLDERS.has(folder)).map((one) => one.join('\0')),
      ...reads.filter(([path]) => !isOwn(path)).map((one) => one.join('\0')),
    ],
  };
}

/** Those of some definitions whose files are all in a site, by their keys. */
export const withAllOutputs = (site: string, keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].filter((key) => outputFilesOf(key).every((file) => existsSync(join(site, file)))));

/**
 * Takes over the files of definitions from the last site: the same files under a second name, so that the last site
 * stays whole until it is replaced. They must not be written to.
 * @param from the folder of the last site; the files are there
 * @param to the folder of the new one
 */
export function linkUnchanged(from: string, to: string, keys: ReadonlySet<string>): void {
  for (const file of [...keys].flatMap(outputFilesOf)) {
    mkdirSync(join(to, dirname(file)), { recursive: true });
    try {
      linkSync(join(from, file), join(to, file));
    } catch {
      // A file system without second names, or as many of them as it takes.
      copyFileSync(join(from, file), join(to, file));
    }
  }
}

/** The files that belong to one definition alone, from the root of the site. */
export function outputFilesOf(key: string): readonly string[] {
  const { kind, id } = definitionOfKey(key);
  return definitionFiles(kind, id);
}
