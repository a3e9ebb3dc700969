import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';

const DOC = await readFile(join(PROJECT_ROOT, 'docs/publishing.md'), 'utf8');

/** The base path of a site: the root of its host, or a folder below it as in the guide. */
export const PLACES = {
  'at the root': { base: '/', root: 'www/root', site: 'www/root' },
  'below the root': { base: '/spec/', root: 'www', site: 'www/spec' },
} as const;

export type Place = (typeof PLACES)[keyof typeof PLACES];

/** A server: how its recipe becomes one for a place, and how it is started with it. */
export interface Server {
  readonly fence: string;
  /** What a Debian package must be there. */
  readonly packages: string;
  readonly installed: () => boolean;
  /** What the guide says to change for a site below the root. */
  readonly moved: readonly (readonly [from: string, to: string, times: number])[];
  start(recipe: string, folder: string, port: number): Promise<ChildProcess>;
}

const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** Brotli is a module of its own for nginx; Debian lists what is to be loaded in this folder. */
const MODULES = '/etc/nginx/modules-enabled';

export const SERVERS: Readonly<Record<string, Server>> = {
  nginx: {
    fence: 'nginx',
    packages: 'nginx libnginx-mod-http-brotli-static',
    installed: () => runs('nginx', '-v') && existsSync(join(MODULES, '50-mod-http-brotli-static.conf')),
    moved: [
      ['root /srv/spec/dist;', 'root /srv/www;', 1],
      ['location / {', 'location /spec/ {', 1],
      [' /404.html', ' /spec/404.html', 1],
    ],
    async start(recipe, folder, port) {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      const config = [
        `include ${MODULES}/*.conf;`,
        `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1;`,
        'events {}',
        'http {',
        '  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;',
        ...temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`),
        recipe
          .replace('listen 80;', `listen 127.0.0.1:${port};`)
          .replace('# brotli_static on;', 'brotli_static on;'),
        '}',
      ];
      await writeFile(join(folder, 'nginx.conf'), config.join('\n'));
      return spawn('nginx', ['-e', 'stderr', '-c', join(folder, 'nginx.conf')]);
    },
  },
  Caddy: {
    fence: 'caddy',
    packages: 'caddy',
    installed: () => runs('caddy', 'version'),
    moved: [
      ['root * /srv/spec/dist', 'root * /srv/www', 1],
      ['  handle /* {', '  handle /spec/* {', 2],
      ['rewrite * /404.html', 'rewrite * /spec/404.html', 1],
      ['  handle /spec/* {\n    header', '  redir /spec /spec/\n  handle /spec/* {\n    header', 1],
    ],
    async start(recipe, folder, port) {
      const address = `http://127.0.0.1:${port}`;
      const config = `{\n  admin off\n  auto_https off\n}\n${recipe.replace('spec.example.org', address)}`;
      await writeFile(join(folder, 'Caddyfile'), config);
      const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
      return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
        env,
      });
    },
  },
};

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The recipe in the guide: the only block of its kind. */
export function recipeOf(fence: string): string {
  const [block, ...more] = DOC.matchAll(new RegExp(`^\`\`\`${fence}\\n([^]*?)^\`\`\`$`, 'gm'));
  assert.ok(block?.[1] !== undefined && more.length === 0, `one recipe for ${fence}`);
  return block[1];
}

export function placed(recipe: string, changes: Server['moved']): string {
  return changes.reduce((text, [from, to, times]) => {
    assert.equal(text.split(from).length - 1, times, `${from} stands in the recipe`);
    return text.replaceAll(from, to);
  }, recipe);
}

export function ask(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    asked.on('error', reject).end();
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the server answers; fails with what it says when it ends or does not answer in time. */
export async function answering(running: ChildProcess, port: number): Promise<void> {
  let said = '';
  running.stderr?.on('data', (text) => {
    said += text;
  });
  for (let tries = 0; tries < 200; tries++) {
    assert.equal(running.exitCode, null, said);
    if (await ask(port, '/', {}).catch(() => undefined)) return;
    await setTimeout(50);
  }
  assert.fail(`no answer: ${said}`);
}

export async function stopped(running: ChildProcess | undefined): Promise<void> {
  if (running === undefined || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}
