import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import { integrationName } from '../content/integration-name.ts';
import { publicationModule, publicationTypes } from '../content/publication-module.ts';
import { astro } from './astro.ts';
import { CODE } from './compiled-pages.ts';

/**
 * Compiles site/ into a folder: the code that renders pages, and every file of a site that exists before a page is
 * rendered. No spec is read.
 * @param base the base path of the site, with slashes at both ends
 */
export async function compilePages(root: string, base: string): Promise<void> {
  // Astro deletes its code once all pages are rendered; here that is at once, so the code is moved away first.
  const keepCode = (standard: AstroPrerenderer): AstroPrerenderer => ({
    ...standard,
    name: 'stanza-catalog:compile-pages',
    setup: async () => {},
    getStaticPaths: async () => [],
    teardown: () => rename(join(root, '.prerender'), join(root, CODE)),
  });
  // The last integration of this name is used: it replaces the one in astro.config.mjs.
  const integration: AstroIntegration = {
    name: integrationName,
    hooks: {
      'astro:config:done': ({ injectTypes }) => void injectTypes(publicationTypes),
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(keepCode),
    },
  };
  // Astro resolves some of its files against the working directory.
  process.chdir(PROJECT_ROOT);
  await astro.build({
    root: PROJECT_ROOT,
    outDir: root,
    base,
    logLevel: 'warn',
    integrations: [integration],
    vite: { logLevel: 'warn', plugins: [publicationModule()] },
  });
}

// As a program: compile-pages.ts ROOT BASE. Its standard input closes when the parent process ends; then it ends too.
if (import.meta.main) {
  const [root = '', base = '/'] = process.argv.slice(2);
  process.stdin.on('end', () => process.exit(1)).resume();
  await compilePages(root, base);
  process.exit(0);
}
