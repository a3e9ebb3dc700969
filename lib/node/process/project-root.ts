import { fileURLToPath } from 'node:url';

/** The folder of this product: where astro.config.mjs and site/ are, wherever a command was called. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
