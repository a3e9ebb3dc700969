import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typesSource } from './shared/types-source.ts';
import { writeAll } from './shared/write-all.ts';

/**
 * `npm run generate [-- --check]`: writes lib/schema/types.generated.ts from spec/schema/.
 * With --check it writes nothing, and fails when the file is not what the schemas give.
 */
const target = new URL('../lib/schema/types.generated.ts', import.meta.url);
const fresh = await typesSource(new URL('../spec/schema/', import.meta.url));

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== fresh) {
    process.stderr.write('lib/schema/types.generated.ts is stale. Run: npm run generate\n');
    process.exitCode = 1;
  }
} else {
  const path = fileURLToPath(target);
  await writeAll(dirname(path), [{ path, text: fresh, fresh: false }]);
}
