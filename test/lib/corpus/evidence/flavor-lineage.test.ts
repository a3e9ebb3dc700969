import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type FlavorLineage,
  flavorLineage,
  groupByFamily,
} from '../../../../lib/corpus/evidence/flavor-lineage.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { flavor } from '../../../cases/texts.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';

const lineage = (derives: Readonly<Record<string, readonly string[]>>): FlavorLineage => {
  const files = Object.entries(derives).map(([id, from]) => [
    `flavors/${id}.yaml`,
    flavor(id, `derives_from: [${from.join(', ')}]\n`),
  ]);
  return flavorLineage(loadCorpus(memoryFiles(Object.fromEntries(files))).corpus.definitions.flavor);
};

describe('groupByFamily', () => {
  it('joins what derives from each other, over any number of steps and both ways', () => {
    const all = lineage({ a: [], b: ['a'], c: ['b'], d: ['a'], x: [], y: ['x'], z: [] });
    assert.deepEqual(groupByFamily(['y', 'd', 'c', 'z', 'x', 'b'], all), [
      ['y', 'x'],
      ['d', 'c', 'b'],
      ['z'],
    ]);
  });

  // Who copies from two clients says nothing about whether one of the two copied from the other.
  it('keeps two flavors apart that only share a descendant', () => {
    const all = lineage({ a: [], b: [], c: ['a', 'b'], d: ['c'] });
    assert.deepEqual(groupByFamily(['a', 'b'], all), [['a'], ['b']]);
    assert.deepEqual(groupByFamily(['c', 'b', 'a'], all), [['c', 'b'], ['a']]);
    assert.deepEqual(groupByFamily(['d', 'a'], all), [['d', 'a']]);
    assert.deepEqual(groupByFamily(['c', 'd'], all), [['c', 'd']]);
    assert.equal(all.dependent('a', 'b'), false);
    assert.equal(all.dependent('a', 'd'), true);
  });

  it('counts the same in whatever order they are listed', () => {
    const all = lineage({ a: [], b: [], x: ['a'], both: ['a', 'b'], y: ['b'] });
    for (const ids of [
      ['x', 'both', 'y'],
      ['both', 'y', 'x'],
      ['y', 'x', 'both'],
    ])
      assert.equal(groupByFamily(ids, all).length, 2, ids.join(' '));
  });

  it('survives cycles, self-references and unknown names', () => {
    assert.equal(groupByFamily(['a', 'b', 'c'], lineage({ a: ['c'], b: ['a'], c: ['b'] })).length, 1);
    assert.equal(groupByFamily(['a', 'b'], lineage({ a: ['a'], b: [] })).length, 2);
    assert.equal(groupByFamily(['a', 'b'], lineage({ a: ['lost'], b: ['lost'] })).length, 1);
    assert.deepEqual(groupByFamily(['p', 'q', 'p'], flavorLineage(new Map())), [['p'], ['q']]);
  });

  it('follows a long chain of ports in linear time', () => {
    assertGrowsLinearly(10_000, (size) => {
      const definitions = new Map(
        Array.from({ length: size }, (_, i) => [
          `f${i}`,
          { data: { id: `f${i}`, derives_from: [`f${i + 1}`] } },
        ]),
      );
      return () => {
        assert.equal(groupByFamily(['f0', `f${size}`], flavorLineage(definitions as never)).length, 1);
      };
    });
  });
});
