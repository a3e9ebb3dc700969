import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeholderForm } from '../../../../lib/corpus/types/placeholder-form.ts';
import type { Privacy } from '../../../../lib/schema/types.generated.ts';

const read = (form: string, ...names: string[]): ReturnType<typeof placeholderForm> =>
  placeholderForm({ form, parts: names.map((name) => ({ name, privacy: 'id' as Privacy })) });
const texts = (form: string, value: string, ...names: string[]): string[] | undefined => {
  const found = read(form, ...names);
  assert.ok('split' in found, JSON.stringify(found));
  return found.split(value)?.map(({ text, privacy }) => (privacy === undefined ? `"${text}"` : text));
};

describe('placeholderForm', () => {
  it('takes values apart', () => {
    assert.deepEqual(texts('{a}:{b}', 'x:y', 'a', 'b'), ['x', '":"', 'y']);
    assert.deepEqual(texts('<{a}>', '<x>', 'a'), ['"<"', 'x', '">"']);
    assert.deepEqual(texts('{a}:{b}', 'x:y:z', 'a', 'b'), ['x', '":"', 'y:z']);
    assert.deepEqual(texts('{a}-{b}', 'x-y', 'a', 'b'), ['x', '"-"', 'y']);
    assert.equal(texts('{a}:{b}', 'xy', 'a', 'b'), undefined);
    assert.equal(texts('{a}:{b}', ':y', 'a', 'b'), undefined);
    assert.equal(texts('{a}.', 'x!', 'a'), undefined);
  });

  it('finds a placeholder as a part again, although it has the sign that ends the part', () => {
    assert.deepEqual(texts('{a}-{b}', 'ID-0001-synthetic-ID-0002-synthetic', 'a', 'b'), [
      'ID-0001-synthetic',
      '"-"',
      'ID-0002-synthetic',
    ]);
  });

  it('says what is wrong with a form, and where', () => {
    const problem = (form: string, ...names: string[]): string => {
      const found = read(form, ...names);
      return 'problem' in found ? `${found.at}: ${found.problem}` : '';
    };
    assert.match(problem('{a}{b}', 'a', 'b'), /^3: nothing is between/);
    assert.match(problem('{a}:{a}', 'a'), /^4: the part 'a' is in it twice/);
    assert.match(problem('{b}', 'a'), /^0: parts do not say what 'b' is/);
    assert.match(problem('{a}', 'a', 'b'), /^0: the part 'b' is not in it/);
    assert.match(problem('{a', 'a'), /^0: this brace/);
  });

  it('is fast on long values', () => {
    const start = performance.now();
    texts('{a}:{b}:{c}', `${'ID-0001-synthetic'.repeat(4000)}:`, 'a', 'b', 'c');
    assert.ok(performance.now() - start < 500);
  });
});
