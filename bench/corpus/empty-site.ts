import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { astro } from '../../site/integration/build/astro.ts';

// As a program: builds an Astro site of one page in a folder. The folder is inside the project, so that it finds
// Astro there.
const [root = ''] = process.argv.slice(2);
mkdirSync(join(root, 'src/pages'), { recursive: true });
writeFileSync(
  join(root, 'src/pages/index.astro'),
  '<html lang="en"><head><title>x</title></head><body>x</body></html>\n',
);
writeFileSync(join(root, 'astro.config.mjs'), 'export default {};\n');
await astro.build({ root, logLevel: 'warn', devToolbar: { enabled: false } });
