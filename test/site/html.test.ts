import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../helpers/site/built-site.ts';

/** Elements without a role, which must not have a label. */
const PLAIN = new Set(['b', 'code', 'div', 'em', 'i', 'p', 'pre', 'span', 'strong']);

/** Errors in the HTML of a page that browsers tolerate silently. */
function faults(html: string): string[] {
  const wrong: string[] = [];
  if (!/<\/body><\/html>\s*$/.test(html)) wrong.push('there is text after the end of the page');
  for (const tag of ['html', 'head', 'body', 'title', 'main', 'h1']) {
    const n = html.match(new RegExp(`<${tag}(?=[\\s>])`, 'g'))?.length;
    if (n !== 1) wrong.push(`${n ?? 0} of <${tag}>`);
  }
  for (const [whole, tag = '', rest = ''] of html.matchAll(
    /<([a-z]+)((?:\s+[^\s="<>]+(?:="[^"]*")?)*)\s*>/g,
  )) {
    const names = [...rest.matchAll(/\s([^\s="]+)(?:="[^"]*")?/g)].map(([, name = '']) => name);
    const has = (name: string): boolean => names.includes(name);
    if (tag === 'a' && !has('href') && ['target', 'download', 'rel', 'ping'].some(has)) wrong.push(whole);
    if (PLAIN.has(tag) && (has('aria-label') || has('aria-labelledby')) && !has('role')) wrong.push(whole);
    if (new Set(names).size < names.length) wrong.push(whole);
  }
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  for (const id of new Set(ids)) if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push(`id ${id} twice`);
  return wrong;
}

test('every page is valid where browsers are tolerant: scripts inside the page, working links, labels on elements with a role', async () => {
  const site = await builtSite();
  const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length > 100);
  for (const name of pages) {
    assert.deepEqual(faults(await readFile(join(site, name), 'utf8')), [], name);
  }
});
