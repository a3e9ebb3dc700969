import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withEntry } from '../../../../lib/diff/releases/changelog-entry.ts';
import { versionProblem } from '../../../../lib/diff/releases/version-problem.ts';
import { compareVersions } from '../../../../lib/text/compare-versions.ts';

test('versions are ordered as numbers', () => {
  const sorted = ['0.2.0', '0.10.0-rc.1', '0.10.0', '1.0.0', '1.0.10', '10.0.0'];
  assert.deepEqual([...sorted].reverse().sort(compareVersions), sorted);
});

for (const [latest, version, impact, problem] of [
  [undefined, '0.1.0', 'minor', undefined],
  [undefined, 'one', 'minor', /is not a version/],
  ['0.1.0', '01.0.0', 'minor', /is not a version/],
  ['0.1.0', '0.1.0', 'minor', /does not come after/],
  ['0.10.0', '0.9.0', 'minor', /does not come after/],
  ['0.1.0', '0.1.1', 'none', /nothing changed/],
  ['0.1.0', '0.1.1', 'patch', undefined],
  ['0.1.0', '0.1.1', 'minor', /new minor version/],
  ['0.1.0', '0.2.0', 'major', undefined],
  ['1.1.0', '1.2.0', 'major', /new major version/],
  ['1.1.0', '2.0.0', 'major', undefined],
  ['1.1.0', '2.0.0', 'patch', undefined],
] as const) {
  test(`${version} after ${latest} with ${impact} changes`, () => {
    const found = versionProblem(latest, version, impact);
    if (problem === undefined) assert.equal(found, undefined);
    else assert.match(found ?? '', problem);
  });
}

test('an entry includes text that was written by hand, and changes nothing else', () => {
  const changes = [
    { kind: 'added', path: 'a:@b', owner: 'a', fact: 'attribute', confidence: 'probable' },
  ] as const;
  const before = '# Changelog\n\nWords.\n\n## Unreleased\n\n- By hand.\n\n## 0.1.0\n\n-  kept   as it is\n';
  const text = withEntry(before, { version: '0.2.0', date: '2026-01-31', changes });
  assert.equal(
    text,
    [
      '# Changelog\n\nWords.\n\n## Unreleased\n\n## 0.2.0 (2026-01-31)\n\n- By hand.\n\n### The facts\n\n1 fact added.\n\n',
      '#### New facts (1)\n\n- `a:@b`: new, probable\n\n## 0.1.0\n\n-  kept   as it is\n',
    ].join(''),
  );
  assert.match(
    withEntry('', { version: '0.2.0', date: '2026-01-31', changes }),
    /^# Changelog\n\n## Unreleased\n\n## 0.2.0/,
  );
  assert.match(
    withEntry('# Log\n\n## 0.1.0\n', { version: '0.2.0', date: '2026-01-31', changes }),
    /## Unreleased\n\n## 0.2.0[\s\S]*\n## 0.1.0\n$/,
  );
});

test('an entry with very many changes counts them by definition, and says where they are listed', () => {
  const changes = Array.from({ length: 200 }, (_, i) => ({
    kind: 'described' as const,
    path: `${i % 2 === 0 ? 'even' : 'odd'}:@a${i}`,
    what: ['description' as const],
  })).concat(
    Array.from({ length: 100 }, (_, i) => ({
      kind: 'moved' as const,
      path: `odd:@b${i}`,
      to: `odd:@c${i}`,
      reason: undefined,
    })) as never,
  );
  const text = withEntry('', { version: '0.2.0', date: '2026-01-31', changes, site: 'https://a.example/' });
  assert.match(
    text,
    /\n\n- `even`: 100 descriptions changed\n- `odd`: 100 paths moved, 100 descriptions changed\n\nAll of them: <https:\/\/a\.example\/changes\/0\.2\.0\/>\n$/,
  );
});
