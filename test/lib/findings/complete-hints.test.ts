import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CODES } from '../../../lib/findings/codes.ts';
import { completeHints } from '../../../lib/findings/complete-hints.ts';
import { finding } from '../../../lib/findings/finding.ts';
import { COMMAND_WAYS } from '../../../lib/node/process/command-ways.ts';

const AT = { file: 'spec/stanzas/a.yaml', line: 1, column: 1 };

it('a hint says how to do what it suggests, with the commands of its caller', () => {
  const [empty, other] = completeHints(
    [finding('yaml/empty', {}, AT), finding('file/unknown-folder', { name: 'x' }, AT)],
    { ...COMMAND_WAYS, newEntry: 'Press New.' },
  );
  assert.equal(empty?.hint, 'Fill it in, or delete it. Press New.');
  assert.ok(!('way' in (empty ?? {})), 'a report has no part that only the catalog understands');
  assert.ok(other !== undefined && !('hint' in other));
});

it('every command that a code mentions exists', () => {
  const ways = Object.values(CODES).flatMap((code) =>
    'way' in code && code.way !== undefined ? [code.way] : [],
  );
  assert.ok(ways.length >= 6);
  for (const way of ways) assert.match(COMMAND_WAYS[way], /`npm run |--spec/);
});
