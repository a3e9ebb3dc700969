import { join } from 'node:path';
import type { Io } from '../process/io.ts';
import { PROJECT_ROOT } from '../process/project-root.ts';

/**
 * Where commands keep what makes the next run faster. It can be deleted at any time; what is in it is never
 * trusted without comparing what it was made of. STANZA_CATALOG_CACHE names another folder.
 */
export function cacheFolder({ env }: Pick<Io, 'env'>): string {
  return env['STANZA_CATALOG_CACHE'] || join(PROJECT_ROOT, 'node_modules/.cache/stanza-catalog');
}
