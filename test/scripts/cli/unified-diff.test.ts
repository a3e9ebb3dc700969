import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { unifiedDiff } from '../../../scripts/cli/unified-diff.ts';

const LINES = Array.from({ length: 30 }, (_, i) => `line ${i}\n`).join('');

const CHANGES: Readonly<Record<string, readonly [before: string | undefined, after: string]>> = {
  'a new file': [undefined, 'x\ny\n'],
  'a line more, a line less and another one': [
    LINES,
    LINES.replace('line 4\n', 'line 4\nmore\n').replace('line 9\n', '').replace('line 25', 'other'),
  ],
  'an emptied file': ['x\n', ''],
  'a last line that is not ended': ['x\ny', 'x\nz'],
  'line ends of Windows': ['x\r\ny\r\n', 'x\r\nnew\r\ny\r\n'],
  'lines that look like a diff': ['--- a/file\n+++ b/file\n@@ -1 +1 @@\n', '--- a/file\n@@ -1 +1 @@\n-x\n'],
};

describe('unifiedDiff', () => {
  it('is empty where nothing changes', () => {
    assert.equal(unifiedDiff('spec/file.yaml', LINES, LINES), '');
  });

  it('is empty for equal texts, and marks a new file', () => {
    assert.equal(unifiedDiff('a', 'x\n', 'x\n'), '');
    assert.equal(unifiedDiff('a', undefined, 'x\ny\n'), '--- /dev/null\n+++ b/a\n@@ -0,0 +1,2 @@\n+x\n+y\n');
  });

  it('joins near changes and separates distant ones', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i}`);
    const changed = lines.flatMap((line, i) =>
      i === 4 ? ['new', line] : i === 9 ? [] : i === 25 ? [line, 'late'] : [line],
    );
    const diff = unifiedDiff('a', `${lines.join('\n')}\n`, `${changed.join('\n')}\n`);
    assert.deepEqual(diff.match(/^@@.*@@$/gm), ['@@ -2,12 +2,12 @@', '@@ -24,6 +24,7 @@']);
  });

  for (const [name, [before, after]] of Object.entries(CHANGES)) {
    it(`is what git apply makes the new text of: ${name}`, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'unified-diff-'));
      t.after(() => rm(folder, { recursive: true }));
      const file = join(folder, 'file.yaml');
      if (before !== undefined) await writeFile(file, before);
      const input = unifiedDiff('file.yaml', before, after);
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input });
      assert.equal(await readFile(file, 'utf8'), after);
    });
  }
});
