import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../../../../lib/diff/bundle/bundle-text.ts';
import { readBundle } from '../../../../lib/diff/bundle/read-bundle.ts';
import { factHistories } from '../../../../lib/diff/releases/fact-histories.ts';
import { releasedDefinitions } from '../../../../lib/diff/retired/released-definitions.ts';
import { releasedForm } from '../../../../lib/diff/retired/released-form.ts';
import { releasedPages } from '../../../../lib/diff/retired/released-pages.ts';
import { retiredPages } from '../../../../lib/diff/retired/retired-pages.ts';
import { addressesOf } from '../../../../lib/export/json/addresses.ts';
import { publishedFiles } from '../../../../lib/publish/published-files.ts';
import { attribute, child, sharedNode, stanza, used } from '../../../cases/texts.ts';

const corpusOf = (files: Readonly<Record<string, string>>) => {
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  assert.deepEqual(findings, []);
  return corpus;
};

const IP = attribute('ip', 'int');
const OLD = corpusOf({
  'stanzas/call-x.yaml': stanza(
    `children: [${child('te', '1', `attributes: [${IP}, ${attribute('port', 'int')}]`)}]\n`,
  ),
  'stanzas/call-r.yaml': stanza(`attributes: [${attribute('uuid', 'hex')}]\n`, 'call-r'),
});
const NEW = corpusOf({
  'stanzas/call-x.yaml': stanza(
    `children: [${used('te', 'without: ["@port"]')}, ${used('relay', '', 'r')}]\n`,
  ),
  'nodes/te.yaml': sharedNode(`attributes: [${IP}, ${attribute('port', 'int')}]\n`),
  'nodes/relay.yaml': sharedNode(
    `moved_from: [call-r]\nattributes: [${attribute('uuid', 'hex', '', 'probable')}]\n`,
    'relay',
    'r',
  ),
  'tombstones.yaml':
    "tombstones: [{ path: 'call-x:te@port', reason: It was not there., date: '2026-01-31' }]\n",
});
const RELEASE = bundleOf(OLD, { version: '1.0.0', date: '2026-01-31' });
const PUBLISHED = { corpus: NEW, base: '/', directory: 'spec', releases: [RELEASE] };
const files = new Map([...publishedFiles(PUBLISHED as never)].map(({ path, text }) => [path, text]));

test('the place of a fact that is shared now is no retired part, since its page shows it', () => {
  const pages = new Map(retiredPages(NEW, [RELEASE]).map((one) => [one.page, one]));
  assert.deepEqual(
    pages.get('stanzas/call-x/')?.parts.map(({ path, now }) => [path, now?.kind]),
    [['call-x:te@port', 'withdrawn']],
  );
});

test('the page of a stanza that is a shared node now leads there, and so do its facts and its JSON', () => {
  const page = retiredPages(NEW, [RELEASE]).find((one) => one.id === 'call-r');
  assert.deepEqual(page?.now, { kind: 'moved', path: 'node/relay', reason: undefined });
  assert.deepEqual(
    page?.parts.map(({ anchor, now }) => [anchor, now]),
    [['@uuid', { kind: 'moved', path: 'node/relay:@uuid', reason: undefined }]],
  );
  const { moved_to, path } = JSON.parse(files.get('stanzas/call-r.json') ?? '');
  assert.deepEqual([moved_to, path], ['/nodes/relay/', 'node/relay']);
  assert.match(files.get('stanzas/call-r.md') ?? '', /It is now \[node\/relay\]\(<\/nodes\/relay\/>\)/);
  assert.match(files.get('changes.md') ?? '', /`call-x:te@ip`: now `node\/te:@ip`/);
});

test('the feed of a retired stanza is that of the shared node, which has the changes of its own facts', () => {
  assert.equal(files.get('stanzas/call-r/feed.json'), files.get('nodes/relay/feed.json'));
  const later = bundleOf(NEW, { version: '1.1.0', date: '2026-02-28' });
  const feeds = new Map(
    [...publishedFiles({ ...PUBLISHED, releases: [RELEASE, later] } as never)].map(({ path, text }) => [
      path,
      text,
    ]),
  );
  const textOf = (path: string): string => {
    const [item] = JSON.parse(feeds.get(path) ?? '').items;
    return JSON.stringify(item);
  };
  assert.match(textOf('nodes/te/feed.json'), /call-x:te@ip/);
  assert.match(textOf('stanzas/call-x/feed.json'), /now .*node\/te:@ip/);
  assert.doesNotMatch(textOf('stanzas/call-x/feed.json'), /uuid/);
});

test('the form of a fact in a release has its legs, its constant, its members and its shared node', () => {
  const fact = { path: 'x:@a', kind: 'attribute', confidence: 'unknown', description: '' } as const;
  const [sent, delivered] = [{ presence: 'never' }, { presence: 'always' }];
  assert.deepEqual(releasedForm({ ...fact, type: 'int', value: '0', sent, delivered }), [
    'int',
    'always 0',
    'sent: never',
    'delivered: always',
  ]);
  assert.deepEqual(
    releasedForm({
      ...fact,
      kind: 'requirement',
      part: { level: 'must', actor: 'reader', subject: 'call-x:@a' },
    }),
    ['level: must', 'actor: reader', 'subject: call-x:@a'],
  );
  assert.deepEqual(releasedForm({ ...fact, sent }), ['presence not known', 'sent: never']);
  assert.deepEqual(releasedForm({ ...fact, kind: 'choice', occurrence: '1', of: ['@a', 'b'] }), [
    'exactly one of @a, b',
  ]);
  assert.deepEqual(releasedForm({ ...fact, kind: 'child', occurrence: '0..1', use: 'te' }), [
    '0..1',
    'shared node te',
  ]);
});

test('addresses lead to facts of shared nodes, to their places and to the nodes themselves', () => {
  const { path } = addressesOf({ corpus: NEW, base: '/', directory: 'spec' } as never);
  assert.deepEqual(
    ['node/te', 'node/te:@ip', 'call-x:te@ip', 'call-x:te@port', 'node/none', 'node/te:@none'].map(path),
    ['/nodes/te/', '/nodes/te/#@ip', '/stanzas/call-x/#te@ip', undefined, undefined, undefined],
  );
});

test('a release has the pages of its shared nodes with their facts', () => {
  const bundle = bundleOf(NEW, { version: '1.1.0', date: '2026-02-28' });
  assert.equal(readBundle(bundleText(bundle)).reason, undefined);
  const te = releasedDefinitions(bundle).find(
    ({ kind, definition }) => kind === 'node' && definition.id === 'te',
  );
  assert.deepEqual(
    te?.facts.map(({ path }) => path),
    ['node/te:@ip', 'node/te:@port'],
  );
  assert.ok(releasedPages([bundle]).some(({ page }) => page === 'v/1.1.0/nodes/te/'));
});

test('a fact keeps its history when it moves into a shared node', () => {
  assert.deepEqual(factHistories(NEW, [RELEASE]).get('node/te:@ip'), { since: '1.0.0', changes: [] });
  const raised = factHistories(NEW, [RELEASE]).get('node/relay:@uuid');
  assert.deepEqual(
    raised?.changes.map(({ from, to }) => `${from} to ${to}`),
    ['unknown to probable'],
  );
});
