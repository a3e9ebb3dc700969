import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { astro } from '../../site/integration/build/astro.ts';

/**
 * Builds an Astro site of one page, the least that a build could take.
 * @param root a folder inside the project, so that Astro is found from there
 */
export async function emptySite(root: string): Promise<void> {
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  writeFileSync(
    join(root, 'src/pages/index.astro'),
    '<html lang="en"><head><title>x</title></head><body>x</body></html>\n',
  );
  writeFileSync(join(root, 'astro.config.mjs'), 'export default {};\n');
  await astro.build({ root, logLevel: 'warn', devToolbar: { enabled: false } });
}

if (import.meta.main) await emptySite(process.argv[2] ?? '');
