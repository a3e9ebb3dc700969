import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildOnce } from './built-site.ts';

// The site is built once for the whole run; the processes of the tests inherit where it is.
export async function globalSetup(): Promise<void> {
  process.env['TEST_SITE'] = await buildOnce();
}

export async function globalTeardown(): Promise<void> {
  const site = process.env['TEST_SITE'];
  if (site) await rm(dirname(site), { recursive: true, force: true });
}
