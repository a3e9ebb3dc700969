import { type Loaded, loadCorpus } from '../../corpus/load/load-corpus.ts';
import type { Published } from '../../diff/bundle/published.ts';
import { readBundles } from '../../diff/bundle/read-bundles.ts';
import { judge, type Validated } from '../../rules/validate.ts';
import { type ReadTrace, tracedFiles } from '../cache/read-trace.ts';
import { lastCommit } from '../git/last-commit.ts';
import type { Io } from '../process/io.ts';
import { tuneGarbageCollection } from '../process/tune-garbage-collection.ts';
import { allRules } from './all-rules.ts';
import { type PreloadedDefinitions, preloadDefinitions } from './preload-definitions.ts';
import { siteAddress } from './site-address.ts';
import type { SpecFolder } from './spec-folder.ts';

/** A spec that was read, with what is published of it if it has no errors. */
export interface LoadedPublication {
  readonly publication: Published;
  /** The files that it was read from. */
  readonly ahead: PreloadedDefinitions;
  /** What was found while it was read. */
  readonly loaded: Loaded;
  /** Holds it against all rules. */
  judge(): Promise<Validated>;
  /** Everything that was asked of the files so far. */
  trace(): ReadTrace;
  /** Why there is no commit; undefined where there is one. */
  readonly noCommit: string | undefined;
}

/** So many definitions take memory that shows. */
const LARGE = 1000;

/**
 * Reads a spec and says where, from which commit and with which releases it is published.
 * @param base the path under which the site stands; by default what SITE_URL, BASE_PATH and spec.yaml say
 */
export async function loadPublication(folder: SpecFolder, io: Io, base?: string): Promise<LoadedPublication> {
  const ahead = await preloadDefinitions(folder, io);
  if (ahead.packs.size >= LARGE) tuneGarbageCollection();
  const { files, trace } = tracedFiles(ahead);
  const releases = readBundles(files);
  const loaded = loadCorpus(files);
  const { corpus } = loaded;
  const address = siteAddress(corpus.spec, io);
  const last = await lastCommit(folder.root);
  const directory = corpus.spec.directory ?? 'spec';
  return {
    publication: {
      corpus,
      ...address,
      ...(base === undefined ? {} : { base }),
      commit: last.commit,
      date: last.date,
      directory,
      releases: releases.bundles,
      frozenOn: releases.frozenOn,
    },
    ahead,
    loaded,
    judge: async () => judge(loaded, await allRules(files, releases)),
    trace,
    noCommit: last.reason,
  };
}
