import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { siteInBrowser } from '../../../helpers/site/site-in-browser.ts';
import { LIVE_CORPUS, liveSite } from '../../live-spec.ts';

const site = siteInBrowser(liveSite);

const factsOf = (stanza: string): number => LIVE_CORPUS.factsOf.stanza.get(stanza)?.length ?? 0;

test('between the layouts of phones and of wide windows, no list and no frozen page scrolls sideways', async (t) => {
  const page = await site.page(t, { javaScriptEnabled: false });
  const frozen = `v/${LIVE_CORPUS.spec.version}/stanzas`;
  // Those of the largest stanzas, whose tables are the widest.
  const ids = (await readdir(join(await liveSite(), frozen)))
    .sort((a, b) => factsOf(b) - factsOf(a))
    .slice(0, 8);
  const paths = ['stanzas', 'flavors', 'captures', 'coverage/stanzas', ...ids.map((id) => `${frozen}/${id}`)];
  assert.equal(ids.length, 8);
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(`${site.origin}/${path}/`);
    for (const width of [768, 820, 1024]) {
      await page.setViewportSize({ width, height: 700 });
      const its = await page.evaluate(() => document.documentElement.scrollWidth);
      if (its > width) wide.push(`${path} at ${width}: ${its}`);
    }
  }
  assert.deepEqual(wide, []);
});
