import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { build as buildMain } from '../../scripts/build.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { diff as diffMain } from '../../scripts/diff.ts';
import { release as releaseMain } from '../../scripts/release.ts';
import { validate as validateMain } from '../../scripts/validate.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

// A spec is released, then an attribute is renamed, one is deleted, one is raised, and a stanza is moved; and what
// people and programs see of that is read: the diff, the changelog, the feeds, the site, and its old addresses.

const attribute = (name: string, confidence: string, more = ''): string =>
  `  - { name: ${name}, type: int, confidence: ${confidence}, description: Is ${name}.${more} }\n`;
const EVIDENCE = `, provenance: { flavors: [meow], sources: ['meow:a.ts#L1'] }`;
const ping = (attributes: string): string => minimalStanza('ping', `attributes:\n${attributes}`);
const spec = (version: string): string => `title: Pings\nversion: '${version}'\n`;
const FLOW = `id: round
title: A round
status: draft
spec_version: '1.0.0'
summary: There and back.
participants: [{ id: a, label: A }, { id: b, label: B }]
steps: [{ from: a, to: b, label: ping, confidence: unknown, stanza: ping }]
`;

const FIRST: Readonly<Record<string, string>> = {
  'spec/spec.yaml': spec('1.0.0'),
  'spec/flavors/meow.yaml': `{ id: meow, repository: 'https://github.com/example/meow', commit: '0123456789abcdef0123456789abcdef01234567' }`,
  'spec/stanzas/ping.yaml': ping(
    attribute('old-name', 'unknown') +
      attribute('deleted', 'unknown') +
      attribute('raised', 'speculative', EVIDENCE),
  ),
  'spec/stanzas/pong.yaml': minimalStanza('pong', `attributes:\n${attribute('back', 'unknown')}`),
  'spec/enums/colors.yaml': `{ id: colors, title: Colors, status: draft, summary: Colors., values: [
    { value: red, confidence: unknown, description: Red. }, { value: blue, confidence: unknown, description: Blue. } ] }`,
  'spec/flows/round.yaml': FLOW,
};

/** The second version, without tombstones for what it removes. */
const SECOND: Readonly<Record<string, string>> = {
  'spec/spec.yaml': spec('2.0.0'),
  'spec/stanzas/ping.yaml': ping(
    attribute('new-name', 'unknown') + attribute('raised', 'probable', EVIDENCE),
  ),
  'spec/stanzas/echo.yaml': minimalStanza('echo', `attributes:\n${attribute('back', 'unknown')}`),
  'spec/enums/colors.yaml': `{ id: colors, title: Colors, status: draft, summary: Colors., values: [
    { value: red, confidence: unknown, description: Red. } ] }`,
};

/** And the words. */
const KEPT: Readonly<Record<string, string>> = {
  'spec/stanzas/echo.yaml': `${SECOND['spec/stanzas/echo.yaml']}moved_from: [pong]\n`,
  'spec/tombstones.yaml': `tombstones:
  - { path: 'ping:@old-name', reason: The other name is the one on the wire., date: '2026-02-01', successor: 'ping:@new-name' }
  - { path: 'ping:@deleted', reason: It was an echo of another stanza., date: '2026-02-01' }
  - { path: colors=blue, reason: Nobody sends blue., date: '2026-02-01' }
  - { path: flows/round, reason: It was too simple., date: '2026-02-01' }
`,
};

let work: string;
before(async () => {
  work = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
  await write(FIRST);
});
after(() => rm(work, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), text);
  }
}

async function run(main: (args: readonly string[], io: Io) => Promise<ExitCode>, ...args: string[]) {
  const io = testIo({ cwd: work, env: { SITE_URL: 'https://example.org', BASE_PATH: '/base/' } });
  const code = await guarded(main, args, io);
  return { code, out: io.stdout(), err: io.stderr() };
}

const read = (path: string): Promise<string> => readFile(join(work, path), 'utf8');
const json = async (path: string) => JSON.parse(await read(path));

test('the first version is released', async () => {
  const { code, err } = await run(releaseMain, '1.0.0', '--date', '2026-01-01');
  assert.equal(code, 0, err);
});

test('a change that would lose released paths or pages is refused, and lists them', async () => {
  await write(SECOND);
  await rm(join(work, 'spec/stanzas/pong.yaml'));
  await rm(join(work, 'spec/flows/round.yaml'));
  const { code, out } = await run(validateMain, '--format', 'json');
  assert.equal(code, 1);
  const { findings } = JSON.parse(out) as { findings: { code: string; path: string }[] };
  const lost = findings.filter((one) => one.code === 'path/lost').map(({ path }) => path);
  assert.deepEqual(lost.sort(), [
    'colors=blue',
    'flows/round',
    'ping:@deleted',
    'ping:@old-name',
    'pong',
    'pong:@back',
  ]);
  assert.equal((await run(buildMain, '--out', 'site')).code, 1);
  await assert.rejects(read('site/index.html'), { code: 'ENOENT' });
});

test('the diff lists the changes and their impact', async () => {
  await write(KEPT);
  const { code, out, err } = await run(diffMain, '1.0.0', 'spec', '--format', 'json');
  assert.equal(code, 0, err);
  const { impact, changes } = JSON.parse(out) as { impact: string; changes: Record<string, string>[] };
  assert.equal(impact, 'major');
  const told = changes.map(({ kind, path, to }) => [kind, path, ...(to === undefined ? [] : [to])].join(' '));
  for (const one of [
    'moved ping:@old-name ping:@new-name',
    'removed ping:@deleted',
    'raised ping:@raised probable',
    'moved pong echo',
    'removed colors=blue',
    'definition flows/round',
  ]) {
    assert.ok(told.includes(one), `${one} is not among: ${told.join('; ')}`);
  }
  assert.ok(!told.some((one) => one.includes('pong:@back')), 'what moved with its stanza is told once');
});

test('the second version is released, and the changelog has the same changes', async () => {
  assert.match((await run(releaseMain, '1.1.0')).err, /1\.1\.0 cannot be released/);
  const { code, err } = await run(releaseMain, '2.0.0', '--date', '2026-02-01');
  assert.equal(code, 0, err);
  const changelog = await read('CHANGELOG.md');
  assert.match(changelog, /## 2\.0\.0 \(2026-02-01\)[\s\S]*### The facts[\s\S]*## 1\.0\.0/);
  assert.match(
    changelog,
    /^- `ping:@old-name`: now `ping:@new-name`\. The other name is the one on the wire\.$/m,
  );
  assert.match(changelog, /^- `ping:@raised`: speculative to probable$/m);
});

test('the site is built, and every page of every release is on it', async () => {
  const { code, err } = await run(buildMain, '--out', 'site');
  assert.equal(code, 0, err);
  for (const version of ['1.0.0', '2.0.0']) {
    const { definitions } = (await json(`spec/releases/${version}.json`)) as {
      definitions: { kind: string; id: string }[];
    };
    for (const { kind, id } of definitions) {
      if (kind !== 'spec')
        assert.match(await read(`site/${kind}s/${id}/index.html`), /<h1>/, `${kind} ${id}`);
    }
    assert.match(await read(`site/changes/${version}/index.html`), /<h1>/);
  }
});

test('old URLs still work: of moved and withdrawn pages, and of facts', async () => {
  const moved = await read('site/stanzas/pong/index.html');
  assert.match(moved, /<meta http-equiv="refresh" content="0; url=\/base\/stanzas\/echo\/">/);
  assert.match(moved, /<link rel="canonical" href="https:\/\/example\.org\/base\/stanzas\/echo\/">/);
  assert.match(moved, /<li id="@back">[\s\S]*?<a href="\/base\/stanzas\/echo\/#@back">/);

  const withdrawn = await read('site/flows/round/index.html');
  assert.match(withdrawn, /A round was withdrawn/);
  assert.match(withdrawn, /Withdrawn on 2026-02-01\.\s+It was too simple\./);
  assert.doesNotMatch(withdrawn, /http-equiv="refresh"/);

  const page = await read('site/stanzas/ping/index.html');
  assert.match(page, /<li id="@old-name">[\s\S]*?Now <a href="\/base\/stanzas\/ping\/#@new-name">/);
  assert.match(
    page,
    /<li id="@deleted">[\s\S]*?Withdrawn on 2026-02-01\.\s+It was an echo of another stanza\./,
  );
  assert.match(await read('site/enums/colors/index.html'), /<li id="blue">[\s\S]*?Nobody sends blue\./);
});

test('JSON, Markdown and feeds at old URLs name the successor', async () => {
  const moved = await json('site/stanzas/pong.json');
  assert.equal(moved.moved_to, 'https://example.org/base/stanzas/echo/');
  assert.match(await read('site/stanzas/pong.md'), /It is now \[.*\]\(.*\/base\/stanzas\/echo\/.*\)/);
  const feed = await json('site/stanzas/pong/feed.json');
  assert.deepEqual(feed, await json('site/stanzas/echo/feed.json'));
  assert.match(feed.items[0].content_text, /pong \(now echo/);
  assert.match(feed.items[1].content_text, /The first release, with 1 fact of this stanza/);
  assert.match(await read('site/stanzas/pong/feed.xml'), /<entry>/);
  const withdrawn = await json('site/flows/round.json');
  assert.equal(withdrawn.moved_to, undefined);
  assert.deepEqual([withdrawn.withdrawn, withdrawn.reason], ['2026-02-01', 'It was too simple.']);
  assert.match(await read('site/flows/round.md'), /was withdrawn\n\nWithdrawn on 2026-02-01\./);
});

test('an old version says that it is old, and links to the current page', async () => {
  const old = await read('site/v/1.0.0/stanzas/ping/index.html');
  assert.match(old, /This is an old version\./);
  assert.match(old, /<a href="\/base\/stanzas\/ping\/">the current page<\/a>/);
  assert.match(old, /<tr id="@deleted">/);
  const newest = await read('site/v/2.0.0/stanzas/ping/index.html');
  assert.match(newest, /This is version 2\.0\.0, the newest release\./);
  assert.doesNotMatch(newest, /old version/i);
  assert.match(await read('site/v/2.0.0/stanzas/ping.md'), /the newest release\. It does not change/);
  assert.match(await read('site/v/1.0.0/stanzas/pong/index.html'), /href="\/base\/stanzas\/echo\/"/);
  const twin = await json('site/v/1.0.0/stanzas/ping.json');
  assert.equal(twin.version, '1.0.0');
  assert.equal(twin.facts.length, 3);
});

test('each fact shows when it was added and raised', async () => {
  const { facts } = (await json('site/stanzas/ping.json')) as { facts: { path: string; history: object }[] };
  const histories = Object.fromEntries(facts.map(({ path, history }) => [path, history]));
  assert.deepEqual(histories, {
    'ping:@new-name': { since: '1.0.0', changes: [] },
    'ping:@raised': {
      since: '1.0.0',
      changes: [{ version: '2.0.0', from: 'speculative', to: 'probable' }],
    },
  });
  assert.match(
    await read('site/stanzas/ping/index.html'),
    /Since 1\.0\.0; speculative to probable in 2\.0\.0\./,
  );
});

test('the feeds announce the release, those of a stanza only its own changes', async () => {
  const all = await json('site/feed.json');
  assert.deepEqual(
    all.items.map(({ title, url }: Record<string, string>) => [title, url]),
    [
      ['Version 2.0.0', 'https://example.org/base/changes/2.0.0/'],
      ['Version 1.0.0', 'https://example.org/base/changes/1.0.0/'],
    ],
  );
  const [own] = (await json('site/stanzas/ping/feed.json')).items;
  assert.match(own.content_text, /ping:@deleted/);
  assert.doesNotMatch(own.content_text, /colors/);
  assert.match(await read('site/stanzas/ping/feed.xml'), /<title>Version 2\.0\.0<\/title>/);
  const { releases, unreleased } = await json('site/changes.json');
  assert.equal(unreleased, undefined);
  assert.deepEqual(
    releases.map(({ version, impact }: Record<string, string>) => [version, impact]),
    [
      ['2.0.0', 'major'],
      ['1.0.0', 'none'],
    ],
  );
});

test('the sitemap lists current pages only', async () => {
  const map = await read('site/sitemap-0.xml');
  assert.match(map, /<loc>https:\/\/example\.org\/base\/stanzas\/echo\/<\/loc>/);
  assert.doesNotMatch(map, /pong|\/v\/|404|round/);
  assert.match(await read('site/sitemap-index.xml'), /sitemap-0\.xml/);
});

test('robots.txt of a site below the root of its host lists the lines for the file of the host', async () => {
  assert.equal(
    await read('site/robots.txt'),
    [
      '# Crawlers read only https://example.org/robots.txt. This site is under /base/:',
      '# add these lines there, so that they find its sitemap.',
      'User-agent: *',
      'Allow: /base/',
      'Sitemap: https://example.org/base/sitemap-index.xml',
      '',
    ].join('\n'),
  );
});
