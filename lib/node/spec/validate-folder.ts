import { join } from 'node:path';
import type { Validated } from '../../rules/validate.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { cacheJson, readCachedJson } from '../cache/cache-json.ts';
import { codeDigest, LOADING_CODE } from '../cache/code-digest.ts';
import { memoizedFiles } from '../cache/memoized-files.ts';
import { answersAs, type ReadTrace, tracedFiles } from '../cache/read-trace.ts';
import { shortDigest } from '../cache/short-digest.ts';
import type { Io } from '../process/io.ts';
import type { SpecFolder } from './spec-folder.ts';

/** What validation says, without the corpus. */
export type Verdict = Pick<Validated, 'findings' | 'counts' | 'texts'>;

const CODE = LOADING_CODE;

interface Known extends Pick<Verdict, 'findings' | 'counts'> {
  readonly trace: ReadTrace;
  readonly texts: readonly (readonly [string, string])[];
}

/** A verdict with more findings than these is worked out anew: it is about to change. */
const MOST_FINDINGS = 500;

/**
 * Holds a spec against its schemas and all rules. The verdict is kept; as long as the spec and the code are as
 * they were, it is given again, and what would work it out is not even loaded.
 */
export async function validateFolder({ root, files }: SpecFolder, io: Io): Promise<Verdict> {
  const kept = memoizedFiles(files);
  const path = join(cacheFolder(io), `verdict-${shortDigest(root).slice(0, 16)}.json`);
  const code = codeDigest(CODE);
  const known = readCachedJson<Known>(path, code);
  if (known !== undefined && answersAs(kept, known.trace)) return { ...known, texts: new Map(known.texts) };

  const [{ preloadDefinitions }, { allRules }, { validate }] = await Promise.all([
    import('./preload-definitions.ts'),
    import('./all-rules.ts'),
    import('../../rules/validate.ts'),
  ]);
  const { files: traced, trace } = tracedFiles(await preloadDefinitions({ root, files: kept }, io));
  const { findings, counts, texts } = validate(traced, await allRules(traced));
  if (findings.length <= MOST_FINDINGS) {
    const named = new Set(findings.map(({ file }) => file));
    const told = [...texts].filter(([file]) => named.has(file));
    cacheJson(path, code, { trace: trace(), findings, counts, texts: told });
  }
  return { findings, counts, texts };
}
