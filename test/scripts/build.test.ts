import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { build as main } from '../../scripts/build.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { THOROUGH } from '../helpers/thorough.ts';

let work: string;
before(async () => {
  work = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
});
after(() => rm(work, { recursive: true, force: true }));

async function build(args: readonly string[], env: Record<string, string>, cwd = work) {
  const io = testIo({ cwd, env });
  const code = await guarded(main, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();

const listed = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).sort();

test('another folder of the same shape is rendered instead; only stanzas/ must be in it', async (t) => {
  const other = await tempFolder(t, {
    'stanzas/ping.yaml': minimalStanza('ping', 'notes: Only <here> & "now".\n'),
  });
  const { code, stderr } = await build([], { SPEC_DIR: other });
  assert.equal(code, 0, stderr);
  assert.match(stderr, /1 stanza .*wrote \d+ pages to .* in \d+\.\d s/);
  const page = await readFile(join(work, 'dist/stanzas/ping/index.html'), 'utf8');
  assert.match(page, /Only &lt;here&gt; &amp;/);
  const home = await readFile(join(work, 'dist/index.html'), 'utf8');
  assert.doesNotMatch(home, /WhatsApp/);
  assert.deepEqual(await brokenLinks(join(work, 'dist'), '/'), []);
});

test('an error stops the build with the finding and exit 1, and leaves dist unchanged', async (t) => {
  const dist = join(work, 'dist');
  await cp(join(PROJECT_ROOT, 'LICENSE'), join(dist, 'marker.txt'));
  const before = await listed(dist);
  const broken = await tempFolder(t, {
    'spec.yaml': "title: Pings\nversion: '1.0.0'\npolicy: strict\n",
    'stanzas/ping.yaml': minimalStanza('ping', 'colour: red\n'),
  });
  const { code, stdout, stderr } = await build([], { SPEC_DIR: broken });
  assert.equal(code, 1);
  assert.match(stdout, /ping\.yaml:9:1 {2}error {2}schema\/unknown-key/);
  assert.match(stderr, /Not built/);
  assert.deepEqual(await listed(dist), before);
});

test('a failing build leaves dist unchanged, and no other files', async (t) => {
  const dist = join(work, 'dist');
  const before = await listed(dist);
  const other = await tempFolder(t, { 'stanzas/ping.yaml': minimalStanza('ping') });
  const { code } = await build([], { SPEC_DIR: other, BASE_PATH: '/../x/' });
  assert.equal(code, 2);
  assert.deepEqual(await listed(dist), before);
  assert.deepEqual(
    (await readdir(work)).filter((name) => name !== 'dist'),
    [],
  );
});

test('an invalid address is a usage error, in a sentence', async (t) => {
  const other = await tempFolder(t, { 'stanzas/ping.yaml': minimalStanza('ping') });
  const { code, stderr } = await build([], { SPEC_DIR: other, SITE_URL: 'javascript:alert(1)' });
  assert.equal(code, 2);
  assert.match(stderr, /SITE_URL .* is not an address/);
  for (const [env, said] of [
    [{ SITE_URL: 'https://example.org/?x=1' }, /^SITE_URL .* is not an address/],
    [{ SITE_URL: 'https://example.org/a%20b/' }, /^SITE_URL .* has the path \/a%20b\//],
    [{ BASE_PATH: '/./' }, /^BASE_PATH \/\.\/ is not a path/],
  ] as const) {
    const wrong = await build([], { SPEC_DIR: other, ...env });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, said);
  }
});

test('under a base path every internal link leads to a file or an anchor of the site', async () => {
  const out = join(work, 'based');
  const { code, stderr } = await build(['--spec', FIXTURE, '--out', out], {
    SITE_URL: 'https://example.org',
    BASE_PATH: '/some/base/',
  });
  assert.equal(code, 0, stderr);
  assert.deepEqual(await brokenLinks(out, '/some/base/'), []);
});

/** Internal links of every page that lead to no file, or to no element of the page that they name. */
async function brokenLinks(folder: string, base: string): Promise<string[]> {
  const files = new Set((await listed(folder)).map((name) => name.replaceAll('\\', '/')));
  const pages = [...files].filter((name) => name.endsWith('.html'));
  const texts = new Map<string, string>();
  for (const name of pages) texts.set(name, await readFile(join(folder, name), 'utf8'));
  const ids = new Map<string, Set<string>>();
  for (const [name, text] of texts)
    ids.set(name, new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => decode(id))));
  const broken: string[] = [];
  for (const [name, text] of texts) {
    const here = `https://x${base}${name.replace(/index\.html$/, '')}`;
    for (const [, raw] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const url = new URL(decode(raw), here);
      if (url.host !== 'x') continue;
      if (!url.pathname.startsWith(base)) {
        broken.push(`${name}: ${raw} leaves the base path`);
        continue;
      }
      const path = decodeURIComponent(url.pathname.slice(base.length));
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!files.has(target)) broken.push(`${name}: ${raw} leads to no file`);
      else if (anchor !== '' && !ids.get(target)?.has(anchor))
        broken.push(`${name}: ${raw} leads to no element`);
    }
  }
  return broken;
}

const decode = (text = ''): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What a checkout must have for a build. */
const PARTS = [
  'lib',
  'scripts',
  'site',
  'spec/schema',
  'public',
  'test/helpers',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'CONTRIBUTING.md',
];

/** Ends every line of a text file, or of all in a folder, with a carriage return as well. */
async function endLinesAsWindows(path: string): Promise<void> {
  const inside = (await stat(path)).isDirectory() ? await filesIn(path) : [''];
  for (const file of inside.map((name) => join(path, name))) {
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
  }
}

if (THOROUGH) {
  test('two builds of one commit give the same bytes, whatever the folder, line ends, time zone and language', async () => {
    const other = join(work, 'ö ther');
    const out = join(work, 'again');
    for (const name of PARTS) await cp(join(PROJECT_ROOT, name), join(other, name), { recursive: true });
    // As an editor or an archive on Windows leaves them. What is in public/ is published as it is.
    for (const name of PARTS.filter((one) => one !== 'public')) await endLinesAsWindows(join(other, name));
    await cp(FIXTURE, join(other, 'spec'), { recursive: true });
    await symlink(join(PROJECT_ROOT, 'node_modules'), join(other, 'node_modules'), 'junction');
    const env = { SITE_URL: 'https://example.org', BASE_PATH: '/some/base/' };
    const elsewhere = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      // Nothing that the first one has kept.
      STANZA_CATALOG_CACHE: join(work, 'other cache'),
    };
    await promisify(execFile)(process.execPath, ['scripts/build.ts', '--out', out], {
      cwd: other,
      env: { ...process.env, ...env, ...elsewhere },
    });
    const files = await filesIn(join(work, 'based'));
    assert.deepEqual(await filesIn(out), files);
    for (const name of files) {
      const [a, b] = [await readFile(join(work, 'based', name)), await readFile(join(out, name))];
      assert.ok(a.equals(b), `${name} differs`);
    }
  });
}

test('a folder with other content is never replaced, nor the spec or the working directory', async (t) => {
  const root = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping'),
    'mine/letter.txt': 'Dear reader',
  });
  for (const out of ['mine', 'spec', 'spec/stanzas', '.', '..']) {
    const { code, stderr } = await build(['--out', out], {}, root);
    assert.equal(code, 2, out);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
  assert.equal(await readFile(join(root, 'mine/letter.txt'), 'utf8'), 'Dear reader');
  assert.equal(await readFile(join(root, 'spec/stanzas/ping.yaml'), 'utf8'), minimalStanza('ping'));
});

test('the output folder is relative to the working directory', async (t) => {
  const elsewhere = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const command = join(PROJECT_ROOT, 'scripts/build.ts');
  const { stderr } = await promisify(execFile)(process.execPath, [command], { cwd: elsewhere });
  assert.match(stderr, /wrote \d+ pages/);
  assert.ok((await readdir(join(elsewhere, 'dist/stanzas/ping'))).includes('index.html'));
  assert.deepEqual((await readdir(elsewhere)).sort(), ['dist', 'spec']);
});

test('a symbolic link is kept and its target is replaced; a dangling link is an error', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  await mkdir(join(root, 'behind/site'), { recursive: true });
  await symlink('behind/site', join(root, 'dist'));
  assert.equal((await build([], {}, root)).code, 0);
  assert.ok((await lstat(join(root, 'dist'))).isSymbolicLink());
  assert.ok((await readdir(join(root, 'behind/site'))).includes('index.html'));

  await symlink('nowhere', join(root, 'lost'));
  const lost = await build(['--out', 'lost'], {}, root);
  assert.equal(lost.code, 2);
  assert.match(lost.stderr, /^lost is a broken link\. /);
  await symlink('spec', join(root, 'sly'));
  assert.equal((await build(['--out', 'sly'], {}, root)).code, 2);
});

test('the site is readable by other users', async () => {
  assert.equal((await stat(join(work, 'based'))).mode & 0o777, 0o755);
});
