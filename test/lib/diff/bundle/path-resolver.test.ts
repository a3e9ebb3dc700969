import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bundle, BundleFact, BundleTombstone } from '../../../../lib/diff/bundle/bundle.ts';
import { pathResolver } from '../../../../lib/diff/bundle/path-resolver.ts';

const tombstone = (path: string, successor?: string): BundleTombstone => ({
  path,
  reason: `${path} went.`,
  date: '2026-01-31',
  ...(successor === undefined ? {} : { successor }),
});

const fact = (path: string, more: Partial<BundleFact> = {}): BundleFact => ({
  path,
  kind: 'attribute',
  confidence: 'unknown',
  description: 'x',
  ...more,
});

const SPEC: Pick<Bundle, 'facts' | 'definitions' | 'tombstones'> = {
  facts: [
    ...['new:@a', 'new:te', 'new:te@ip', 'colors=a/b@c', 'around:@id', 'around:x@y'].map((path) =>
      fact(path),
    ),
    fact('new:outer', { use: 'outer', without: ['inner@no', 'gone'] }),
    fact('new:outer/own'),
    fact('node/outer:@x'),
    fact('node/outer:inner', { use: 'inner', without: ['@less'] }),
    fact('node/outer:own'),
    fact('node/outer:own@z'),
    ...['@y', '@no', '@less', 'deep', 'deep@w', 'gone', 'gone@v', 'one_of(a)'].flatMap((anchor) => [
      fact(`node/inner:${anchor}`),
      fact(`node/outer:${anchor === '@y' ? '@unused' : anchor}`),
    ]),
    fact('node/round:a', { use: 'round' }),
  ],
  definitions: [
    {
      kind: 'stanza',
      id: 'new',
      title: 'New',
      moved_from: ['old', 'other:@x'],
      data: { envelope: 'around' },
    },
    { kind: 'stanza', id: 'around', title: 'Around', data: {} },
    { kind: 'node', id: 'outer', title: 'Outer', moved_from: ['node/former', 'was'], data: {} },
    { kind: 'node', id: 'inner', title: 'Inner', data: {} },
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
    tombstone('node/inner:@old', 'node/inner:@y'),
    tombstone('new:first-te', 'new:outer'),
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
  // Places of shared nodes and of the envelope.
  ['new:outer@x', 'moved node/outer:@x'],
  ['new:outer/inner', 'moved node/outer:inner'],
  ['new:outer/inner@y', 'moved node/inner:@y'],
  ['node/outer:inner/deep@w', 'moved node/inner:deep@w'],
  ['new:outer/inner/one_of(a)', 'moved node/inner:one_of(a)'],
  ['new:@id', 'moved around:@id'],
  ['old:@id', 'moved around:@id'],
  ['old:outer/inner@y', 'moved node/inner:@y'],
  ['new:x@y', 'lost'],
  ['new:first-te@x', 'moved node/outer:@x'],
  ['new:outer/inner@old', 'moved node/inner:@y'],
  ['node/former:@x', 'moved node/outer:@x'],
  ['was:inner@y', 'moved node/inner:@y'],
  // What a place lacks, or describes itself, is not shared.
  ['new:outer/inner@no', 'lost'],
  ['new:outer/inner@less', 'lost'],
  ['new:outer/gone@v', 'lost'],
  ['new:outer/own@z', 'lost'],
  ['new:outer@y', 'lost'],
  ['node/round:a/a/a/b', 'lost'],
] as const) {
  test(`'${path}' is ${expected}`, () => assert.equal(short(path), expected));
}
