import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { structureOf } from '../../../lib/corpus/load/structure-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { ReadTrace } from '../../../lib/node/cache/read-trace.ts';
import { shortDigest } from '../../../lib/node/cache/short-digest.ts';
import { definitionKey } from '../../../lib/publish/definition-key.ts';

/**
 * The kinds whose pages are reused between builds. The page of a definition depends on its own file, on the structure
 * of all definitions, and on all files of other kinds.
 */
const FOLDERS = {
  stanza: 'stanzas',
  enum: 'enums',
  flow: 'flows',
  technique: 'techniques',
  flavor: 'flavors',
  contributor: 'contributors',
  capture: 'captures',
} as const;
type ReusedKind = keyof typeof FOLDERS;
const REUSED_KINDS = Object.keys(FOLDERS) as ReusedKind[];

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
    [...corpus.definitions[kind].values()].map(({ id, data }) => {
      const key = definitionKey(kind, id);
      const path = `${FOLDERS[kind]}/${id}.yaml`;
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
  const isSame = (kind: ReusedKind, id: string): boolean => {
    const path = `${FOLDERS[kind]}/${id}.yaml`;
    return here.own.has(path) && here.own.get(path) === then.own.get(path);
  };
  for (const kind of REUSED_KINDS) {
    for (const id of corpus.definitions[kind].keys()) {
      // The page of an enum shows the descriptions of the facts that use it.
      const users = kind === 'enum' ? (corpus.usesOfEnum.get(id) ?? []) : [];
      if (isSame(kind, id) && users.every(({ owner }) => isSame('stanza', owner)))
        same.add(definitionKey(kind, id));
    }
  }
  return same;
}

/**
 * Splits a trace into the files of the reused kinds and everything else. Listings of their folders are implied by the
 * files.
 */
function parted({ name, lists, reads }: ReadTrace): {
  own: ReadonlyMap<string, string>;
  others: readonly string[];
} {
  const folders: ReadonlySet<string> = new Set(Object.values(FOLDERS));
  const isOwn = (path: string): boolean => folders.has(dirname(path)) && path.endsWith('.yaml');
  return {
    own: new Map(reads.filter(([path]) => isOwn(path))),
    others: [
      name,
      ...lists.filter(([folder]) => !folders.has(folder)).map((one) => one.join('\0')),
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

/** The files of a single definition, relative to the root of the site. */
export function outputFilesOf(key: string): string[] {
  const [kind, id] = key.split(' ') as [ReusedKind, string];
  const name = `${FOLDERS[kind]}/${id}`;
  const feeds = kind === 'stanza' ? [`${name}/feed.xml`, `${name}/feed.json`] : [];
  return [`${name}/index.html`, `${name}.json`, `${name}.md`, ...feeds];
}
