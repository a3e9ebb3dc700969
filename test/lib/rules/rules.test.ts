import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { CODES, type FindingCode } from '../../../lib/findings/codes.ts';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import { RULES } from '../../../lib/rules/index.ts';
import type { Rule } from '../../../lib/rules/parts/rule.ts';
import { runRules } from '../../../lib/rules/run-rules.ts';
import { everyRule, type Files, unmark } from '../../cases/case.ts';
import { CASES } from '../../cases/index.ts';

/** Codes that reading a spec gives, before any rule. */
const OF_LOADING = /^(?:file|yaml|schema)\/|^id\/duplicate$|^rule\/crashed$/;

const EVERY_RULE = everyRule(memoryFiles({}));

describe('the rules', () => {
  it('are each in a file of their name, which the report of a crash names', () => {
    for (const { name } of EVERY_RULE) {
      const crashing: Rule = {
        name,
        codes: [],
        check: () => {
          throw new Error('It broke.');
        },
      };
      const [crash] = runRules(loadCorpus(memoryFiles({})).corpus, [crashing]);
      const text = readFileSync(join(PROJECT_ROOT, crash?.file ?? ''), 'utf8');
      assert.ok(text.includes(`name: '${name}'`), name);
    }
    assert.equal(new Set(EVERY_RULE.map(({ name }) => name)).size, EVERY_RULE.length);
  });

  it('are each the only export of their file, if they need only a corpus', async () => {
    for (const { name } of RULES) {
      const exported = Object.values(await import(`../../../lib/rules/${name}.ts`));
      assert.ok(exported.length === 1 && RULES.includes(exported[0] as never), name);
    }
  });

  it('cover every code that loading does not', () => {
    const covered = new Set(EVERY_RULE.flatMap(({ codes }) => codes));
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
    for (const one of CASES.flatMap(({ rejects }) => rejects)) {
      const port = memoryFiles(
        'at' in one ? ((one.files as Files | undefined) ?? {}) : unmark(one as Files).files,
      );
      const { corpus } = loadCorpus(port);
      for (const { name, codes, check } of everyRule(port)) {
        check(corpus, ({ code }) => {
          seen.add(`${name} ${code}`);
          assert.ok(codes.includes(code), `${name} reports ${code}`);
        });
      }
    }
    const promised = EVERY_RULE.flatMap(({ name, codes }) => codes.map((code) => `${name} ${code}`));
    assert.deepEqual([...seen].sort(), promised.sort());
  });
});
