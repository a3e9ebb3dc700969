import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { liveSite } from '../live-spec.ts';

/**
 * Every address of the site of version 0.2.0: a page in each line, with a letter for each file beside it (`j` and `m` its
 * twins, `f` its feeds), then the files without a page.
 */
const LIST = readFileSync(new URL('./0.2.0.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

const FILES: readonly string[] = LIST.flatMap((line) => {
  const [path = '', kinds] = line.split(' ');
  if (kinds === undefined) return [path];
  const page = path === '/' ? '' : path;
  const twin = page === '' ? 'index' : page.replace(/\/$/, '');
  return [
    `${page}index.html`,
    ...(kinds.includes('j') ? [`${twin}.json`] : []),
    ...(kinds.includes('m') ? [`${twin}.md`] : []),
    ...(kinds.includes('f') ? [`${page}feed.xml`, `${page}feed.json`] : []),
  ];
});

test('every page, twin and feed of 0.2.0 is there, or leads to what took its place', async () => {
  const site = await liveSite();
  const there = new Set(
    readdirSync(site, { recursive: true }).map((name) => String(name).replaceAll('\\', '/')),
  );
  assert.ok(FILES.length > 500);
  assert.deepEqual(
    FILES.filter((file) => !there.has(file)),
    [],
  );
  const wrong = FILES.flatMap((file) => problemOf(file, readFileSync(join(site, file), 'utf8'), there));
  assert.deepEqual(wrong, []);
});

/** Why a file of an old address leads nowhere. */
function problemOf(file: string, text: string, there: ReadonlySet<string>): string[] {
  if (text.trim() === '') return [`${file} is empty`];
  if (file.endsWith('.json')) JSON.parse(text);
  if (!file.endsWith('.html')) return [];
  const [, goal] = /<meta http-equiv="refresh" content="0; url=\/([^"#?]*)/.exec(text) ?? [];
  if (goal !== undefined && !there.has(`${decodeURIComponent(goal)}index.html`))
    return [`${file} redirects to ${goal}, which is not there`];
  return /<h1[ >]/.test(text) ? [] : [`${file} says nothing`];
}

test('an old address that is lost is noticed', () => {
  const there = new Set(['a/index.html']);
  const page = (goal: string) => `<meta http-equiv="refresh" content="0; url=/${goal}"><h1>Moved</h1>`;
  assert.deepEqual(problemOf('b/index.html', page('a/'), there), []);
  assert.equal(problemOf('b/index.html', page('c/'), there).length, 1);
  assert.equal(problemOf('b/index.html', '<p>Nothing</p>', there).length, 1);
});
