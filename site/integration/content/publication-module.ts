import type { Plugin } from 'vite';
import type { Published } from '../../../lib/diff/bundle/published.ts';

const ID = 'virtual:publication';
/** The id of the module in Vite's graphs. */
export const PUBLICATION = `\0${ID}`;
const KEY = 'stanza-catalog.publication';

/**
 * The module `virtual:publication`, with the corpus that is shown; site/env.d.ts has its type. Pages are rendered in
 * this process, so the module gets the corpus by reference: it is not parsed again and not written into a bundle. The
 * way is a registered symbol, since what Vite runs or bundles has modules of its own, and shares only the globals.
 * @param current what to make known when the module is loaded; without it, somebody else does before the pages run
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

/** Makes a corpus known to the pages that are rendered in this thread. */
export function publish(published: Published): void {
  Reflect.set(globalThis, Symbol.for(KEY), published);
}
