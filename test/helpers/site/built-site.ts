import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { FIXTURE } from '../fixture-spec.ts';
import { buildOnce } from './build-once.ts';

let built: Promise<string> | undefined;

/**
 * The folder of the site of the frozen spec, built at the root path. Built once per run by the global set-up;
 * a test file that is run alone builds it itself, once, and takes it away at its end.
 */
export function builtSite(): Promise<string> {
  if (process.env['TEST_SITE']) return Promise.resolve(process.env['TEST_SITE']);
  built ??= buildOnce(FIXTURE).then((out) => {
    process.on('exit', () => rmSync(dirname(out), { recursive: true, force: true }));
    return out;
  });
  return built;
}
