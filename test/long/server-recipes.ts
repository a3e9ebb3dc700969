import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { buildFrom } from '../../scripts/build.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

// The recipes of docs/publishing.md, each with the server that it is for. No part of `npm test`: it needs the servers.
// Run by `npm run test:long`.

const DOC = await readFile(join(PROJECT_ROOT, 'docs/publishing.md'), 'utf8');

let work: string;
before(async () => {
  work = await mkdtemp(join(tmpdir(), 'stanza-catalog-servers-'));
  // The workers of nginx are another user where it is started by root.
  await chmod(work, 0o755);
  await mkdir(join(work, 'spec/stanzas'), { recursive: true });
  await writeFile(join(work, 'spec/stanzas/ping.yaml'), minimalStanza('ping'));
});
after(() => rm(work, { recursive: true, force: true }));

/** The base path of a site: the root of its host, or a folder below it as in the guide. */
const PLACES = {
  'at the root': { base: '/', root: 'www/root', site: 'www/root' },
  'below the root': { base: '/spec/', root: 'www', site: 'www/spec' },
} as const;

type Place = (typeof PLACES)[keyof typeof PLACES];

/** A server: how its recipe becomes one for a place, and how it is started with it. */
interface Server {
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

const SERVERS: Readonly<Record<string, Server>> = {
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

for (const [name, server] of Object.entries(SERVERS)) {
  for (const [where, place] of Object.entries(PLACES)) {
    describe(`the recipe for ${name}, ${where}`, () => serves(name, server, place));
  }
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A site that a server serves. Its port and its stylesheet are known once it runs. */
interface Served {
  readonly base: string;
  readonly asset: () => string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Requests a path from the root of the host. */
  readonly getFromHost: (path: string) => Promise<Answer>;
  /** Reads a file of the site from disk. */
  readonly file: (path: string) => Promise<Buffer>;
}

function serves(name: string, server: Server, { base, root, site }: Place): void {
  let port: number;
  let running: ChildProcess | undefined;
  let asset: string;
  const file = (path: string): Promise<Buffer> => readFile(join(work, site, path));

  before(async () => {
    assert.ok(
      server.installed(),
      `${name} is not installed. On Debian and Ubuntu: sudo apt-get install ${server.packages}`,
    );
    const io = testIo({ cwd: work });
    const finish = { compress: true };
    await mkdir(join(work, 'www'), { recursive: true });
    if (!existsSync(join(work, site))) {
      assert.equal(await buildFrom(undefined, join(work, site), io, { base, finish }), 0, io.stderr());
    }
    asset = /_assets\/[\w.-]+\.css/.exec((await file('index.html')).toString())?.[0] ?? '';
    const folder = await mkdtemp(join(work, 'server-'));
    port = await freePort();
    const recipe = placed(recipeOf(server.fence), base === '/' ? [] : server.moved)
      .replace('/srv/spec/dist', join(work, root))
      .replace('/srv/www', join(work, root));
    running = await server.start(recipe, folder, port);
    await answering(running, port);
  });
  after(() => stopped(running));

  const served: Served = {
    base,
    asset: () => asset,
    get: (path, headers = {}) => ask(port, `${base}${path}`, headers),
    getFromHost: (path) => ask(port, path, {}),
    file,
  };
  itServesFiles(served);
  itRefusesOthers(served);
  itSendsHeaders(served);
}

function itServesFiles({ base, asset, get, getFromHost, file }: Served): void {
  it('serves each page from its folder', async () => {
    for (const path of ['', 'stanzas/ping/']) {
      const { status, headers, body } = await get(path);
      assert.equal(status, 200);
      assert.match(String(headers['content-type']), /^text\/html; charset=utf-8$/i);
      assert.ok(body.equals(await file(`${path}index.html`)), path);
    }
    for (const path of ['stanzas', 'stanzas/ping']) {
      const { status, headers } = await get(path);
      assert.ok(status === 301 || status === 308, `${path}: ${status}`);
      assert.equal(headers.location, `${base}${path}/`, 'whatever scheme and host a proxy has');
    }
    if (base !== '/') {
      const { headers } = await getFromHost('/spec');
      assert.equal(headers.location, '/spec/');
      assert.equal((await getFromHost('/other')).body.includes('Stanza Catalog'), false, 'not its page');
    }
  });

  it('sends the type and the charset of text', async () => {
    for (const [path, type] of [
      ['stanzas/ping.md', /^text\/markdown; charset=utf-8$/i],
      ['llms.txt', /^text\/plain; charset=utf-8$/i],
      ['stanzas/ping.json', /^application\/json; charset=utf-8$/i],
      ['feed.xml', /^(?:text|application)\/xml; charset=utf-8$/i],
      ['icon.svg', /^image\/svg\+xml/],
      [asset(), /^text\/css; charset=utf-8$/i],
    ] as const) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const { headers, status } = await get(path, { 'accept-encoding': encoding });
        assert.equal(status, 200, path);
        assert.match(String(headers['content-type']), type, `${path} as ${encoding}`);
        assert.equal(headers['content-disposition'], undefined);
      }
    }
  });

  it('sends compressed files to clients that accept them, with Vary', async () => {
    for (const path of ['index.html', 'rules.md', 'schema/stanza.schema.json', asset()]) {
      const whole = await file(path);
      for (const [accepted, used, open] of [
        ['gzip, br', 'br', brotliDecompressSync],
        ['gzip', 'gzip', gunzipSync],
        ['identity', undefined, (bytes: Buffer): Buffer => bytes],
      ] as const) {
        const { headers, body } = await get(path, { 'accept-encoding': accepted });
        assert.equal(headers['content-encoding'], used, `${path} for ${accepted}`);
        assert.ok(open(body).equals(whole), path);
        assert.match(String(headers.vary), /^Accept-Encoding$/i, `${path} for ${accepted}`);
      }
    }
  });
}

function itRefusesOthers({ get, file }: Served): void {
  it('answers missing files with the 404 page, which is not cached', async () => {
    for (const path of [
      'nothing',
      'stanzas/nothing/',
      'nothing.md',
      'nothing.json',
      '_assets/old.js',
      '_assets/',
    ]) {
      for (const encoding of ['identity', 'gzip']) {
        const { status, headers, body } = await get(path, { 'accept-encoding': encoding });
        assert.equal(status, 404, path);
        assert.match(String(headers['content-type']), /^text\/html; charset=utf-8$/i, path);
        assert.doesNotMatch(String(headers['cache-control']), /immutable|max-age=[1-9]/, path);
        const page = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        assert.ok(page.equals(await file('404.html')), path);
      }
    }
  });
}

function itSendsHeaders({ asset, get }: Served): void {
  it('sends the security headers with every response', async () => {
    for (const path of [
      '',
      'stanzas/ping.md',
      'stanzas/ping.json',
      asset(),
      'nothing',
      '_assets/old.js',
      'no.md',
    ]) {
      const { headers } = await get(path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['content-security-policy'], "frame-ancestors 'none'", path);
      assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', path);
    }
  });

  it('lets clients cache files with a hash in their name, and nothing else', async () => {
    assert.equal((await get(asset())).headers['cache-control'], 'public, max-age=31536000, immutable');
    for (const path of ['', 'stanzas/ping.json', 'stanzas/ping.md', 'icon.svg', 'search/start.json']) {
      assert.equal((await get(path)).headers['cache-control'], 'no-cache', path);
    }
    const { headers } = await get('');
    const again = await get('', { 'if-none-match': String(headers.etag) });
    assert.equal(again.status, 304, 'what has not changed is not sent again');
  });
}

/** The recipe in the guide: the only block of its kind. */
function recipeOf(fence: string): string {
  const [block, ...more] = DOC.matchAll(new RegExp(`^\`\`\`${fence}\\n([^]*?)^\`\`\`$`, 'gm'));
  assert.ok(block?.[1] !== undefined && more.length === 0, `one recipe for ${fence}`);
  return block[1];
}

function placed(recipe: string, changes: Server['moved']): string {
  return changes.reduce((text, [from, to, times]) => {
    assert.equal(text.split(from).length - 1, times, `${from} stands in the recipe`);
    return text.replaceAll(from, to);
  }, recipe);
}

function ask(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    asked.on('error', reject).end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the server answers; fails with what it says when it ends or does not answer in time. */
async function answering(running: ChildProcess, port: number): Promise<void> {
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

async function stopped(running: ChildProcess | undefined): Promise<void> {
  if (running === undefined || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}
