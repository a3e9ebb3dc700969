import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { PUBLICATION } from '../content/publication-module.ts';
import { readWriteLock } from './read-write-lock.ts';

/** How long a running request can delay a new state. */
const PATIENCE_MS = 5000;

/** The message by which a page tells the server which state of the spec it shows. */
const SHOWN = 'stanza-catalog:shown';

/** Keeps open pages up to date with the spec. */
export interface LiveReload {
  readonly plugin: Plugin;
  /** The script for every page. */
  readonly script: string;
  /**
   * Switches to another state of the spec and reloads every open page.
   * @param take makes the new state the current one
   */
  change(take: () => void): Promise<void>;
}

/**
 * Makes sure that pages of the development server always end up with the newest state of the spec.
 *
 * A reload message alone is not enough. If it is sent while a page loads, nobody receives it; so each page reports its
 * state as soon as it can receive messages. And rendering a page while the state changes would leave modules of the old
 * state in Vite's cache; so the state changes only between requests.
 * @param problem the errors of the current state, if there are any
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
          const leave = await requests.read();
          response.once('close', leave);
          response.setHeader('server-timing', `spec;desc="${state}"`);
          next();
        });
        // A page that is opened later shows the errors, too.
        vite.ws.on('connection', () => {
          const error = problem();
          if (error !== undefined) vite.ws.send(error);
        });
        vite.ws.on(SHOWN, (shown: unknown, client) => {
          if (shown !== String(state)) client.send({ type: 'full-reload' });
        });
      },
    },
    script: REPORT_STATE,
    async change(take) {
      await requests.write(() => {
        take();
        state += 1;
        if (problem() !== undefined) return;
        // Invalidates only the corpus and the modules that import it: transforming all modules again takes seconds.
        for (const { moduleGraph } of Object.values(server?.environments ?? {})) {
          const made = moduleGraph.getModuleById(PUBLICATION);
          if (made !== undefined) moduleGraph.invalidateModule(made);
        }
      });
      server?.ws.send(problem() ?? { type: 'full-reload' });
    },
  };
}

// A page can read only this header of its own response. A browser without the API reports nothing.
const REPORT_STATE = `
const spec = performance.getEntriesByType('navigation')[0]?.serverTiming?.find(({ name }) => name === 'spec');
if (spec !== undefined) import.meta.hot?.send(${JSON.stringify(SHOWN)}, spec.description);
`;
