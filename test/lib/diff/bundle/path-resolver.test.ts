import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bundle, BundleTombstone } from '../../../../lib/diff/bundle/bundle.ts';
import { pathResolver } from '../../../../lib/diff/bundle/path-resolver.ts';

const tombstone = (path: string, successor?: string): BundleTombstone => ({
  path,
  reason: `${path} went.`,
  date: '2026-01-31',
  ...(successor === undefined ? {} : { successor }),
});

const SPEC: Pick<Bundle, 'facts' | 'definitions' | 'tombstones'> = {
  facts: ['new:@a', 'new:te', 'new:te@ip', 'colors=a/b@c'].map((path) => ({
    path,
    kind: 'attribute',
    confidence: 'unknown',
    description: 'x',
  })),
  definitions: [
    { kind: 'stanza', id: 'new', title: 'New', moved_from: ['old', 'other:@x'], data: {} },
    { kind: 'enum', id: 'colors', title: 'Colors', moved_from: ['colours'], data: {} },
  ],
  tombstones: [
    tombstone('new:gone'),
    tombstone('new:ta', 'new:te'),
    tombstone('new:first', 'new:second'),
    tombstone('new:second', 'new:@a'),
    tombstone('new:round', 'new:and-round'),
    tombstone('new:and-round', 'new:round'),
    tombstone('new:nowhere', 'never'),
  ],
};
const resolve = pathResolver(SPEC);
const short = (path: string): string => {
  const to = resolve(path);
  return to.kind === 'withdrawn'
    ? `withdrawn ${to.tombstone.path}`
    : to.kind === 'lost'
      ? 'lost'
      : `${to.kind} ${to.path}`;
};

for (const [path, expected] of [
  ['new:@a', 'present new:@a'],
  ['new', 'present new'],
  ['old', 'moved new'],
  ['old:@a', 'moved new:@a'],
  ['old:@never', 'moved new'],
  ['other:@x', 'moved new'],
  ['other:@y', 'lost'],
  ['colours=a/b@c', 'moved colors=a/b@c'],
  ['new:gone', 'withdrawn new:gone'],
  ['new:gone/deep@x', 'withdrawn new:gone'],
  ['new:ta@ip', 'moved new:te@ip'],
  ['new:ta@port', 'moved new:te'],
  ['new:first', 'moved new:@a'],
  ['new:round', 'lost'],
  ['new:nowhere', 'lost'],
  ['new:gonex', 'lost'],
  ['', 'lost'],
] as const) {
  test(`'${path}' is ${expected}`, () => assert.equal(short(path), expected));
}
