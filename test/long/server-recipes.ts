import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildFrom } from '../../scripts/build.ts';
import {
  type Answer,
  answering,
  ask,
  freePort,
  PLACES,
  type Place,
  placed,
  recipeOf,
  SERVERS,
  type Server,
  stopped,
} from '../helpers/site/servers.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

// The recipes of docs/publishing.md, each with the server that it is for. No part of `npm test`: it needs the servers.
// Run by `npm run test:long`.

let work: string;
before(async () => {
  work = await mkdtemp(join(tmpdir(), 'stanza-catalog-servers-'));
  // The workers of nginx are another user where it is started by root.
  await chmod(work, 0o755);
  await mkdir(join(work, 'spec/stanzas'), { recursive: true });
  await writeFile(join(work, 'spec/stanzas/ping.yaml'), minimalStanza('ping'));
});
after(() => rm(work, { recursive: true, force: true }));

for (const [name, server] of Object.entries(SERVERS)) {
  for (const [where, place] of Object.entries(PLACES)) {
    describe(`the recipe for ${name}, ${where}`, () => serves(name, server, place));
  }
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
