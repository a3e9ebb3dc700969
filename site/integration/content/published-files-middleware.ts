import type { Plugin } from 'vite';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { siteFiles } from '../../../lib/publish/published-files.ts';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
};

/** Serves what is published beside the pages while the site is being written. Each file is made when it is asked for. */
export function siteFilesPlugin(current: () => Published): Plugin {
  return {
    name: 'stanza-catalog:site-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const published = current();
        const [address = ''] = (request.url ?? '').split(/[?#]/);
        const type = TYPES[/\.(\w+)$/.exec(address)?.[1] ?? ''];
        if (type === undefined || !address.startsWith(published.base)) return next();
        const wanted = address.slice(published.base.length);
        for (const { path, text } of siteFiles(published)) {
          if (path !== wanted) continue;
          response.setHeader('content-type', type);
          return void response.end(text);
        }
        next();
      });
    },
  };
}
