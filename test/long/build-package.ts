import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { tempFolder } from '../helpers/temp-spec.ts';

interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A program that uses the corpus, the types and each way into the library. */
const CLIENT = `
import { weighEvidence, loadCorpus, memoryFiles, validateSpec } from 'stanza-catalog';
import { parse, sanitize } from 'stanza-catalog/capture';
import corpus from 'stanza-catalog/corpus.json' with { type: 'json' };
import { nodeFiles } from 'stanza-catalog/node';
import type { CallTerminate, TerminateReasons } from 'stanza-catalog/types';

const attributes: CallTerminate<'probable'>['attributes'] = { from: 'A@s.whatsapp.net', to: 'B@s.whatsapp.net', id: '1' };
const reason: TerminateReasons = 'busy';
const { findings } = validateSpec(memoryFiles({ 'stanzas/broken.yaml': 'id: other' }));
const loaded = loadCorpus(nodeFiles(process.argv[2] ?? '', 'spec')).corpus;
const fact = loaded.factByPath.get('call-terminate:terminate@reason');
const { stanzas } = await parse('<call from="123456789@s.whatsapp.net"><terminate reason="busy"/></call>');
if (fact === undefined || stanzas.length !== 1) throw new Error('nothing was read');
const clean = JSON.stringify(sanitize(stanzas, loaded));
console.log(
  JSON.stringify({
    facts: corpus.facts.length,
    same: corpus.facts.length === loaded.facts.length,
    findings: findings.length > 0,
    supports: weighEvidence(fact, loaded).supports,
    leaks: clean.includes('123456789'),
    attributes,
    reason,
  }),
);
`;

/**
 * A lock file for a project that installs the package: the versions of this repository, so that what is in the
 * cache of npm is enough.
 */
async function lockOf(name: string, tarball: string): Promise<string> {
  const { packages } = JSON.parse(await readFile(join(PROJECT_ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const { version = '', dependencies = {} } = packages[''] ?? {};
  const wanted = new Map<string, Locked>();
  const queue = Object.keys(dependencies);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const place = `node_modules/${next}`;
    const locked = packages[place];
    if (locked === undefined || wanted.has(place)) continue;
    wanted.set(place, locked);
    queue.push(...Object.keys(locked.dependencies ?? {}));
  }
  const manifest = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return JSON.stringify({
    name: 'client',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'client', dependencies: { [name]: `file:${tarball}` } },
      [`node_modules/${name}`]: {
        version: version || manifest.version,
        resolved: `file:${tarball}`,
        dependencies,
      },
      ...Object.fromEntries(wanted),
    },
  });
}

test('a project installs the packed package, compiles against it and runs', async (t) => {
  const work = await tempFolder(t, { 'client.ts': CLIENT });
  const run = async (program: string, args: readonly string[], cwd: string): Promise<string> => {
    const env = { ...process.env, SPEC_DIR: FIXTURE };
    try {
      return (await promisify(execFile)(program, args, { cwd, env, shell: process.platform === 'win32' }))
        .stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
    }
  };
  const [packed] = JSON.parse(
    await run('npm', ['pack', '--json', '--pack-destination', work], PROJECT_ROOT),
  ) as {
    filename: string;
    files: { path: string }[];
  }[];
  assert.ok(packed);
  const outside = packed.files.filter(
    ({ path }) => !/^(?:dist-package\/|package\.json$|README\.md$|LICENSE$)/.test(path),
  );
  assert.deepEqual(outside, []);

  const manifest = {
    name: 'client',
    private: true,
    type: 'module',
    dependencies: { 'stanza-catalog': `file:${packed.filename}` },
  };
  await writeFile(join(work, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(work, 'package-lock.json'), await lockOf('stanza-catalog', packed.filename));
  const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['ci', ...quiet], work);

  const config = {
    compilerOptions: {
      strict: true,
      module: 'nodenext',
      target: 'es2024',
      resolveJsonModule: true,
      types: ['node'],
      typeRoots: [join(PROJECT_ROOT, 'node_modules/@types')],
    },
    files: ['client.ts'],
  };
  await mkdir(join(work, 'out'));
  await writeFile(join(work, 'tsconfig.json'), JSON.stringify(config));
  await run(
    process.execPath,
    [join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc'), '--project', '.'],
    work,
  );
  const said = JSON.parse(await run(process.execPath, ['client.js', FIXTURE], work)) as {
    facts: number;
  };
  assert.ok(said.facts > 100);
  assert.deepEqual(said, {
    facts: said.facts,
    same: true,
    findings: true,
    supports: 'probable',
    leaks: false,
    attributes: { from: 'A@s.whatsapp.net', to: 'B@s.whatsapp.net', id: '1' },
    reason: 'busy',
  });
});
