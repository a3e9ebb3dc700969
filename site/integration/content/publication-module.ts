import { fileURLToPath } from 'node:url';
import type { InjectedType } from 'astro';
import type { Plugin } from 'vite';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';

const ID = 'virtual:publication';
/** The id of the module in Vite's module graphs. */
export const PUBLICATION = `\0${ID}`;
const KEY = 'stanza-catalog.publication';

/**
 * The module `virtual:publication`: the corpus that the pages show. Pages are rendered in this process, so the module
 * passes the corpus by reference; nothing is serialized or bundled. It does so through a registered symbol, since the
 * code that Vite runs or bundles has its own module instances and shares only the globals.
 * @param current the corpus when the module is loaded; without it, call {@link publish} before a page is rendered
 */
export function publicationModule(current?: () => Published): Plugin {
  return {
    name: 'stanza-catalog:publication',
    resolveId: (id) => (id === ID ? PUBLICATION : undefined),
    load(id) {
      if (id !== PUBLICATION) return undefined;
      if (current !== undefined) publish(current());
      return `export default globalThis[Symbol.for(${JSON.stringify(KEY)})];`;
    },
  };
}

/** Sets the corpus of the pages that are rendered in this thread. */
export function publish(published: Published): void {
  Reflect.set(globalThis, Symbol.for(KEY), published);
}

const PUBLISHED = fileURLToPath(new URL('../../../lib/diff/bundle/published.ts', import.meta.url));

/** The types of that module. Astro writes them into `.astro/`, for the compiler and for editors. */
export const publicationTypes: InjectedType = {
  filename: 'publication.d.ts',
  content: `declare module '${ID}' {
  const publication: import(${JSON.stringify(withSlashes(PUBLISHED))}).Published;
  export default publication;
}
`,
};
