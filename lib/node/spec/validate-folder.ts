import { join } from 'node:path';
import type { Validated } from '../../rules/validate-spec.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { cacheJson, readCachedJson } from '../cache/cache-json.ts';
import { codeDigest, LOADING_CODE } from '../cache/code-digest.ts';
import { memoizedFiles } from '../cache/memoized-files.ts';
import { answersAs, type ReadTrace, tracedFiles } from '../cache/read-trace.ts';
import { shortDigest } from '../cache/short-digest.ts';
import type { Io } from '../process/io.ts';
import type { SpecFolder } from './spec-folder.ts';

/** The result of validation, without the corpus. */
export type FolderValidation = Pick<Validated, 'findings' | 'counts' | 'texts'>;

interface CachedVerdict extends Pick<FolderValidation, 'findings' | 'counts'> {
  readonly trace: ReadTrace;
  readonly texts: readonly (readonly [string, string])[];
}

/** A verdict with more findings is not cached: the spec is about to change. */
const MAX_CACHED_FINDINGS = 500;

/**
 * Checks a spec against its schemas and all rules. The verdict is cached; while neither the spec nor the code changes,
 * it is returned again, without even loading the code that would compute it.
 */
export async function validateFolder({ root, files }: SpecFolder, io: Io): Promise<FolderValidation> {
  const memoized = memoizedFiles(files);
  const path = join(cacheFolder(io), `verdict-${shortDigest(root).slice(0, 16)}.json`);
  const code = codeDigest(LOADING_CODE);
  const cached = readCachedJson<CachedVerdict>(path, code);
  if (cached !== undefined && answersAs(memoized, cached.trace))
    return { ...cached, texts: new Map(cached.texts) };

  const [{ preloadDefinitions }, { packedReader }, { rulesForSpec }, { validateSpec }] = await Promise.all([
    import('./preload-definitions.ts'),
    import('../../corpus/load/read-definition.ts'),
    import('./rules-for-spec.ts'),
    import('../../rules/validate-spec.ts'),
  ]);
  const preloaded = await preloadDefinitions({ root, files: memoized }, io);
  const readDefinition = packedReader(preloaded.packs);
  const { files: traced, trace } = tracedFiles(preloaded.files);
  const { findings, counts, texts } = validateSpec(traced, await rulesForSpec(traced), { readDefinition });
  if (findings.length <= MAX_CACHED_FINDINGS) {
    const named = new Set(findings.map(({ file }) => file));
    const quoted = [...texts].filter(([file]) => named.has(file));
    cacheJson(path, code, { trace: trace(), findings, counts, texts: quoted } satisfies CachedVerdict);
  }
  return { findings, counts, texts };
}
