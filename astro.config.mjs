// @ts-check
import { defineConfig } from 'astro/config';
import stanzaCatalog from './site/integration/index.ts';

// Where the site stands is said by the spec or by SITE_URL and BASE_PATH; this is what holds for every build.
export default defineConfig({
  integrations: [stanzaCatalog()],
  srcDir: './site',
  output: 'static',
  trailingSlash: 'always',
  build: {
    format: 'directory',
    assets: '_assets',
    // One stylesheet and scripts of our own: the content security policy allows nothing inline.
    inlineStylesheets: 'never',
    concurrency: 4,
  },
  // Workers are modules, so that they can fetch a part of themselves only when it is needed.
  // The names of scripts are in every page: a digest alone is the shortest.
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: '_assets/[hash].js' } } } },
    },
    worker: { format: 'es' },
  },
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: { syntaxHighlight: false },
});
