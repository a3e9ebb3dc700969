import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const read = (name: string): string => readFileSync(join(PROJECT_ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).filter(([place]) => place !== '');

/** Licences that let the code be used, and its builds be passed on, as we do. */
const LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  // The library of pictures that the card is drawn with; it is a program of its own and is not passed on.
  'LGPL-3.0-or-later',
]);

const parts = (licence: string): string[] => licence.replace(/[()]/g, '').split(/ (?:AND|OR) /);
/** Builds of one package for other systems than this; their lock entries may say no more than that. */
const isBuild = ({ os, cpu, optional }: Locked): boolean =>
  optional === true && (os !== undefined || cpu !== undefined);

test('every installed package has an allowed license', () => {
  const wrong = locked
    .filter(([, one]) => !(one.license === undefined && isBuild(one)))
    .filter(([, { license = 'none' }]) => !parts(license).every((part) => LICENCES.has(part)))
    .map(([place, { license }]) => `${place}: ${license}`);
  assert.deepEqual(wrong, []);
});

test('versions are exact, and the lock file has the hash of each file and no host', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(locked.find(([place]) => place === `node_modules/${name}`)?.[1].version, version, name);
  }
  for (const [place, one] of locked) {
    if (!isBuild(one)) assert.match(one.integrity ?? '', /^sha(?:512|256)-/, place);
    assert.doesNotMatch(one.resolved ?? '', /^(?:git|http:)/, place);
  }
});

test('only listed packages have install scripts', () => {
  const running = locked
    .filter(([, one]) => one.hasInstallScript)
    .map(([place]) => place.replace(/.*node_modules\//, ''));
  assert.deepEqual(running.sort(), Object.keys(manifest.allowScripts).sort());
});

test('every dependency has its reason in docs/development.md', () => {
  const text = read('docs/development.md');
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))
    assert.ok(text.includes(`\`${name}\``), name);
});

test('npm can list the components of a release, with each runtime library', () => {
  const [command, ...args] =
    /^ +npm (sbom .*) > release\/sbom\.cdx\.json$/m
      .exec(read('.github/workflows/release.yml'))?.[1]
      ?.split(' ') ?? [];
  // npm is a program of the system: a shell finds it by its name everywhere.
  const text = execFileSync(`npm ${command} ${args.join(' ')}`, {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    shell: true,
  });
  const { components } = JSON.parse(text) as {
    components: readonly {
      readonly name: string;
      readonly version: string;
      readonly properties: readonly { readonly name: string }[];
    }[];
  };
  // Those that only build and test are marked.
  const running = components.filter(
    ({ properties }) => !properties.some(({ name }) => /:development$/.test(name)),
  );
  const listed = new Set(running.map(({ name, version }) => `${name}@${version}`));
  for (const [name, version] of Object.entries(manifest.dependencies))
    assert.ok(listed.has(`${name}@${version}`), name);
  for (const name of Object.keys(manifest.devDependencies)) {
    assert.ok(!running.some((one) => one.name === name), `${name} is for development`);
  }
});
