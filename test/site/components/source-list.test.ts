import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factTable } from '../../../site/components/fact-table.ts';
import { markupOf } from '../../../site/html/html.ts';
import { textLinksOf } from '../../../site/model/text/text-links.ts';
import { factView } from '../../../site/model/views/fact-view.ts';
import { FILES, publicationOf, STANZA } from '../corpus-of.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const opened = (source: string, how: string): object => ({
  source,
  commit: COMMIT,
  digest: 'ab'.repeat(32),
  names: { from: how },
});

/** The row of call-end:@from, which cites two places in code, as text. */
function rowOf(checks: readonly object[] | undefined, stanza = STANZA): string {
  const file = checks === undefined ? {} : { 'source-checks.json': JSON.stringify({ sources: checks }) };
  const { publication, links } = publicationOf({ ...FILES, 'stanzas/call-end.yaml': stanza, ...file });
  const { corpus } = publication;
  const fact = corpus.factByPath.get('call-end:@from');
  assert.ok(fact !== undefined);
  const markup = markupOf(
    factTable([factView(fact, { corpus, links })], 'Facts', textLinksOf(publication, links)),
  );
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',');
}

describe('the sources of a fact', () => {
  it('say once what is the same for all places of a flavor, and the row says that all are checked', () => {
    const row = rowOf([opened('meow:src/call.go#L1-L2', 'exact'), opened('meow:src/call.go#L9', 'alias')]);
    assert.match(row, /meow: call\.go#L1-L2, L9 \(checked at 0123456, names it\)/);
    assert.match(row, /1 impl\. · 3 sources/);
    assert.match(row, /All cited places in code were checked\./);
  });

  it('say at each place what differs, and then the fact has no mark', () => {
    const row = rowOf([opened('meow:src/call.go#L1-L2', 'no')]);
    assert.match(row, /call\.go#L1-L2 \(checked at 0123456, does not name it\), L9 \(not checked\)/);
    assert.doesNotMatch(row, /All cited places/);
  });

  it('say nothing where nobody has opened them', () => {
    assert.doesNotMatch(rowOf(undefined), /checked/);
  });

  it('show who writes and who reads it, and outside of any fold that nobody is known to', () => {
    const row = rowOf(undefined, STANZA.replace('call.go#L1-L2', 'call.go#L1-L2 writes'));
    assert.match(row, /sources of from[\s\S]*Writes: meow/);
    assert.doesNotMatch(row, /Reads:/);
    assert.match(row, /call\.go#L1-L2 writes, L9/);
    assert.doesNotMatch(row, /No code that/);
    const names = STANZA.replace('call.go#L1-L2', 'call.go#L1-L2 names');
    assert.doesNotMatch(rowOf(undefined, names), /No code that/);
    const named = rowOf(
      undefined,
      names.replace(/^( +- meow:src\/call\.go#L1-L2 names\n)(?: +- .*\n)+/m, '$1'),
    );
    assert.match(named, /No code that writes or reads it is known\.[\s\S]*1 source of from/);
    assert.doesNotMatch(rowOf(undefined, STANZA), /No code that/);
  });
});
