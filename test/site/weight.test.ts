import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { permalink } from '../../lib/corpus/sources/permalink.ts';
import { parseSource } from '../../lib/corpus/sources/source-ref.ts';
import { fragment } from '../../lib/pages/fragment.ts';
import { FIXTURE_CORPUS as corpus } from '../helpers/fixture-spec.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { stanzaPageWeight } from '../helpers/site/page-weight.ts';

test('a stanza page weighs at most 23.5 KB with its stylesheet, compressed', async () => {
  const folder = await builtSite();
  const wrong: string[] = [];
  for (const id of corpus.definitions.stanza.keys()) {
    const size = await stanzaPageWeight(folder, id);
    if (size > 23.5 * 1024) wrong.push(`${id}: ${size} bytes`);
  }
  assert.deepEqual(wrong, []);
});

test('a stanza with too many places in code lists them on a page of sources, one link away', async () => {
  const folder = await builtSite();
  const html = await readFile(join(folder, 'stanzas/call-offer/index.html'), 'utf8');
  const sources = await readFile(join(folder, 'stanzas/call-offer/sources/index.html'), 'utf8');
  for (const fact of corpus.factsOf.stanza.get('call-offer') ?? []) {
    assert.ok(sources.includes(`id="${fact.anchor}"`), fact.path);
    const places = fact.provenance.sources.filter((source) => parseSource(source).kind === 'flavor');
    for (const place of places) assert.ok(sources.includes(`href="${permalink(place, corpus)}"`), place);
    if (places.length > 1) assert.ok(html.includes(`href="sources/${fragment(fact.anchor)}"`), fact.path);
  }
});
