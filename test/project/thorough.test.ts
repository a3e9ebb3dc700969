import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';

test('npm run test:thorough runs each test that npm test only samples', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const listed = (scripts['test:thorough'] ?? '').split(' ').filter((word) => word.endsWith('.test.ts'));
  const sampled = readdirSync(join(PROJECT_ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((file) =>
      /from '[./]+helpers\/thorough\.ts'/.test(readFileSync(join(PROJECT_ROOT, file), 'utf8')),
    );
  assert.deepEqual(listed, sampled.sort());
});
