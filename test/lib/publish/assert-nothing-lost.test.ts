import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { readBundles } from '../../../lib/diff/bundle/read-bundles.ts';
import { assertNothingLost } from '../../../lib/publish/assert-nothing-lost.ts';
import { FIXTURE_FILES } from '../../helpers/fixture-spec.ts';
import { builtSite } from '../../helpers/site/built-site.ts';

test('a site that lacks a released page, twin, feed or bundle is refused, with its name', async () => {
  const { bundles } = readBundles(FIXTURE_FILES);
  const names = await readdir(await builtSite(), { recursive: true });
  const files = names.map((name) => name.replaceAll('\\', '/'));
  assertNothingLost(bundles, files);
  const version = bundles.at(-1)?.version;
  for (const [lost, page] of [
    ['stanzas/call-offer/index.html', 'stanzas/call-offer/'],
    ['enums/terminate-reasons/index.html', 'enums/terminate-reasons/'],
    [`v/${version}/stanzas/call-offer/index.html`, `v/${version}/stanzas/call-offer/`],
    [`changes/${version}/index.html`, `changes/${version}/`],
    ['stanzas/call-offer.json'],
    ['flows/accepted-elsewhere.md'],
    ['stanzas/call-offer/feed.xml'],
    [`releases/${version}.json`],
  ] as const) {
    assert.ok(files.includes(lost), lost);
    assert.throws(
      () =>
        assertNothingLost(
          bundles,
          files.filter((file) => file !== lost),
        ),
      { message: `/${page ?? lost} was released in ${version}, but the site would no longer have it.` },
    );
  }
});
