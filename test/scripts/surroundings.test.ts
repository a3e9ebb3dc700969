import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Answer, Call } from '../helpers/run-commands.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';

const RUN = fileURLToPath(new URL('../helpers/run-commands.ts', import.meta.url));

/** Runs commands in one process that a shell or another program makes poor of rights or of room. */
async function runUnder(wrapper: readonly string[], calls: readonly Call[]): Promise<readonly Answer[]> {
  const [program = '', ...args] = [...wrapper, process.execPath, RUN, JSON.stringify(calls)];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
  ]);
  const answers = out.join('').trimEnd().split('\n').at(-1) ?? '';
  assert.ok(answers.startsWith('['), err.join(''));
  return JSON.parse(answers);
}

/** The rights of files bind everybody but root, unless root gives up what lifts it above them. */
const BOUND_BY_RIGHTS =
  process.getuid?.() === 0
    ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all']
    : [];

/** Windows has other rights, and no limits of a shell. */
const POSIX = { skip: process.platform === 'win32' && 'rights and limits are those of POSIX' };

const FILES = {
  'spec/spec.yaml': "title: A spec\nversion: '1.0.0'\n",
  'spec/stanzas/ping.yaml': minimalStanza(
    'ping',
    'attributes:\n  - { name: a, type: int, confidence: unknown, description: One. }\n',
  ),
  'spec/enums/.keep': '',
  'spec/captures/.keep': '',
  'spec/releases/.keep': '',
  'spec/schema/one.schema.json': '{ "title": "One", "type": "object", "properties": {} }',
  'lib/schema/types.generated.ts': '// Old.\n',
  '.github/ISSUE_TEMPLATE/a.yml': 'name: x\nbody:\n  # generated: definition\n  # end\n',
  'log.txt': '<ping a="1"/>\n',
  'CHANGELOG.md': '# Changelog\n',
  'out/dist/index.html': 'old',
  'out/dist/404.html': 'old',
  'cache/.keep': '',
};
const NEW = ['new-entry', 'enum', 'colors'];
const RELEASE = ['release', '0.2.0'];
const DRAFT =
  'capture draft log.txt --technique websocket-capture --direction outgoing --kind captured --id one --apply';
const BUILD = ['build', '--out', 'out/dist'];

async function contents(root: string): Promise<[string, string][]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(
    paths.sort().map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')] as const),
  ) as Promise<[string, string][]>;
}

interface Closed {
  readonly call: readonly string[];
  /** The rights of what is not open, by its path. */
  readonly closed: Readonly<Record<string, number>>;
  readonly code: number;
  readonly says: RegExp;
}

const HELPS = 'access is denied\\. Change the permissions of it or its folder, .* \\(EACCES\\)';
const cannot = (what: string): RegExp => new RegExp(`^Cannot ${what}: ${HELPS}\\n$`);

const CLOSED: readonly Closed[] = [
  { call: BUILD, closed: { out: 0o555 }, code: 2, says: cannot('write .*/out/dist') },
  {
    call: ['build', '--out', 'out/deep/dist'],
    closed: { out: 0o555 },
    code: 2,
    says: cannot('make the folder .*/out/deep'),
  },
  { call: NEW, closed: { spec: 0o555 }, code: 2, says: cannot('write .*/spec') },
  { call: NEW, closed: { 'spec/enums': 0o555 }, code: 2, says: cannot('write .*/colors\\.yaml') },
  {
    call: ['new-entry', 'flow', 'x'],
    closed: { spec: 0o555 },
    code: 2,
    says: cannot('make the folder .*/spec/flows'),
  },
  {
    call: ['new-entry', 'spec', 'out/mine'],
    closed: { out: 0o555 },
    code: 2,
    says: cannot('make the folder .*'),
  },
  {
    call: DRAFT.split(' '),
    closed: { spec: 0o555 },
    code: 2,
    says: /^Cannot write .*\/spec: access is denied/m,
  },
  {
    // The capture could be written, and the stanza that it is a source of could not.
    call: DRAFT.split(' '),
    closed: { 'spec/stanzas': 0o555 },
    code: 2,
    says: /^Cannot write .*\/ping\.yaml: access is denied/m,
  },
  { call: RELEASE, closed: { spec: 0o555 }, code: 2, says: cannot('write .*/spec') },
  { call: RELEASE, closed: { '.': 0o555 }, code: 2, says: cannot('write .*/CHANGELOG\\.md') },
  { call: ['forms'], closed: { '.github/ISSUE_TEMPLATE': 0o555 }, code: 2, says: cannot('write .*TEMPLATE') },
  { call: ['generate'], closed: { 'lib/schema': 0o555 }, code: 2, says: cannot('write .*/lib/schema') },
  {
    call: ['capture', 'check', 'log.txt'],
    closed: { 'log.txt': 0 },
    code: 2,
    says: cannot('open .*/log\\.txt'),
  },
  { call: ['validate'], closed: { spec: 0 }, code: 2, says: cannot('list .*/spec.*') },
  // Of the spec each file that cannot be read is a finding, and the others are looked at all the same.
  ...[['validate'], BUILD, RELEASE].map((call) => ({
    call,
    closed: { 'spec/stanzas/ping.yaml': 0 },
    code: 1,
    says: /^spec\/stanzas\/ping\.yaml:1:1 {2}error {2}file\/unreadable .*\n.*EACCES.*\n {2}help: Check its permissions/m,
  })),
  {
    call: ['validate'],
    closed: { 'spec/stanzas': 0 },
    code: 1,
    says: /^spec\/stanzas:1:1 {2}error {2}file\/unreadable\n.*EACCES/m,
  },
  // What is kept makes the next run faster, and nothing else.
  { call: ['validate'], closed: { cache: 0 }, code: 0, says: /no findings\.\n$/ },
  { call: ['validate'], closed: { cache: 0o555 }, code: 0, says: /no findings\.\n$/ },
];

test('without permissions, a command says which are missing, and changes nothing', POSIX, async (t) => {
  const roots = await Promise.all(CLOSED.map(() => tempFolder(t, FILES)));
  const before = (root: string): [string, string][] =>
    Object.entries(FILES).sort(([a], [b]) => (join(root, a) < join(root, b) ? -1 : 1));
  let answers: readonly Answer[];
  const setRights = async (rights: (given: number) => number): Promise<void> => {
    for (const [i, { closed }] of CLOSED.entries()) {
      for (const [path, mode] of Object.entries(closed)) {
        await chmod(join(roots[i] ?? '', path), rights(mode));
      }
    }
  };
  await setRights((mode) => mode);
  try {
    answers = await runUnder(
      BOUND_BY_RIGHTS,
      CLOSED.map(({ call: [script = '', ...args] }, i) => ({
        script,
        args,
        cwd: roots[i] ?? '',
        env: { STANZA_CATALOG_CACHE: join(roots[i] ?? '', 'cache') },
      })),
    );
  } finally {
    // Otherwise only root could remove them.
    await setRights(() => 0o755);
  }
  for (const [i, { call, closed, code, says }] of CLOSED.entries()) {
    const told = `${call.join(' ')}, ${JSON.stringify(closed)}`;
    const { stdout, stderr, ...answer } = answers[i] as Answer;
    assert.match(stdout + stderr, says, told);
    assert.equal(answer.code, code, told);
    const present = (await contents(roots[i] ?? '')).filter(([path]) => !/^cache\/\w/.test(path));
    assert.deepEqual(present, before(roots[i] ?? ''), told);
  }
});

/** Every command that edits files, and one that prints a report. */
const FULL: readonly (readonly string[])[] = [
  NEW,
  ['new-entry', 'spec', 'other'],
  DRAFT.split(' '),
  RELEASE,
  ['forms'],
  ['generate'],
];

test('if nothing can be written, a command says so, and leaves no files', POSIX, async (t) => {
  const roots = await Promise.all(FULL.map(() => tempFolder(t, FILES)));
  // No file may have a byte: what a full disk is like.
  const answers = await runUnder(
    ['sh', '-c', 'ulimit -f 0; exec "$0" "$@"'],
    FULL.map(([script = '', ...args], i) => ({ script, args, cwd: roots[i] ?? '' })),
  );
  for (const [i, call] of FULL.entries()) {
    const { code, stderr } = answers[i] as Answer;
    assert.equal(code, 2, stderr);
    assert.match(stderr, /^Cannot write \/.*: .*Raise the limit .* \(EFBIG\)\n$/m, call.join(' '));
    const present = new Map(await contents(roots[i] ?? ''));
    assert.deepEqual(present, new Map(Object.entries(FILES).sort()), call.join(' '));
  }
});

test('a report that does not fit on the disk fails with a sentence', POSIX, async (t) => {
  const root = await tempFolder(t, FILES);
  const script = fileURLToPath(new URL('../../scripts/validate.ts', import.meta.url));
  const call = 'ulimit -f 0; exec "$0" "$@" > report.json';
  const child = spawn('sh', ['-c', call, process.execPath, script, '--format', 'json'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = (await child.stderr.setEncoding('utf8').toArray()).join('');
  assert.match(said, /^Cannot write a file: .*Raise the limit .* \(EFBIG\)\n$/);
  assert.equal(child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve))), 2);
});
