import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rowsOf } from '../../lib/corpus/facts/rows-of.ts';
import { stanzaPageWeight } from '../helpers/site/page-weight.ts';
import { LIVE_CORPUS, liveSite } from './live-spec.ts';

/**
 * What a page takes before it says anything of its stanza. Compressed, in KB: 6.6 the stylesheet, 0.9 the head with its
 * card and linked data, 1 the list of all stanzas by phase, 0.9 the header, versions, formats and foot, 1.6 the
 * attributes of the envelope with their rows and their lines of the structure, 0.4 what it is answered with, 0.2 the
 * forms of its examples to choose from, 0.5 its history, 1.2 headings, lists of contents and the words that every fact
 * repeats.
 */
const FRAME = 13.3 * 1024;
/** How much longer a page may be than the definitions that it shows, both compressed. */
const MOST = 2.5;

// A page that says more may weigh more, up to 23.8 KB; one that weighs more than what it says does not.
test('a stanza page weighs no more than its definition accounts for', async () => {
  const site = await liveSite();
  const wrong: string[] = [];
  for (const { id, source } of LIVE_CORPUS.definitions.stanza.values()) {
    const nodes = new Set(
      rowsOf(LIVE_CORPUS, 'stanza', id).flatMap(({ ownerKind, owner }) =>
        ownerKind === 'node' ? [owner] : [],
      ),
    );
    const shown = [
      source,
      ...[...nodes].flatMap((node) => LIVE_CORPUS.definitions.node.get(node)?.source ?? []),
    ];
    const definition = gzipSync(shown.map(({ text }) => text).join('')).length;
    const [weight, most] = [await stanzaPageWeight(site, id), Math.round(FRAME + MOST * definition)];
    if (weight > Math.min(most, 23.8 * 1024)) wrong.push(`${id}: ${weight} bytes, ${most} at most`);
  }
  assert.deepEqual(wrong, []);
});
