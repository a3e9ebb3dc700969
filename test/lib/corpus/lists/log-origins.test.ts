import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logOrigins } from '../../../../lib/corpus/lists/log-origins.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';

const technique = (id: string, more: string): string =>
  `{ id: ${id}, title: The ${id}, status: draft, maturity: established, summary: S., targets: [A], strengths: [B],
    limitations: [C], tooling: [D]${more} }`;

const originsOf = (files: Readonly<Record<string, string>>): string[] =>
  logOrigins(loadCorpus(memoryFiles(files)).corpus).map(({ technique: id, answer }) => `${id}: ${answer}`);

test('the answers are the techniques that make logs, the easiest first and those of no channel last', () => {
  assert.deepEqual(
    originsOf({
      'techniques/a.yaml': technique('a', ', log_from: I do not know'),
      'techniques/b.yaml': technique('b', ', channel: wire, effort: high, log_from: A proxy'),
      'techniques/c.yaml': technique('c', ', channel: wire, effort: low, log_from: A hook'),
      'techniques/d.yaml': technique('d', ', channel: code'),
    }),
    ['c: A hook', 'b: A proxy', 'a: I do not know'],
  );
});

test('techniques that say nothing of logs are all answers, by their titles', () => {
  assert.deepEqual(
    originsOf({ 'techniques/a.yaml': technique('a', ''), 'techniques/b.yaml': technique('b', '') }),
    ['a: The a', 'b: The b'],
  );
});

test('a spec without techniques has the default answers, and one for a log whose origin nobody knows', () => {
  const all = originsOf({});
  assert.ok(all.includes('baileys-instrumentation: The debug log of a client library'));
  assert.equal(all.at(-1), 'unknown-origin: I do not know');
  assert.ok(!all.some((one) => one.startsWith('static-smali-analysis')));
});
