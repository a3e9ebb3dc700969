import { type Loaded, loadCorpus } from '../../corpus/load/load-corpus.ts';
import { packedReader } from '../../corpus/load/read-definition.ts';
import { readExampleLogs } from '../../corpus/load/read-example-logs.ts';
import type { Published } from '../../diff/bundle/published.ts';
import { readBundles } from '../../diff/bundle/read-bundles.ts';
import { type Validated, validateLoaded } from '../../rules/validate-spec.ts';
import { type ReadTrace, tracedFiles } from '../cache/read-trace.ts';
import { lastCommit } from '../git/last-commit.ts';
import type { Io } from '../process/io.ts';
import { tuneGarbageCollection } from '../process/tune-garbage-collection.ts';
import { type PreloadedDefinitions, preloadDefinitions } from './preload-definitions.ts';
import { rulesForSpec } from './rules-for-spec.ts';
import { siteAddress } from './site-address.ts';
import type { SpecFolder } from './spec-folder.ts';

/** A loaded spec, and what is published of it if it has no errors. */
export interface LoadedPublication {
  readonly publication: Published;
  /** The files that it was loaded from. */
  readonly preloaded: PreloadedDefinitions;
  readonly loaded: Loaded;
  /** Checks it against all rules. */
  validate(): Promise<Validated>;
  /** Everything that was read so far. */
  trace(): ReadTrace;
  /** Why there is no commit; undefined if there is one. */
  readonly noCommit: string | undefined;
}

/** From so many definitions on, garbage collection takes time that is worth tuning. */
const LARGE = 1000;

/**
 * Loads a spec, and finds out where, from which commit and with which releases it is published.
 * @param base the path of the site; by default what SITE_URL, BASE_PATH and spec.yaml say
 */
export async function loadPublication(folder: SpecFolder, io: Io, base?: string): Promise<LoadedPublication> {
  const preloaded = await preloadDefinitions(folder, io);
  if (preloaded.packs.size >= LARGE) tuneGarbageCollection();
  const { files, trace } = tracedFiles(preloaded.files);
  const releases = readBundles(files);
  const logs = readExampleLogs(files);
  const loaded = loadCorpus(files, { readDefinition: packedReader(preloaded.packs) });
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
      logs,
    },
    preloaded,
    loaded,
    validate: async () => validateLoaded(loaded, await rulesForSpec(files, releases)),
    trace,
    noCommit: last.reason,
  };
}
