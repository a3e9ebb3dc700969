import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { capture } from '../../scripts/capture.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

export const LOG = `10:00:00.000 [Client/Recv DEBUG] <call from="4915112345678:12@s.whatsapp.net" id="A1B2C3D4E5F60718" t="1772359200" notify="Grace" platform="android"><terminate call-id="DEADBEEFDEADBEEFDEADBEEFDEADBEEF" call-creator="98765432109876:3@lid" reason="timeout" shiny="1"/></call>
10:00:01.000 [Client INFO] connected
10:00:02.000 [Client/Send DEBUG] <call to="4915112345678@s.whatsapp.net" id="A1B2C3D4E5F60719"><reject call-id="DEADBEEFDEADBEEFDEADBEEFDEADBEE0" count="0"/></call>
`;
/** What is personal in the log. */
export const SECRETS = /4915112345678|A1B2C3|DEADBEEF|98765432109876|1772359200|Grace/i;

/** A folder with a log and as much of a spec as it needs. */
export async function captureFolder(t: TestContext, log = LOG): Promise<string> {
  const root = await tempFolder(t, { 'call.log': log });
  const stanzas = /call-(?:terminate|reject|envelope)\.yaml$/;
  await cp(FIXTURE, join(root, 'spec'), {
    recursive: true,
    filter: (path) => !path.endsWith('.yaml') || !path.includes('/stanzas/') || stanzas.test(path),
  });
  for (const name of ['flows', 'captures', 'releases'])
    await rm(join(root, 'spec', name), { recursive: true, force: true });
  return root;
}

/** Runs the command in a folder, to its exit code and what it prints. */
export async function runCapture(cwd: string, ...args: string[]) {
  const io = testIo({ cwd });
  const code = await guarded(capture, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}
