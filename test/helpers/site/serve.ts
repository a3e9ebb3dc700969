import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface Served {
  /** Such as http://127.0.0.1:40000 */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder as a static host does: index.html for a folder, 404.html for what is not there, text
 * compressed, everything with the headers that the folder's own _headers asks for. Only this machine sees it, at a free port, until it is closed.
 * @param base the base path of the site, with slashes at both ends
 * @param lateMs how long the answer for a path takes, in milliseconds
 */
export async function serve(
  folder: string,
  base = '/',
  lateMs: (path: string) => number = () => 0,
): Promise<Served> {
  const rules = headerRules(await readFile(join(folder, '_headers'), 'utf8').catch(() => ''));
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    for (const { covers, name, value } of rules) if (covers(path)) response.setHeader(name, value);
    if (lateMs(path) > 0) await setTimeout(lateMs(path));
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : '..';
    const file = join(folder, inside.endsWith('/') || inside === '.' ? join(inside, 'index.html') : inside);
    const body = inside.startsWith('..') ? undefined : await readFile(file).catch(() => undefined);
    if (body === undefined) {
      const missing = await readFile(join(folder, '404.html')).catch(() => 'not found');
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    } else {
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      const compressed =
        /^text|json|svg/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
      response
        .writeHead(200, { 'content-type': type, ...(compressed ? { 'content-encoding': 'gzip' } : {}) })
        .end(compressed ? gzipSync(body) : body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface HeaderRule {
  readonly covers: (path: string) => boolean;
  readonly name: string;
  readonly value: string;
}

/** What a file _headers says: a path or the beginning of paths, then its headers, indented. */
function headerRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  let covers: HeaderRule['covers'] = () => false;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.push({ covers, name, value });
    else covers = line.endsWith('*') ? (path) => path.startsWith(line.slice(0, -1)) : (path) => path === line;
  }
  return rules;
}
