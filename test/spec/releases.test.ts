import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bundleText } from '../../lib/diff/bundle/bundle-text.ts';
import { readBundles } from '../../lib/diff/bundle/read-bundles.ts';
import { lostPaths } from '../../lib/diff/releases/lost-paths.ts';
import { sha256 } from '../../lib/node/cache/sha256.ts';
import { LIVE, LIVE_CORPUS, LIVE_FILES } from './live-spec.ts';

const { bundles, broken, frozenOn } = readBundles(LIVE_FILES);

test('every frozen release is unchanged', () => {
  const folder = `${LIVE}/releases`;
  const recorded = JSON.parse(readFileSync(`${folder}/digests.json`, 'utf8')) as Record<string, string>;
  const names = readdirSync(folder).filter((name) => /^\d/.test(name));
  assert.deepEqual(
    names.sort(),
    Object.keys(recorded)
      .map((version) => `${version}.json`)
      .sort(),
  );
  for (const [version, digest] of Object.entries(recorded)) {
    assert.equal(sha256(readFileSync(`${folder}/${version}.json`, 'utf8')), digest, `${version} was changed`);
  }
});

test('every frozen release can be read, and is in the current format', () => {
  assert.deepEqual(broken, []);
  assert.ok(bundles.length > 0);
  for (const one of bundles) {
    assert.equal(bundleText(one), readFileSync(`${LIVE}/releases/${one.version}.json`, 'utf8'));
  }
});

test('no released path is lost', () => {
  assert.deepEqual(lostPaths(LIVE_CORPUS, bundles), []);
});

test('the first release has what the earlier spec described', () => {
  const [first] = bundles;
  assert.equal(first?.version, '0.1.0');
  assert.match(first?.note ?? '', /^Reconstructed/);
  const facts = new Map(first?.facts.map((fact) => [fact.path, fact]));
  assert.equal([...facts.values()].filter(({ kind }) => kind !== 'value').length, 112);
  assert.equal(facts.get('call-terminate:terminate@call-creator')?.confidence, 'speculative');
  assert.equal(facts.get('call-reject:reject@reason')?.confidence, 'probable');
  assert.equal(facts.get('call-offer:@from')?.confidence, 'speculative');
});

test('the first release has the day on which it was frozen, because its own is not known', () => {
  assert.equal(bundles[0]?.date, undefined);
  assert.equal(frozenOn.get('0.1.0'), '2026-11-21');
});
