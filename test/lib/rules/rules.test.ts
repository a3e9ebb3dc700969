import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { CODES, type FindingCode } from '../../../lib/findings/codes.ts';
import { RULES } from '../../../lib/rules/index.ts';
import { CHECKED, type Files, unmark } from '../../cases/case.ts';
import { CASES } from '../../cases/index.ts';

/** Codes that reading a spec gives, before any rule, and those of rules that need more than a corpus. */
const OF_LOADING = /^(?:file|yaml|schema|path|release)\/|^id\/duplicate$|^rule\/crashed$/;

describe('the rules', () => {
  it('are each the one export of a file of their name', async () => {
    const files = readdirSync(new URL('../../../lib/rules/', import.meta.url));
    for (const { name } of RULES) {
      assert.ok(files.includes(`${name}.ts`), name);
      const exported = Object.values(await import(`../../../lib/rules/${name}.ts`));
      assert.ok(exported.length === 1 && RULES.includes(exported[0] as never), name);
    }
    assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
  });

  it('cover every code that loading does not', () => {
    const covered = new Set(CHECKED.flatMap(({ codes }) => codes));
    const codes = Object.keys(CODES) as FindingCode[];
    assert.deepEqual(
      codes.filter((code) => !OF_LOADING.test(code) && !covered.has(code)),
      [],
    );
    assert.deepEqual(
      [...covered].filter((code) => OF_LOADING.test(code)),
      [],
    );
  });

  it('report no code but their own', () => {
    const seen = new Set<string>();
    for (const files of CASES.flatMap(({ rejects }) => rejects)) {
      if ('at' in files || 'run' in files) continue;
      const { corpus } = loadCorpus(memoryFiles(unmark(files as Files).files));
      for (const { name, codes, check } of CHECKED) {
        check(corpus, ({ code }) => {
          seen.add(`${name} ${code}`);
          assert.ok(codes.includes(code), `${name} reports ${code}`);
        });
      }
    }
    const promised = CHECKED.flatMap(({ name, codes }) => codes.map((code) => `${name} ${code}`));
    assert.deepEqual([...seen].sort(), promised.sort());
  });
});
