import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Which rooms each room may import, besides itself. `spec` holds data only. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'lib/findings': [],
  'lib/source': ['lib/findings'],
  'lib/schema': ['lib/findings', 'lib/source', 'spec'],
  'lib/corpus': ['lib/findings', 'lib/source', 'lib/schema'],
  'lib/rules': ['lib/findings', 'lib/source', 'lib/schema', 'lib/corpus'],
  'lib/coverage': ['lib/findings', 'lib/source', 'lib/schema', 'lib/corpus', 'lib/rules'],
  'lib/diff': ['lib/findings', 'lib/source', 'lib/schema', 'lib/corpus', 'lib/rules'],
  'lib/capture': ['lib/findings', 'lib/source', 'lib/schema', 'lib/corpus', 'lib/rules'],
  'lib/export': ['lib/findings', 'lib/source', 'lib/schema', 'lib/corpus', 'lib/rules'],
  'lib/index.ts': ['lib'],
  // Commands that look at pages use the browser of the tests; fuzz and mutate use what tests hold us against.
  scripts: ['lib', 'package.json', 'test/helpers', 'test/fuzz', 'test/mutation'],
  site: ['lib', 'package.json', 'CONTRIBUTING.md?raw'],
};

/** The one file of lib that may touch the file system. */
const PORT = 'lib/node/node-files.ts';

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|astro|mjs)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

const IMPORT =
  /(?:^|[\s;])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function roomOf(path: string): string {
  return Object.keys(ARROWS).find((room) => path === room || path.startsWith(`${room}/`)) ?? path;
}

const SOURCES = ['lib', 'scripts', 'site'].flatMap(files);

test('imports go only along the arrows of the house', () => {
  const wrong: string[] = [];
  for (const file of SOURCES) {
    const room = roomOf(file);
    const allowed = ARROWS[room];
    assert.ok(allowed, `${file} stands in no room of the house`);
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) continue;
      const target = relative(ROOT, resolve(ROOT, dirname(file), name)).replaceAll('\\', '/');
      const inside = [room, ...allowed].some((place) => target === place || target.startsWith(`${place}/`));
      if (!inside)
        wrong.push(`${file} imports ${target}; ${room} may import ${allowed.join(', ') || 'nothing'}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('lib is pure: no Node built-in, no console, process, clock or network', () => {
  const wrong: string[] = [];
  for (const file of SOURCES.filter((name) => name.startsWith('lib/') && name !== PORT)) {
    for (const name of importsOf(file)) if (name.startsWith('node:')) wrong.push(`${file} imports ${name}`);
    const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    const impure = /\b(?:console|process)\.|\bDate\.now\b|\bnew Date\(\)|\bfetch\(|\bMath\.random\b/.exec(
      code,
    );
    if (impure !== null) wrong.push(`${file} uses ${impure[0]}`);
  }
  assert.deepEqual(wrong, []);
});

test('relative imports name the file with its extension', () => {
  const wrong = SOURCES.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.') && !/\.(?:ts|json|astro|css|mjs|md)(?:\?\w+)?$/.test(name))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(wrong, []);
});

/** Prints one constant: the only text that enters a page as it is. */
const AUDITED = 'site/components/ThemeScript.astro';

test('nothing turns data into code or markup', () => {
  const audited = readFileSync(join(ROOT, AUDITED), 'utf8');
  assert.deepEqual(audited.match(/set:html=\S+/g), ['set:html={THEME_SCRIPT}></script>']);
  assert.deepEqual(importsOf(AUDITED), ['../model/theme-script.ts']);
  const wrong = SOURCES.filter(
    (file) =>
      file !== AUDITED &&
      /set:html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.test(
        readFileSync(join(ROOT, file), 'utf8'),
      ),
  );
  assert.deepEqual(wrong, []);
});

/** What Astro itself names in upper case: a group without a tag, and the component itself (Astro.self). */
const BUILT_IN: ReadonlySet<string> = new Set(['Fragment', 'Astro']);

test('data names no tag, and no style stands in an attribute', () => {
  const wrong: string[] = [];
  for (const file of SOURCES.filter((name) => name.endsWith('.astro'))) {
    const [, script = '', markup = ''] =
      /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
    if (/\sstyle=/.test(markup)) wrong.push(`${file} has a style attribute`);
    for (const [, name = ''] of markup.matchAll(/<([A-Z]\w*)/g)) {
      // A component is imported; a capitalised variable would be a tag that data names.
      if (!BUILT_IN.has(name) && !new RegExp(`import(?: type)? \\{?[^;]*\\b${name}\\b`).test(script))
        wrong.push(`${file}: <${name}> is not imported`);
    }
  }
  assert.deepEqual(wrong, []);
});
