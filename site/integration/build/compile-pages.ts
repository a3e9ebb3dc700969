import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import { integrationName } from '../content/integration-name.ts';
import { publicationModule } from '../content/publication-module.ts';
import { build } from './astro.ts';
import { CODE } from './compiled-pages.ts';

// As a program: makes of site/ the code that renders pages, and everything that a site has before any page is rendered.
//   compile-pages.ts ROOT BASE
// It ends when whoever started it does.
const [root = '', base = '/'] = process.argv.slice(2);
process.stdin.on('end', () => process.exit(1)).resume();

// Astro takes its code away when all pages are rendered: here that is at once.
const keepsCode = (astro: AstroPrerenderer): AstroPrerenderer => ({
  ...astro,
  name: 'stanza-catalog:compile-pages',
  setup: async () => {},
  getStaticPaths: async () => [],
  teardown: () => rename(join(root, '.prerender'), join(root, CODE)),
});
// No spec is read here: this one stands in the place of the one in astro.config.mjs.
const integration: AstroIntegration = {
  name: integrationName,
  hooks: { 'astro:build:start': ({ setPrerenderer }) => setPrerenderer(keepsCode) },
};

// Astro looks for some of its files from the working folder on.
process.chdir(PROJECT_ROOT);
await build({
  root: PROJECT_ROOT,
  outDir: root,
  base,
  logLevel: 'warn',
  integrations: [integration],
  vite: { logLevel: 'warn', plugins: [publicationModule()] },
});
process.exit(0);
