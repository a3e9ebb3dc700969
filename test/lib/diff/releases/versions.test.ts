import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../../../lib/diff/changes/change.ts';
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

test('an entry with very many changes names what is new and confirmed, and counts what code may depend on', () => {
  const many = <T>(n: number, change: (i: number) => T): T[] =>
    Array.from({ length: n }, (_, i) => change(i));
  const changes: Change[] = [
    ...many(200, (i) => ({ kind: 'described' as const, path: `odd:@a${i}`, what: ['description' as const] })),
    ...many(100, (i) => ({
      kind: 'moved' as const,
      path: `odd:@b${i}`,
      to: `odd:@c${i}`,
      reason: undefined,
    })),
    ...many(2, (i) => ({
      kind: 'raised' as const,
      path: `odd:@d${i}`,
      from: 'probable' as const,
      to: i === 0 ? ('confirmed' as const) : ('probable' as const),
    })),
    { kind: 'lowered', path: 'words=up', from: 'confirmed', to: 'probable' },
    ...many(21, (i) => ({
      kind: 'definition' as const,
      path: `call-${i}`,
      event: 'added' as const,
      definition: 'stanza' as const,
      title: 'X',
    })),
    { kind: 'definition', path: 'old', event: 'removed', definition: 'enum', title: 'Old' },
    { kind: 'added', path: 'call-1:@id', owner: 'call-1', fact: 'attribute', confidence: 'probable' },
  ];
  const text = withEntry('', { version: '0.2.0', date: '2026-01-31', changes, site: 'https://a.example/' });
  assert.match(text, /21 definitions added, 1 definition removed/);
  assert.match(text, /#### New\n\n- Stanzas \(21\): `call-0`, .*`call-19` and 1 more\n/);
  assert.match(text, /#### Removed\n\n- Enums \(1\): `old`\n/);
  assert.match(text, /#### Confirmed now \(1\)\n\n- `odd`: `@d0`\n/);
  assert.match(text, /#### Rated lower \(1\)\n\n- `words`: `up`\n/);
  assert.match(
    text,
    /#### Changes that code may depend on\n\n- `odd`: 100 paths moved\n\nAll of them: <https:\/\/a\.example\/changes\/0\.2\.0\/>\n$/,
  );
});
