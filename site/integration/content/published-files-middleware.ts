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
 * Serves what is published beside the pages while the site is being written. Each file is made when it is asked for.
 * Astro has taken the base from the addresses before.
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
