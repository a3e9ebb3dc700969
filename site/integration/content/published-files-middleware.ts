import type { Plugin } from 'vite';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { publishedFiles } from '../../../lib/publish/published-files.ts';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
};

/**
 * Serves the files beside the pages in `astro dev`. Each is generated on request. Astro removed the base path from the
 * URLs already.
 */
export function publishedFilesMiddleware(current: () => Published): Plugin {
  return {
    name: 'stanza-catalog:site-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const wanted = /^\/([^?#]+\.(json|md|txt|xml))(?:[?#]|$)/.exec(request.url ?? '');
        const type = TYPES[wanted?.[2] ?? ''];
        if (type === undefined) return next();
        for (const { path, text } of publishedFiles(current())) {
          if (path !== wanted?.[1]) continue;
          response.setHeader('content-type', type);
          return void response.end(text);
        }
        next();
      });
    },
  };
}
