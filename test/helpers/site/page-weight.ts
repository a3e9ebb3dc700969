import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How many bytes the page of a stanza takes with its stylesheet, both compressed. Asserts that it has only one. */
export async function stanzaPageWeight(site: string, id: string): Promise<number> {
  const html = await readFile(join(site, `stanzas/${id}/index.html`), 'utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, path]) => path ?? '');
  assert.equal(sheets.length, 1, `${id} has one stylesheet`);
  const sheet = await readFile(join(site, sheets[0] ?? ''));
  return gzipSync(html).length + gzipSync(sheet).length;
}
