import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { permalink } from '../../../../lib/corpus/sources/permalink.ts';
import { parseSource, type SourceRef } from '../../../../lib/corpus/sources/source-ref.ts';
import { safeUrl } from '../../../../lib/prose/safe-url.ts';
import fc from '../../../helpers/fast-check.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';

const SAFE: Readonly<Record<string, string>> = {
  'https://example.org': 'https://example.org/',
  'https://example.org/a/b.ts#L1-L2': 'https://example.org/a/b.ts#L1-L2',
  'https://example.org/?a=b&c=d': 'https://example.org/?a=b&c=d',
  'https://EXAMPLE.org/A': 'https://example.org/A',
  'https://example.org:8443/': 'https://example.org:8443/',
  'https://example.org/a@b': 'https://example.org/a@b',
  'https://example.org/?q=a@b:c': 'https://example.org/?q=a@b:c',
  'https://example.org/"><b>': 'https://example.org/%22%3E%3Cb%3E',
  'https://пример.рф/': 'https://xn--e1afmkfd.xn--p1ai/',
  'https://example.org/../../x': 'https://example.org/x',
  'https://[::1]/': 'https://[::1]/',
};

const UNSAFE = [
  '',
  ' ',
  '#a',
  '?a',
  'a',
  '/a',
  './a',
  '../a',
  '//example.org/',
  '///example.org/',
  '\\\\example.org\\',
  'example.org',
  'http://example.org/',
  'HTTP://example.org/',
  'HTTPS://example.org/',
  'hTTps://example.org/',
  'https:example.org',
  'https:/example.org',
  'https:\\\\example.org',
  'https:/\\example.org',
  'https://',
  'https:///',
  'https://?a',
  'https://#a',
  'https://:443/',
  'https://user@example.org/',
  'https://user:password@example.org/',
  'https://:password@example.org/',
  'https://example.com@evil.example/',
  'https://example.com%40x@evil.example/',
  'https://example.com:443@evil.example/',
  'https://exam ple.org/',
  'https://example.org:99999/',
  'https://example.org:port/',
  'https://exam%00ple.org/',
  'https://exam<ple.org/',
  'https://[::1/',
  'https://1.2.3.4.5/',
  'https://256.256.256.256/',
  'https://example.org\\@evil.example/',
  'https://example.org/\\',
  ' https://example.org/',
  'https://example.org/ ',
  'https://example.org/a b',
  'https://example.org/\n',
  '\nhttps://example.org/',
  'https://exa\tmple.org/',
  'ht\ntps://example.org/',
  'https://example.org/\0',
  '\u0001https://example.org/',
  'https://example.org/\u0085',
  'https://example.org/\u00a0',
  'https://example.org/\u2028',
  '\ufeffhttps://example.org/',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'javascript://https://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://example.org/x',
  'view-source:https://example.org/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'mailto:a@example.org',
  'tel:1',
  'about:blank',
  'intent://example.org/#Intent;end',
  'httpsx://example.org/',
  'xhttps://example.org/',
  'https;//example.org/',
  '&#106;avascript:alert(1)',
  '%6aavascript:alert(1)',
];

describe('safeUrl', () => {
  test('https addresses, in their normal form', () => {
    for (const [url, expected] of Object.entries(SAFE)) assert.equal(safeUrl(url), expected);
  });

  test('nothing else', () => {
    for (const url of UNSAFE) assert.equal(safeUrl(url), undefined, JSON.stringify(url));
  });

  test('the result is https, has no user, and does not change when checked again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .array(
          fc.constantFrom('https:', '/', '//', '@', ':', '\\', '.', 'a', 'example.org', '?', '#', '%', '\t'),
        )
        .map((parts) => `https://${parts.join('')}`),
    );
    fc.assert(
      fc.property(text, (given) => {
        const url = safeUrl(given);
        if (url === undefined) return;
        const { protocol, username, password, hostname } = new URL(url);
        assert.deepEqual([protocol, username, password], ['https:', '', '']);
        assert.notEqual(hostname, '');
        assert.equal(safeUrl(url), url);
        assert.doesNotMatch(url, /[\s"<>\\\p{Cc}]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

const place = (
  flavor: string,
  path: string,
  from?: number,
  to?: number,
  does?: 'writes' | 'reads' | 'names',
): SourceRef => ({
  kind: 'flavor',
  flavor,
  path,
  from,
  to,
  does,
});

const SOURCES: Readonly<Record<string, SourceRef>> = {
  '#12': { kind: 'issue', number: 12 },
  'capture:one': { kind: 'capture', id: 'one', record: undefined },
  'capture:one#7': { kind: 'capture', id: 'one', record: 7 },
  'https://example.org/a b': { kind: 'url', url: 'https://example.org/a b' },
  'HTTPS://example.org/': { kind: 'url', url: 'HTTPS://example.org/' },
  'whatsmeow:call.go': place('whatsmeow', 'call.go'),
  'whatsmeow:call.go#L7': place('whatsmeow', 'call.go', 7),
  'whatsmeow:types/call.go#L7-L9': place('whatsmeow', 'types/call.go', 7, 9),
  'whatsmeow:call.go#L7-L7': place('whatsmeow', 'call.go', 7, 7),
  'wa-js-8dc6f52:src/[id].ts#L1': place('wa-js-8dc6f52', 'src/[id].ts', 1),
  'whatsmeow:call.go#L7 writes': place('whatsmeow', 'call.go', 7, undefined, 'writes'),
  'whatsmeow:call.go#L7-L9 reads': place('whatsmeow', 'call.go', 7, 9, 'reads'),
  'whatsmeow:call.go names': place('whatsmeow', 'call.go', undefined, undefined, 'names'),
  // What earlier specs say in words stays a note.
  'whatsmeow:call.go#L7 deletes': { kind: 'note', text: 'whatsmeow:call.go#L7 deletes' },
  'whatsmeow:call.go  reads': { kind: 'note', text: 'whatsmeow:call.go  reads' },
  'note:it reads': { kind: 'note', text: 'note:it reads' },
  'note: reads': { kind: 'note', text: 'note: reads' },
  'flavor:a:b': place('flavor', 'a:b'),
  'flavor:.github/x': place('flavor', '.github/x'),
  'flavor:a..b': place('flavor', 'a..b'),
  'a note': { kind: 'note', text: 'a note' },
  'note: with a colon': { kind: 'note', text: 'note: with a colon' },
  'a note: with a colon': { kind: 'note', text: 'a note: with a colon' },
  word: { kind: 'note', text: 'word' },
  'word:': { kind: 'note', text: 'word:' },
  ':word': { kind: 'note', text: ':word' },
  'see https://example.org/': { kind: 'note', text: 'see https://example.org/' },
};

const MALFORMED = [
  '#',
  '#x',
  '#12a',
  '# 12',
  '#-1',
  '#1234567890',
  '#L1-L2',
  'capture:a/b',
  'capture:-a',
  'capture:a#L1',
  'capture:a#0',
  'capture:a#12345',
  'capture:a.b reads',
  'flavor:../x reads',
  'http://example.org/',
  'ftp://example.org/',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'file:/etc/passwd',
  'mailto:a@example.org',
  'flavor:/etc/passwd',
  'flavor:../x',
  'flavor:a/../b',
  'flavor:a/./b',
  'flavor:a//b',
  'flavor:a/',
  'flavor:.',
  'flavor:a\\b',
  'flavor:#L1',
  'flavor:a#',
  'flavor:a#1',
  'flavor:a#L0',
  'flavor:a#L1-2',
  'flavor:a#L1-',
  'flavor:a#L2-L1',
  'flavor:a#L1-L2-L3',
  'flavor:a#L1#L2',
  'flavor:a#l1',
  'flavor:a#L01',
  'flavor:a#L12345678',
];

describe('parseSource', () => {
  test('each form', () => {
    for (const [text, expected] of Object.entries(SOURCES))
      assert.deepEqual(parseSource(text), expected, text);
  });

  test('an invalid one says why', () => {
    for (const text of MALFORMED) {
      const ref = parseSource(text);
      assert.equal(ref.kind, 'malformed', text);
      assert.match(ref.kind === 'malformed' ? ref.reason : '', /^[a-z].*[^.]$/);
    }
  });

  test('accepts any text, and no path leaves its repository', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':', '/', '.', '#', 'L', '1', '-', '\\', ' ') }),
        (text) => {
          const ref = parseSource(text);
          if (ref.kind !== 'flavor') return;
          assert.ok(!ref.path.split('/').some((step) => ['', '.', '..'].includes(step)), text);
          assert.ok((ref.from ?? 1) >= 1 && (ref.to ?? ref.from ?? 1) >= (ref.from ?? 1));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('permalink', () => {
  const files = {
    'stanzas/a.yaml': minimalStanza('a'),
    'spec.yaml': 'title: T\nversion: 1.0.0\nrepository: https://example.org/us/spec/\n',
    'flavors/pinned.yaml': 'id: pinned\nrepository: https://example.org/them/code/\ncommit: 0123abc\n',
    'flavors/loose.yaml': 'id: loose\nrepository: https://example.org/them/loose\n',
    'flavors/homeless.yaml': 'id: homeless\n',
    'flavors/evil.yaml': 'id: evil\nrepository: javascript:alert(1)//\n',
  };
  const { corpus } = loadCorpus(memoryFiles(files));

  test('links to the source', () => {
    const expected: Readonly<Record<string, string | undefined>> = {
      '#12': 'https://example.org/us/spec/issues/12',
      'https://example.com/x': 'https://example.com/x',
      'pinned:a/b.go#L1-L2': 'https://example.org/them/code/blob/0123abc/a/b.go#L1-L2',
      'pinned:a.go#L7': 'https://example.org/them/code/blob/0123abc/a.go#L7',
      'pinned:a.go': 'https://example.org/them/code/blob/0123abc/a.go',
      'pinned:a?b%2e%2e/[c]é.ts':
        'https://example.org/them/code/blob/0123abc/a%3Fb%252e%252e/%5Bc%5D%C3%A9.ts',
      'loose:a.go#L1': 'https://example.org/them/loose/blob/HEAD/a.go#L1',
    };
    for (const [source, url] of Object.entries(expected))
      assert.equal(permalink(source, corpus), url, source);
  });

  test('is undefined for anything else', () => {
    for (const source of [
      'a note',
      'capture:one',
      'zzz:a.go',
      'homeless:a.go',
      'evil:a.go',
      'pinned:../a',
      '#x',
      'https://u@e.org/',
      'HTTPS://example.org/',
    ])
      assert.equal(permalink(source, corpus), undefined, source);
    const { corpus: bare } = loadCorpus(memoryFiles({ 'stanzas/a.yaml': minimalStanza('a') }));
    assert.equal(permalink('#12', bare), undefined);
  });
});
