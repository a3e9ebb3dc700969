import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { capture } from '../../scripts/capture.ts';
import { type Command, guarded } from '../../scripts/cli/run-command.ts';
import { forms } from '../../scripts/forms.ts';
import { generate } from '../../scripts/generate.ts';
import { release } from '../../scripts/release.ts';
import { validate } from '../../scripts/validate.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const { scripts, engines } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

async function run(command: Command, cwd: string, ...args: readonly string[]) {
  const io = testIo({ cwd });
  const code = await guarded(command, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

const withCrLf = (text: string): string => text.replaceAll('\n', '\r\n');

const FROZEN = FIXTURE.slice(PROJECT_ROOT.length);

/** A folder with files of this repository, and with the frozen spec as its spec; their lines end as on Windows. */
function crlfFolder(t: TestContext, paths: readonly string[]): Promise<string> {
  return tempFolder(
    t,
    Object.fromEntries(
      paths.map((path) => [
        path.replace(FROZEN, 'spec'),
        withCrLf(readFileSync(join(PROJECT_ROOT, path), 'utf8')),
      ]),
    ),
  );
}

const below = (folder: string): string[] =>
  readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(PROJECT_ROOT.length));

test('a checkout on Windows has the same line ends and images as any other', async (t) => {
  const texts = [
    'a.ts',
    'a.yaml',
    'a.yml',
    'a.json',
    'a.md',
    'a.astro',
    'a.css',
    'a.svg',
    'a.txt',
    'LICENSE',
  ];
  const root = await tempFolder(t, Object.fromEntries(texts.map((name) => [`one/${name}`, 'a\nb\n'])));
  const [one, two] = [join(root, 'one'), join(root, 'two')];
  await copyFile(join(PROJECT_ROOT, '.gitattributes'), join(one, '.gitattributes'));
  const picture = Buffer.from('\x89PNG\r\n\x1a\n, and what could be text\n', 'latin1');
  await writeFile(join(one, 'a.png'), picture);
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...who, ...args], { cwd: one, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'One');
  git('-c', 'core.autocrlf=true', '-c', 'core.eol=crlf', 'clone', '--quiet', one, two);
  for (const name of texts) assert.equal(await readFile(join(two, name), 'utf8'), 'a\nb\n', name);
  assert.deepEqual(await readFile(join(two, 'a.png')), picture);
});

test('a copy with CRLF line ends is as valid and up to date as this one', async (t) => {
  const templates = '.github/ISSUE_TEMPLATE';
  const root = await crlfFolder(t, [
    ...below(FROZEN),
    ...below('spec/schema'),
    ...below(templates),
    'lib/schema/types.generated.ts',
    'lib/schema/schemas.generated.ts',
  ]);
  // The forms of this repository offer what its own spec has.
  assert.equal((await run(forms, root)).code, 0);
  const { code, stdout, stderr } = await run(validate, root, '--fail-on', 'warning');
  assert.equal(code, 0, stdout + stderr);
  for (const command of [generate, forms]) {
    assert.deepEqual(await run(command, root, '--check'), { code: 0, stdout: '', stderr: '' });
  }
  // And what is stale there is seen, and renewed with the line ends that the file has.
  const form = join(root, templates, 'capture.yml');
  const fresh = await readFile(form, 'utf8');
  await writeFile(form, fresh.replace('A proxy that decrypts', 'A proxy that reads'));
  assert.equal((await run(forms, root, '--check')).code, 1);
  assert.equal((await run(forms, root)).code, 0);
  assert.equal(await readFile(form, 'utf8'), fresh);
  // A release that was edited is one still.
  const frozen = join(root, 'spec/releases/0.1.0.json');
  await writeFile(frozen, (await readFile(frozen, 'utf8')).replace('"probable"', '"confirmed"'));
  assert.match((await run(validate, root)).stdout, /release\/changed/);
});

test('an edit of a file with CRLF keeps its line ends', async (t) => {
  const root = await tempFolder(t, {
    'spec/spec.yaml': withCrLf("title: A spec\nversion: '0.1.0'\n"),
    'spec/stanzas/ping.yaml': withCrLf(
      minimalStanza(
        'ping',
        'attributes:\n  - name: a\n    type: int\n    confidence: unknown\n    description: One.\n',
      ),
    ),
    'CHANGELOG.md': withCrLf('# Changelog\n\n## Unreleased\n\nBy hand.\n\n## 0.0.1\n\nOld.\n'),
    'log.txt': '<ping a="1"/>\n',
  });
  const draft = ['draft', 'log.txt', '--technique', 'websocket-capture', '--direction', 'outgoing'];
  const drafted = await run(capture, root, ...draft, '--kind', 'captured', '--id', 'one', '--apply');
  assert.equal(drafted.code, 0, drafted.stderr);
  const released = await run(release, root, '0.2.0');
  assert.equal(released.code, 0, released.stderr);
  for (const path of ['spec/spec.yaml', 'spec/stanzas/ping.yaml', 'CHANGELOG.md']) {
    const text = await readFile(join(root, path), 'utf8');
    assert.doesNotMatch(text, /(?<!\r)\n/, path);
  }
  assert.match(await readFile(join(root, 'spec/stanzas/ping.yaml'), 'utf8'), /capture:one/);
  assert.match(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), /^## 0\.2\.0 .*\r\n\r\nBy hand\.\r\n/m);
});

test('an outdated Node gives one sentence, for every script', () => {
  for (const [name, script] of Object.entries(scripts)) {
    // Scripts of other scripts go through what those go through.
    const first = /^npm run ([\w:-]+)/.exec(script)?.[1];
    if (first !== undefined) assert.ok(first in scripts, name);
    else
      assert.match(script, /^node (?:-r \.\/scripts\/needs-node\.cjs |scripts\/needs-node\.cjs && )/, name);
  }
  const needed = engines.node.replace('>=', '');
  const as = (version: string) => {
    const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' });require('./scripts/needs-node.cjs')`;
    return spawnSync(process.execPath, ['-e', code], { cwd: PROJECT_ROOT, encoding: 'utf8' });
  };
  for (const old of ['8.17.0', '20.20.2', '24.1.9', `${Number(needed.split('.')[0]) - 1}.99.0`]) {
    const { status, stdout, stderr } = as(old);
    assert.equal(status, 2, old);
    assert.equal(stdout, '');
    assert.match(
      stderr,
      new RegExp(`^Node ${needed} or newer is needed; this is ${old}\\. .* npm rebuild node .*\\n$`),
    );
  }
  for (const enough of [needed, '24.21.0', '26.0.0', '100.0.0']) assert.equal(as(enough).status, 0, enough);
  // Old ones read no newer syntax.
  const text = readFileSync(join(PROJECT_ROOT, 'scripts/needs-node.cjs'), 'utf8');
  assert.doesNotMatch(text, /=>|\b(?:const|let|class|import)\b|\?\?|\?\.|\.\.\./);
});

test('scripts are quoted for the shell of Windows, too', () => {
  for (const [name, script] of Object.entries(scripts))
    assert.doesNotMatch(script, /['$;]|(?:^|&& )\w+=/, name);
});

test('an option that npm consumed is detected with a real npm', () => {
  // As PowerShell hands it on: without the hyphens before the options.
  const { status, stdout, stderr } = spawnSync('npm run --silent validate --fail-on warning', {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    shell: true,
  });
  assert.equal(status, 2, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, /^npm consumed --fail-on: write '--' before the options, .* npm run validate '--' /m);
});

test('the editor knows the schema of every kind of file', () => {
  const settings = JSON.parse(readFileSync(join(PROJECT_ROOT, '.vscode/settings.json'), 'utf8')) as {
    readonly 'yaml.schemas': Readonly<Record<string, string>>;
  };
  const kinds = readdirSync(join(PROJECT_ROOT, 'spec/schema')).filter(
    (name) => name !== 'common.schema.json',
  );
  assert.deepEqual(
    Object.keys(settings['yaml.schemas']).sort(),
    kinds.map((name) => `./spec/schema/${name}`).sort(),
  );
});
