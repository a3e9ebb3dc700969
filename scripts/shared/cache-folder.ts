import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from './io.ts';

/**
 * Where commands keep what makes the next run faster. It can be deleted at any time; what is in it is never
 * trusted without comparing what it was made of. STANZA_CATALOG_CACHE names another folder.
 */
export function cacheFolder({ env }: Io): string {
  return (
    env['STANZA_CATALOG_CACHE'] ||
    join(fileURLToPath(new URL('../../', import.meta.url)), 'node_modules/.cache/stanza-catalog')
  );
}
