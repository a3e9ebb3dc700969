import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { bundleText } from '../../../../lib/diff/bundle/bundle-text.ts';
import { readBundle } from '../../../../lib/diff/bundle/read-bundle.ts';
import type { Change } from '../../../../lib/diff/changes/change.ts';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { comparisonOf } from '../../../../lib/diff/changes/comparison.ts';
import { impactOf } from '../../../../lib/diff/changes/impact-of.ts';
import { renderDiffMarkdown } from '../../../../lib/diff/changes/render-diff-markdown.ts';
import { attribute, stanza } from '../../../cases/texts.ts';
import fc from '../../../helpers/fast-check.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';
import { bundle, withAttributes } from './bundle.ts';
import { DEFINITION_CASES } from './definition-cases.ts';
import { FACT_CASES } from './fact-cases.ts';
import { PART_CASES } from './part-cases.ts';
import { STEP_CASES } from './step-cases.ts';

/** A change without what the case does not look at. */
const short = (change: Change): string => {
  switch (change.kind) {
    case 'reshaped':
      return `${change.path} ${change.aspect} ${change.from} to ${change.to}: ${change.effect}`;
    case 'moved':
      return `${change.path} moved ${change.to}`;
    case 'definition':
    case 'dispute':
    case 'question':
    case 'ledger':
      return `${change.path} ${change.kind} ${change.event}`;
    case 'edited':
      return `${change.path} edited ${change.keys}`;
    default:
      return `${change.path} ${change.kind}`;
  }
};

const CASES = [...FACT_CASES, ...STEP_CASES, ...PART_CASES, ...DEFINITION_CASES];

describe('compare', () => {
  for (const [name, before, after, changes, impact] of CASES) {
    it(`reports ${name}`, () => {
      const found = compare(before, after);
      assert.deepEqual(found.map(short), changes);
      assert.equal(impactOf(found), impact);
    });
  }

  it('reports no changes in the order of files and keys', () => {
    const one = { 'stanzas/a.yaml': stanza('', 'a'), 'stanzas/b.yaml': stanza('', 'b') };
    const other = {
      'stanzas/b.yaml': stanza('', 'b'),
      'stanzas/a.yaml': stanza('', 'a').split('\n').reverse().join('\n').trimStart(),
    };
    assert.deepEqual(compare(bundle(one), bundle(other)), []);
    assert.equal(bundleText(bundle(one)), bundleText(bundle(other)));
  });

  it('reports no changes between a bundle and itself, read back from its text', () => {
    for (const [, before, after] of CASES) {
      for (const one of [before, after]) {
        const { bundle: back, reason } = readBundle(bundleText(one));
        assert.equal(reason, undefined);
        assert.deepEqual(compare(one, back as Bundle), []);
      }
    }
  });

  it('the reverse comparison removes what this one adds', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const paths = (changes: readonly Change[], kind: string): string[] =>
      changes.filter((one) => one.kind === kind).map(({ path }) => path);
    fc.assert(
      fc.property(names, names, (left, right) => {
        const [a, b] = [left, right].map((list) =>
          withAttributes(...list.map((name) => attribute(name, 'int'))),
        );
        assert.ok(a && b);
        assert.deepEqual(paths(compare(a, b), 'added'), paths(compare(b, a), 'removed'));
      }),
      { numRuns: 40 },
    );
  });

  it('takes time in proportion to the bundles', () => {
    const large = (word: string, size: number): Bundle => ({
      schemaVersion: 1,
      version: '1.0.0',
      title: 'Large',
      facts: Array.from({ length: 10 * size }, (_, i) => ({
        path: `call-${Math.floor(i / 10)}:te/${word}${i % 3}@a${i}`,
        kind: 'attribute',
        confidence: 'probable',
        type: 'int',
        description: word,
      })),
      definitions: Array.from({ length: size }, (_, i) => ({
        kind: 'stanza',
        id: `call-${i}`,
        title: 'A',
        data: {},
      })),
      questions: [],
      ledger: [],
      tombstones: [],
    });
    assertGrowsLinearly(400, (size) => {
      const [a, b] = [large('old', size), large('new', size)];
      return () => {
        assert.equal(compare(a, b).length, 20 * size);
        renderDiffMarkdown(comparisonOf({ name: 'a', bundle: a }, { name: 'b', bundle: b }));
      };
    });
  });
});
