import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

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

const SOURCES = ['lib', 'scripts', 'site'].flatMap(files);

test('lib is pure: no console, process, clock or network', () => {
  const wrong: string[] = [];
  for (const file of SOURCES.filter((name) => name.startsWith('lib/') && !name.startsWith('lib/node/'))) {
    const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const impure = /\b(?:console|process)\.|\bDate\.now\b|\bnew Date\(\)|\bfetch\(|\bMath\.random\b/.exec(
      code,
    );
    if (impure !== null) wrong.push(`${file} uses ${impure[0]}`);
  }
  assert.deepEqual(wrong, []);
});

/** The only two components that put text into a page as it is: one constant, and what the html template has made. */
const PUT_AS_IT_IS = {
  'site/components/ThemeScript.astro': {
    markup: 'set:html={THEME_SCRIPT}></script>',
    imports: ['../model/frame/theme-script.ts'],
  },
  'site/components/Markup.astro': {
    markup: 'set:html={markupOf(html`${of}`)}',
    imports: ['../html/html.ts'],
  },
} as const;

test('nothing turns data into code or markup', () => {
  for (const [file, { markup, imports }] of Object.entries(PUT_AS_IT_IS)) {
    assert.deepEqual(readFileSync(join(ROOT, file), 'utf8').match(/set:html=\S+/g), [markup]);
    assert.deepEqual(importsOf(file), imports);
  }
  const wrong = SOURCES.filter(
    (file) =>
      !(file in PUT_AS_IT_IS) &&
      /set:html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.test(
        readFileSync(join(ROOT, file), 'utf8'),
      ),
  );
  assert.deepEqual(wrong, []);
});

test('only the html template makes markup, and only Markup.astro reads it', () => {
  const wrong: string[] = [];
  for (const file of SOURCES.filter((name) => /^site\/(?!html\/)/.test(name))) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    // Called as a function, html would take strings that are no template.
    if (/\bhtml(?:\s*\(|\.(?:call|apply|bind)\b)/.test(text)) wrong.push(`${file} calls html`);
    if (/\bas (?:unknown as )?Html\b/.test(text)) wrong.push(`${file} casts to Html`);
    if (/\bmarkupOf\b/.test(text) && file !== 'site/components/Markup.astro')
      wrong.push(`${file} reads markup`);
  }
  assert.deepEqual(wrong, []);
});

test('only pages read the publication; layouts and components get it as props', () => {
  const wrong = SOURCES.filter(
    (file) =>
      /^site\/(?!pages\/|publication\.ts$)/.test(file) &&
      importsOf(file).some((name) => /(?:^|\/)publication\.ts$/.test(name) && !/corpus\/model/.test(name)),
  );
  assert.deepEqual(wrong, []);
});

/** The only tag in upper case that Astro itself has: a group without an element. */
const BUILT_IN: ReadonlySet<string> = new Set(['Fragment']);

test('no tag name comes from data, and there are no inline styles', () => {
  const wrong: string[] = [];
  for (const file of SOURCES.filter((name) => name.endsWith('.astro'))) {
    const [, script = '', markup = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
    if (/\sstyle=/.test(markup)) wrong.push(`${file} has a style attribute`);
    for (const [, name = ''] of markup.matchAll(/<([A-Z]\w*)/g)) {
      // A component is imported; a capitalised variable would be a tag that data names.
      if (!BUILT_IN.has(name) && !new RegExp(`import(?: type)? \\{?[^;]*\\b${name}\\b`).test(script))
        wrong.push(`${file}: <${name}> is not imported`);
    }
  }
  assert.deepEqual(wrong, []);
});
