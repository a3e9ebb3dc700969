import { join } from 'node:path';
import type { Io } from '../process/io.ts';
import { PROJECT_ROOT } from '../process/project-root.ts';

/**
 * The folder of the caches, which can be deleted at any time; cached results are only used after comparing what they
 * were made from. STANZA_CATALOG_CACHE overrides it.
 */
export function cacheFolder({ env }: Pick<Io, 'env'>): string {
  return env['STANZA_CATALOG_CACHE'] || join(PROJECT_ROOT, 'node_modules/.cache/stanza-catalog');
}
