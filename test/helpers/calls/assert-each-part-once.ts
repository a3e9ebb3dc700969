import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { capture } from '../../../scripts/capture.ts';
import { tempFolder } from '../temp-spec.ts';
import { testIo } from '../test-io.ts';
import { partsOf } from './parts-of.ts';
import type { RecordedStanza } from './recorded-calls.ts';

interface Report {
  readonly stanzas: readonly {
    readonly stanza: string;
    readonly verdicts: readonly { readonly verdict: string; readonly path: string; readonly count: number }[];
  }[];
}

/**
 * Asserts that `capture check` says of every part of a recorded stanza that a fact describes it or that it is new, and
 * of none both or twice.
 * @param spec the folder of the spec
 * @param corpus the same spec
 */
export async function assertEachPartOnce(
  t: TestContext,
  { text, stanza: { root } }: RecordedStanza,
  spec: string,
  corpus: Corpus,
): Promise<void> {
  const cwd = await tempFolder(t, { 'call.jsonl': text });
  const check = async (...options: string[]): Promise<string> => {
    const io = testIo({ cwd });
    await capture(['check', 'call.jsonl', '--spec', spec, ...options], io);
    return io.stdout();
  };
  const { stanzas } = JSON.parse(await check('--format', 'json')) as Report;
  assert.equal(stanzas.length, 1);
  const { stanza, verdicts } = stanzas[0] ?? { stanza: '', verdicts: [] };
  const { described, undescribed } = partsOf(root, stanza, corpus);
  const isPart = (path: string): boolean =>
    ['attribute', 'content', 'child', undefined].includes(corpus.factByPath.get(path)?.kind);
  const of = (...kinds: string[]) =>
    verdicts.filter(({ verdict, path }) => kinds.includes(verdict) && isPart(path));
  assert.deepEqual(
    Object.fromEntries(of('supports').map(({ path, count }) => [path, count])),
    Object.fromEntries(described),
  );
  // The sanitizer replaces the names that the spec does not know, so they are counted.
  const fresh = of('unknown', 'ledger');
  assert.equal(
    fresh.reduce((sum, { count }) => sum + count, 0),
    undescribed.length,
    `new are ${undescribed.join(' ')}, reported are ${fresh.map(({ path }) => path).join(' ')}`,
  );
  const printed = (await check()).split('\n').flatMap((line) => line.match(/^ {4}(\S+[:=]\S*)/)?.[1] ?? []);
  for (const paths of [verdicts.map(({ path }) => path), printed]) {
    assert.ok(paths.length >= described.size);
    assert.deepEqual(paths, [...new Set(paths)]);
  }
}
