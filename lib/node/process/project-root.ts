import { fileURLToPath } from 'node:url';

/** The root of this project, with astro.config.mjs and site/, whatever the working directory is. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
