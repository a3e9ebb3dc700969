import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LIVE } from '../spec/live-spec.ts';
import { FIXTURE } from './fixture-spec.ts';
import { buildOnce } from './site/build-once.ts';

// The sites of the frozen and of the live spec are built once for the whole run, and what commands keep is shared; the
// processes of the tests inherit where that is. Nothing of an earlier run counts.
export async function globalSetup(): Promise<void> {
  process.env['STANZA_CATALOG_CACHE'] = await mkdtemp(join(tmpdir(), 'stanza-catalog-cache-'));
  // Each file is a process, and they load much the same: what one compiled the next ones need not.
  process.env['NODE_COMPILE_CACHE'] = join(process.env['STANZA_CATALOG_CACHE'], 'compiled');
  process.env['TEST_SITE'] = await buildOnce(FIXTURE);
  process.env['LIVE_SITE'] = await buildOnce(LIVE);
  const guard = `--import=${new URL('live-spec-guard.mjs', import.meta.url).href}`;
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], guard].filter(Boolean).join(' ');
}

export async function globalTeardown(): Promise<void> {
  const { TEST_SITE, LIVE_SITE, STANZA_CATALOG_CACHE } = process.env;
  for (const site of [TEST_SITE, LIVE_SITE]) {
    if (site) await rm(dirname(site), { recursive: true, force: true });
  }
  if (STANZA_CATALOG_CACHE) await rm(STANZA_CATALOG_CACHE, { recursive: true, force: true });
}
