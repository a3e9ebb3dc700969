import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sources } from '../../scripts/sources.ts';
import { validate } from '../../scripts/validate.ts';
import { CODE, sourcesWork, type Work } from '../helpers/sources/sources-work.ts';
import { testIo } from '../helpers/test-io.ts';

const namesOf = (here: Work): Record<string, object | string | undefined> =>
  Object.fromEntries(here.checks().map(({ source, names, problem }) => [source, names ?? problem]));

describe('sources -- check', () => {
  test('says how each source names its fact, and stores nothing of the code', async (t) => {
    const here = await sourcesWork(t);
    const commit = here.commit({ 'a.go': CODE.join('\n') });
    here.cite(
      commit,
      {
        reason: ['client:a.go#L3 writes', 'client:a.go#L5', 'client:a.go'],
        'call-reason': ['client:a.go#L3'],
        count: ['client:a.go#L6'],
        duration: ['client:a.go#L6'],
        other: ['client:a.go#L1-L2'],
      },
      'aliases: [{ name: duration, as: [set] }]\n',
    );
    const { code, stdout, stderr } = await here.run('check');
    assert.deepEqual(namesOf(here), {
      'client:a.go': { reason: 'exact' },
      'client:a.go#L1-L2': { other: 'no' },
      'client:a.go#L3': { 'call-reason': 'spelling', reason: 'exact' },
      'client:a.go#L5': { reason: 'around 2' },
      'client:a.go#L6': { count: 'spelling', duration: 'alias' },
    });
    assert.equal(code, 0);
    assert.match(stdout, /ping-a\.yaml:\d+:11 +warning +source\/not-named/);
    assert.match(stdout, /'client:a\.go#L1-L2' does not name other/);
    assert.match(
      stderr,
      /7 of 7 sources in code were opened: 6 name what they are cited for, 0 do not, for a known reason, and 1 has a finding;/,
    );
    assert.doesNotMatch(
      readFileSync(join(here.cwd, 'spec/source-checks.json'), 'utf8'),
      /package|CallReason/,
    );
    assert.equal((await here.run('check', '--fail-on', 'note')).code, 1);
  });

  test('the result is what validate reports, without the clones', async (t) => {
    const here = await sourcesWork(t);
    const commit = here.commit({ 'a.go': CODE.join('\n') });
    here.cite(commit, { reason: ['client:b.go#L3', 'client:a.go#L7-L8', 'client:a.go#L3'] });
    const { code, stdout, stderr } = await here.run('check');
    assert.equal(code, 1);
    assert.match(stderr, /: 1 name what they are cited for, 0 do not, .*, and 2 have a finding;/);
    assert.match(stdout, /source\/no-file[\s\S]*'client:b\.go#L3' at [0-9a-f]{7}: there is no such file/);
    assert.match(
      stdout,
      /source\/no-lines[\s\S]*'client:a\.go#L7-L8' at [0-9a-f]{7}: the file has fewer lines/,
    );
    rmSync(join(here.cwd, 'clones'), { recursive: true });
    const io = testIo({ cwd: here.cwd });
    assert.equal(await validate([], io), 1);
    assert.match(io.stdout(), /source\/no-file/);
    assert.match(io.stdout(), /source\/no-lines/);
  });

  test('replaces a file that cannot be read, such as one with marks of a merge', async (t) => {
    const here = await sourcesWork(t);
    here.cite(here.commit({ 'a.go': CODE.join('\n') }), { reason: ['client:a.go#L3'] });
    const file = join(here.cwd, 'spec/source-checks.json');
    writeFileSync(file, '<<<<<<< HEAD\n');
    assert.equal((await here.run('drift')).code, 1);
    assert.equal(await validate([], testIo({ cwd: here.cwd })), 1);
    assert.equal((await here.run('check')).code, 0);
    assert.deepEqual(namesOf(here), { 'client:a.go#L3': { reason: 'exact' } });
  });

  test('a renamed constant is found missing, and another commit is another check', async (t) => {
    const here = await sourcesWork(t);
    const first = here.commit({ 'a.go': CODE.join('\n') });
    const second = here.commit({ 'a.go': CODE.join('\n').replace('CallReason = "reason"', 'Why = "why"') });
    here.cite(first, { reason: ['client:a.go#L3'] });
    await here.run('check');
    assert.deepEqual(namesOf(here), { 'client:a.go#L3': { reason: 'exact' } });
    here.cite(second, { reason: ['client:a.go#L3'] });
    const io = testIo({ cwd: here.cwd });
    await validate([], io);
    assert.match(io.stdout(), /client\.yaml:3:9 +note +source\/check-outdated/);
    await here.run('check');
    assert.deepEqual(namesOf(here), { 'client:a.go#L3': { reason: 'no' } });
    assert.equal(here.checks()[0]?.commit, second);
  });

  test('what is not at hand keeps its check at the same commit, and loses one at another', async (t) => {
    const here = await sourcesWork(t);
    const commit = here.commit({ 'a.go': CODE.join('\n') });
    here.cite(commit, { reason: ['client:a.go#L3'] });
    await here.run('check');
    renameSync(here.repository, `${here.repository}-away`);
    await here.run('check');
    assert.deepEqual(namesOf(here), { 'client:a.go#L3': { reason: 'exact' } });
    here.cite('1'.repeat(40), { reason: ['client:a.go#L3'] });
    const { code, stdout } = await here.run('check');
    assert.deepEqual([code, here.checks()], [0, []]);
    assert.match(stdout, /client\.yaml:1:5 +note +source\/not-checked/);
  });

  test('finds a bare clone by the name of its repository, and plain files by their commit', async (t) => {
    const bare = await sourcesWork(t, 'owner/name');
    const commit = bare.commit({ 'a.go': CODE.join('\n') });
    const moved = join(bare.cwd, 'clones/owner/name.git');
    renameSync(join(bare.repository, '.git'), moved);
    rmSync(bare.repository, { recursive: true });
    bare.cite(commit, { reason: ['client:a.go#L3'] });
    await bare.run('check');
    assert.deepEqual(namesOf(bare), { 'client:a.go#L3': { reason: 'exact' } });

    const plain = await sourcesWork(t, 'unused');
    const folder = join(plain.cwd, 'clones/client', commit);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.go'), CODE.join('\r\n'));
    plain.cite(commit, { reason: ['client:a.go#L3'] });
    await plain.run('check');
    assert.deepEqual(plain.checks(), bare.checks(), 'whatever ends the lines');
  });

  // Windows allows neither these names nor links.
  test('hostile names, links and huge files in a clone', {
    skip: process.platform === 'win32',
  }, async (t) => {
    const here = await sourcesWork(t);
    const names = ['-o', '--output=x', 'a:b', '"q"', '$(touch)', 'ü'];
    symlinkSync('/etc/passwd', join(here.repository, 'link'));
    const commit = here.commit({
      ...Object.fromEntries(names.map((name) => [name, 'reason\n'])),
      big: 'reason\n'.repeat(2_500_000),
      bin: 'reason\0\n',
      'long.go': `${'reasonReason_'.repeat(100_000)}\n`,
    });
    const places = [...names, 'link', 'big', 'bin', 'long.go'].map((name) => `client:${name}`);
    here.cite(commit, { reason: places.map((place) => `'${place}'`) });
    await here.run('check');
    assert.deepEqual(namesOf(here), {
      ...Object.fromEntries(names.map((name) => [`client:${name}`, { reason: 'exact' }])),
      'client:link': 'no file',
      'client:big': 'not text',
      'client:bin': 'not text',
      'client:long.go': { reason: 'no' },
    });

    const folder = join(here.cwd, 'clones/client', commit);
    mkdirSync(folder, { recursive: true });
    symlinkSync('/etc', join(folder, 'etc'));
    here.cite(commit, { reason: ['client:etc/passwd'] });
    await here.run('check');
    assert.deepEqual(namesOf(here), { 'client:etc/passwd': 'no file' });
  });

  test('two runs write the same bytes', async (t) => {
    const here = await sourcesWork(t);
    const commit = here.commit({ 'a.go': CODE.join('\n') });
    here.cite(commit, { reason: ['client:a.go#L5', 'client:a.go#L3'], count: ['client:a.go#L3'] });
    const text = async (): Promise<string> => {
      await here.run('check');
      return readFileSync(join(here.cwd, 'spec/source-checks.json'), 'utf8');
    };
    assert.equal(await text(), await text());
  });

  test('says what is missing in a call', async (t) => {
    const { cwd } = await sourcesWork(t);
    const io = testIo({ cwd });
    await assert.rejects(sources(['check'], io), /There is no --clones DIR/);
    await assert.rejects(sources(['check', '--clones', 'nowhere'], io), /There is no folder nowhere/);
    await assert.rejects(sources(['look', '--clones', 'clones'], io), /check, drift or codes/);
    await assert.rejects(sources(['drift', '--clones', 'clones'], io), /sources -- check first/);
  });
});

describe('sources -- drift', () => {
  test('the same, moved, changed and gone, with the facts that rest on each', async (t) => {
    const here = await sourcesWork(t);
    const first = here.commit({ 'a.go': CODE.join('\n'), 'b.go': 'count\n', 'c.go': 'reason\n' });
    here.cite(first, {
      reason: ['client:a.go#L3 writes', 'client:a.go#L5-L7', 'client:b.go#L1', 'client:c.go'],
      count: ['client:b.go#L1', 'client:a.go#L1'],
    });
    await here.run('check');
    const now = ['package wa', '', '', 'func end() {', '  set(KEY_COUNT)', '}', 'const CallReason = "why"'];
    here.commit({ 'a.go': now.join('\n'), 'b.go': undefined });
    const { code, stdout } = await here.run('drift', '--format', 'json');
    assert.equal(code, 1);
    const all: { place: string; drift: string; to?: string; facts: string[] }[] = JSON.parse(stdout).sources;
    assert.deepEqual(
      all.map(({ place, drift, to, facts }) => [place, drift, to, facts]),
      [
        ['client:a.go#L1', 'same', undefined, ['ping-a:@count']],
        ['client:a.go#L3', 'changed', undefined, ['ping-a:@reason']],
        ['client:a.go#L5-L7', 'moved', 'client:a.go#L4-L6', ['ping-a:@reason']],
        ['client:b.go#L1', 'gone', undefined, ['ping-a:@reason', 'ping-a:@count']],
        ['client:c.go', 'same', undefined, ['ping-a:@reason']],
      ],
    );
    const pretty = (await here.run('drift')).stdout;
    assert.match(pretty, /client \(at [0-9a-f]{7}\): 1 changed, 1 gone, 1 moved, 2 same/);
    assert.match(pretty, /gone: client:b\.go#L1\n {4}ping-a:@reason\n {4}ping-a:@count/);
    assert.equal((await here.run('drift', '--at', first)).code, 0);
  });

  test('follows a file into another folder, and takes the nearest of equal lines', async (t) => {
    const here = await sourcesWork(t);
    const first = here.commit({ 'a/b.go': CODE.join('\n'), 'c.go': 'x\nx\nreason\n' });
    here.cite(first, { reason: ['client:a/b.go#L3', 'client:a/b.go', 'client:c.go#L3'] });
    await here.run('check');
    here.commit({
      'a/b.go': undefined,
      'new/b.go': CODE.join('\n'),
      'other/b.go': 'x\n',
      'c.go': 'reason\nx\nx\nreason\n',
    });
    const { code, stdout } = await here.run('drift');
    assert.equal(code, 0);
    assert.match(stdout, /moved: client:a\/b\.go to client:new\/b\.go\n/);
    assert.match(stdout, /moved: client:a\/b\.go#L3 to client:new\/b\.go#L3\n/);
    assert.match(stdout, /moved: client:c\.go#L3 to client:c\.go#L4\n/);
  });
});
