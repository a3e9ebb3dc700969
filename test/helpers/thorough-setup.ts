import { globalSetup as setUp } from './global-setup.ts';

/** What `npm test` sets up, for the run that leaves nothing out. */
export async function globalSetup(): Promise<void> {
  process.env['TEST_THOROUGH'] = '1';
  await setUp();
}

export { globalTeardown } from './global-setup.ts';
