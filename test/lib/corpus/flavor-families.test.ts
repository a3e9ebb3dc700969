import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flavorFamilies, groupByFamily } from '../../../lib/corpus/flavor-families.ts';
import { loadCorpus } from '../../../lib/corpus/load.ts';
import { memoryFiles } from '../../../lib/corpus/memory-files.ts';
import { flavor } from '../../cases/texts.ts';

const families = (derives: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> => {
  const files = Object.entries(derives).map(([id, from]) => [
    `flavors/${id}.yaml`,
    flavor(id, `derives_from: [${from.join(', ')}]\n`),
  ]);
  return flavorFamilies(loadCorpus(memoryFiles(Object.fromEntries(files))).corpus.definitions.flavor);
};

describe('flavorFamilies', () => {
  it('joins what derives from each other, over any number of steps and both ways', () => {
    const all = families({ a: [], b: ['a'], c: ['b'], d: ['a'], x: [], y: ['x'], z: [] });
    assert.deepEqual(groupByFamily(['y', 'd', 'c', 'z', 'x', 'b'], all), [
      ['y', 'x'],
      ['d', 'c', 'b'],
      ['z'],
    ]);
  });

  it('joins two families of which a flavor derives', () => {
    assert.equal(groupByFamily(['a', 'b', 'c'], families({ a: [], b: [], c: ['a', 'b'] })).length, 1);
  });

  it('survives circles, itself, and names that lead nowhere', () => {
    assert.equal(groupByFamily(['a', 'b', 'c'], families({ a: ['c'], b: ['a'], c: ['b'] })).length, 1);
    assert.equal(groupByFamily(['a', 'b'], families({ a: ['a'], b: [] })).length, 2);
    assert.equal(groupByFamily(['a', 'b'], families({ a: ['lost'], b: ['lost'] })).length, 1);
    assert.deepEqual(groupByFamily(['p', 'q', 'p'], new Map()), [['p', 'p'], ['q']]);
  });

  it('is linear', () => {
    const definitions = new Map(
      Array.from({ length: 50_000 }, (_, i) => [
        `f${i}`,
        { data: { id: `f${i}`, derives_from: [`f${i + 1}`] } },
      ]),
    );
    const start = performance.now();
    assert.equal(new Set(flavorFamilies(definitions as never).values()).size, 1);
    assert.ok(performance.now() - start < 2000);
  });
});
