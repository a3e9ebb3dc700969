import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../helpers/site/built-site.ts';
import { htmlFaults } from '../helpers/site/html-faults.ts';
import { pageFiles, pageOfEachKind } from '../helpers/site/page-kinds.ts';
import { THOROUGH } from '../helpers/thorough.ts';

test('html-validate finds nothing wrong with a page of any kind', async () => {
  const site = await builtSite();
  const files = await pageFiles(site);
  for (const name of THOROUGH ? files : await pageOfEachKind(site, files)) {
    assert.deepEqual(await htmlFaults(await readFile(join(site, name), 'utf8')), [], name);
  }
});

test('html-validate detects an invalid page', async () => {
  const site = await builtSite();
  const page = await readFile(join(site, '404.html'), 'utf8');
  for (const [from, to, rule] of [
    ['<h1', '<p><div></div></p><h1', 'close-order'],
    ['<h1', '<a target="_blank">x</a><h1', 'attribute-misuse'],
    ['<h1', '<span aria-label="x">x</span><h1', 'aria-label-misuse'],
    ['<h1', '<i id="a"></i><i id="a"></i><h1', 'no-dup-id'],
    ['<h1', '<h4>x</h4><h1', 'heading-level'],
    ['<h1', '<script src="https://example.org/x.js"></script><h1', 'require-sri'],
  ] as const) {
    const faults = (await htmlFaults(page.replace(from, to))).join('\n');
    assert.match(faults, new RegExp(` ${rule}: `), to);
  }
});

/** What html-validate does not ask. */
function structureFaults(html: string): string[] {
  const wrong = /<\/body><\/html>\s*$/.test(html) ? [] : ['there is text after the end of the page'];
  for (const tag of ['html', 'head', 'body', 'title', 'main', 'h1']) {
    const n = html.match(new RegExp(`<${tag}(?=[\\s>])`, 'g'))?.length ?? 0;
    if (n !== 1) wrong.push(`${n} of <${tag}>`);
  }
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  if (new Set(ids).size < ids.length) wrong.push('an id is there twice');
  return wrong;
}

test('every page has one title, one main element with one heading, unique ids, and nothing after its end', async () => {
  const site = await builtSite();
  const pages = await pageFiles(site);
  assert.ok(pages.length > 100);
  for (const name of pages) {
    assert.deepEqual(structureFaults(await readFile(join(site, name), 'utf8')), [], name);
  }
});
