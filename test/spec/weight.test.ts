import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { stanzaPageWeight } from '../helpers/site/page-weight.ts';
import { LIVE_CORPUS, LIVE_FILES, liveSite } from './live-spec.ts';

/** What a page takes before it says anything of its stanza: its frame and the stylesheet. */
const FRAME = 10 * 1024;
/** How much longer than its definition a page may be, both compressed. */
const MOST = 2.5;

// A page that says more may weigh more; one that weighs more than what it says does not.
test('a stanza page weighs no more than its definition accounts for', async () => {
  const site = await liveSite();
  const wrong: string[] = [];
  for (const { id, source } of LIVE_CORPUS.definitions.stanza.values()) {
    const definition = gzipSync(LIVE_FILES.read(source.file.replace(/^spec\//, ''))).length;
    const [weight, most] = [await stanzaPageWeight(site, id), Math.round(FRAME + MOST * definition)];
    if (weight > most) wrong.push(`${id}: ${weight} bytes, ${most} at most`);
  }
  assert.deepEqual(wrong, []);
});
