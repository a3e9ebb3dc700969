// @ts-check
import { defineConfig } from 'astro/config';

// What a build changes (where the site stands, where the output goes) is given by scripts/; this is what holds
// for every build.
export default defineConfig({
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
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: { syntaxHighlight: false },
});
