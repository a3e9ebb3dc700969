import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { PUBLICATION } from '../content/publication-module.ts';
import { readWriteLock } from './read-write-lock.ts';

/** So long a request is waited for before the pages change under it. */
const PATIENCE_MS = 5000;

/** What a page says to the server once it listens: which state of the spec it shows. */
const SHOWN = 'stanza-catalog:shown';

/** Pages that follow the spec. */
export interface LiveReload {
  readonly plugin: Plugin;
  /** What every page runs. */
  readonly script: string;
  /**
   * Shows another state of the spec on every open page.
   * @param take makes the new state the current one
   */
  change(take: () => void): Promise<void>;
}

/**
 * Pages of the development server that always end up with the newest state of the spec.
 *
 * A message to reload is not enough for that. One that is sent while a page loads reaches nobody, so a page says
 * which state it shows as soon as it can be told to reload. And a page that is rendered while the state changes would
 * leave modules behind in Vite that were made from the old one, so the state changes between two requests only.
 * @param problem what stands in the way of showing the current state, if anything does
 */
export function liveReload(problem: () => ErrorPayload | undefined): LiveReload {
  const requests = readWriteLock(PATIENCE_MS);
  let server: ViteDevServer | undefined;
  let state = 0;
  return {
    plugin: {
      name: 'stanza-catalog:live',
      configureServer(vite) {
        server = vite;
        vite.middlewares.use(async (_, response, next) => {
          const leave = await requests.enter();
          response.once('close', leave);
          response.setHeader('server-timing', `spec;desc="${state}"`);
          next();
        });
        // A page that is opened while the spec is broken shows the finding too.
        vite.ws.on('connection', () => {
          const error = problem();
          if (error !== undefined) vite.ws.send(error);
        });
        vite.ws.on(SHOWN, (shown: unknown, client) => {
          if (shown !== String(state)) client.send({ type: 'full-reload' });
        });
      },
    },
    script: TELL,
    async change(take) {
      await requests.alone(() => {
        take();
        state += 1;
        if (problem() !== undefined) return;
        // Every page shows some part of the corpus, so every module that was rendered from it starts anew, and no
        // other: to transform all of them again takes a second, and many on a busy machine.
        for (const { moduleGraph } of Object.values(server?.environments ?? {})) {
          const made = moduleGraph.getModuleById(PUBLICATION);
          if (made !== undefined) moduleGraph.invalidateModule(made);
        }
      });
      server?.ws.send(problem() ?? { type: 'full-reload' });
    },
  };
}

// The header of its own response is all that a page can know of it; a browser that does not show it says nothing.
const TELL = `
const spec = performance.getEntriesByType('navigation')[0]?.serverTiming?.find(({ name }) => name === 'spec');
if (spec !== undefined) import.meta.hot?.send(${JSON.stringify(SHOWN)}, spec.description);
`;
