import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { structureOf } from '../../../lib/corpus/load/structure-of.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { ReadTrace } from '../../../lib/node/cache/read-trace.ts';
import { shortDigest } from '../../../lib/node/cache/short-digest.ts';
import { definitionFiles } from '../../../lib/pages/definition-files.ts';
import { definitionKey, definitionOfKey } from '../../../lib/publish/definition-key.ts';
import { fileInSpec, foldersOf } from '../../../lib/schema/file-in-spec.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';

/**
 * The kinds whose pages are reused between builds. The page of a definition depends on its own file, on the structure
 * of all definitions, and on all files of other kinds.
 */
const REUSED_KINDS = PAGE_KINDS.filter((kind) => KINDS[kind].incremental === true);
const REUSED_FOLDERS: ReadonlySet<string> = new Set(REUSED_KINDS.flatMap(foldersOf));

/** The inputs of a build that the next one compares. */
export interface BuildInputs {
  readonly trace: ReadTrace;
  /** Digests of the structure of definitions, by their keys. */
  readonly outlines: readonly (readonly [key: string, digest: string])[];
}

/**
 * The inputs of a build.
 * @param trace what was read from the files of the corpus
 * @param before the inputs of the last build, whose digests are reused for unchanged files
 */
export function buildInputs(corpus: Corpus, trace: ReadTrace, before: BuildInputs | undefined): BuildInputs {
  const known = new Map(before?.outlines);
  const then = new Map(before?.trace.reads);
  const now = new Map(trace.reads);
  const outlines = REUSED_KINDS.flatMap((kind) =>
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
 * The keys of the definitions whose pages and files are the same as in the last build, which had the same code and
 * address. None if more than texts changed, since that may affect every page.
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
  for (const kind of REUSED_KINDS) {
    for (const entry of corpus.definitions[kind].values()) {
      const { id } = entry;
      if (
        isSame(entry) &&
        shownOn(entry, corpus).every((stanza) => isSame(corpus.definitions.stanza.get(stanza)))
      )
        same.add(definitionKey(kind, id));
    }
  }
  return same;
}

/**
 * The stanzas whose texts the page of a definition has: that of an enum describes the facts that use it, that of a stanza
 * the attributes of its envelope. Shared nodes are not reused, so that a change of one affects every page anyway.
 */
function shownOn({ kind, id, data }: Entry<PageKind>, { usesOfEnum }: Corpus): string[] {
  if (kind === 'enum') {
    const uses = usesOfEnum.get(id) ?? [];
    return uses.filter(({ ownerKind }) => ownerKind === 'stanza').map(({ owner }) => owner);
  }
  return kind === 'stanza' && 'envelope' in data && data.envelope !== undefined ? [data.envelope] : [];
}

/**
 * Splits a trace into the files of the reused kinds and everything else. Listings of their folders are implied by the
 * files.
 */
function parted({ name, lists, reads }: ReadTrace): {
  own: ReadonlyMap<string, string>;
  others: readonly string[];
} {
  const isOwn = (path: string): boolean => REUSED_FOLDERS.has(dirname(path)) && path.endsWith('.yaml');
  return {
    own: new Map(reads.filter(([path]) => isOwn(path))),
    others: [
      name,
      ...lists.filter(([folder]) => !REUSED_FOLDERS.has(folder)).map((one) => one.join('\0')),
      ...reads.filter(([path]) => !isOwn(path)).map((one) => one.join('\0')),
    ],
  };
}

/** The keys whose output files all exist in a site. */
export const withAllOutputs = (site: string, keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].filter((key) => outputFilesOf(key).every((file) => existsSync(join(site, file)))));

/**
 * Hard-links the files of definitions from the last site into the new one, so that the last one stays complete until it
 * is replaced. The linked files must not be written to.
 * @param from the folder of the last site, which has the files
 * @param to the folder of the new one
 */
export function linkUnchanged(from: string, to: string, keys: ReadonlySet<string>): void {
  for (const file of [...keys].flatMap(outputFilesOf)) {
    mkdirSync(join(to, dirname(file)), { recursive: true });
    try {
      linkSync(join(from, file), join(to, file));
    } catch {
      // The file system has no hard links, or the file has too many.
      copyFileSync(join(from, file), join(to, file));
    }
  }
}

/** The output files of one definition, from the root of the site. */
export function outputFilesOf(key: string): readonly string[] {
  const { kind, id } = definitionOfKey(key);
  return definitionFiles(kind, id);
}
