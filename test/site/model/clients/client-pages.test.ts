import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientMatrixTable } from '../../../../site/components/clients/client-matrix-table.ts';
import { clientSectionView } from '../../../../site/components/clients/client-section-view.ts';
import { stanzaClientsLine } from '../../../../site/components/clients/stanza-clients-line.ts';
import { html, markupOf } from '../../../../site/html/html.ts';
import { addressOfPart, clientDifferences } from '../../../../site/model/clients/client-differences.ts';
import { clientMatrix, stanzasWithClients } from '../../../../site/model/clients/client-matrix.ts';
import {
  type ClientSection,
  clientPath,
  clientSections,
  pagesOfClient,
} from '../../../../site/model/clients/client-sections.ts';
import { stanzaClients } from '../../../../site/model/clients/stanza-clients.ts';
import { flavorPage } from '../../../../site/model/definitions/flavor-page.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { CLIENT_FILES } from '../../../lib/corpus/clients/client-files.ts';
import { publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf(CLIENT_FILES);
const { corpus } = publication;

test('the matrix has a column for each client, and one cell for clients that are not known to do anything', () => {
  const matrix = clientMatrix(publication, links, 'call-x');
  assert.deepEqual(
    matrix.columns.map(({ id, first }) => (first ? `| ${id}` : id)),
    ['| up', 'port', '| other', '| wire'],
  );
  assert.deepEqual(
    matrix.rows.map(({ part, depth, cells }) => [part.text, depth, cells]),
    [
      ['@id', 0, ['writes', 3]],
      ['<ring>', 0, ['writes', 'writes', 'writes', 'reads']],
      ['@tone', 1, ['writes', 'writes', 1, 'reads']],
      ['@alone', 1, [1, 'writes', 2]],
      ['<place>', 1, ['writes', 1, 'writes', 1]],
      ['@ip', 2, ['writes', 3]],
    ],
  );
});

test('each cell says in words what its letter means, and each row has as many columns as the head', () => {
  const table = markupOf(clientMatrixTable(clientMatrix(publication, links, 'call-x')));
  assert.match(table, /<td class="w"><span class="vh">writes<\/span><\/td><td colspan="3"><\/td>/);
  for (const [row] of table.matchAll(/<tr>.*?<\/tr>/gs)) {
    const spans = [...row.matchAll(/<(?:td|th)(?: [^>]*?colspan="(\d+)")?[^>]*>/g)];
    const columns = spans.reduce((sum, [, span = '1']) => sum + Number(span), 0);
    assert.equal(columns, 5, row);
  }
});

test('a stanza names who writes and reads it; an extract is no implementation', () => {
  assert.deepEqual(stanzaClients(corpus, links, 'call-x'), {
    writes: ['up', 'port', 'other'],
    reads: [],
    href: '/base/stanzas/call-x/implementations/',
  });
  const line = markupOf(html`${stanzaClientsLine(stanzaClients(corpus, links, 'call-x'), '/matrix.css')}`);
  assert.match(line, /<b>Written by 3:<\/b> up, port, other\.<\/p>/);
  assert.deepEqual(stanzasWithClients(corpus), ['call-x', 'envelope']);
});

test('the page of a client shows its stanzas as it writes and reads them, and what no other family has', () => {
  const [section] = clientSections(corpus, links, 'port', 1);
  assert.equal(section?.writes, '<ping>\n  <ring tone alone/>\n</ping>');
  assert.equal(section?.reads, '');
  assert.deepEqual(section?.alone, ['ring@tone', 'ring@alone']);
  assert.match(
    markupOf(clientSectionView(section as NonNullable<typeof section>)),
    /&lt;ring tone alone\/&gt;/,
  );
});

test('a stanza of which a client has only what every stanza in the envelope has is not shown, and named', () => {
  const attribute = (name: string): string =>
    `{ name: ${name}, type: string, confidence: probable, description: A name., provenance: { sources: ['up:e#L1 reads'] } }`;
  const { publication: its, links: to } = publicationOf({
    'stanzas/envelope.yaml': minimalStanza('envelope', `attributes: [${attribute('id')}]\n`),
    'stanzas/call-a.yaml': minimalStanza('call-a', `envelope: envelope\nattributes: [${attribute('id')}]\n`),
    'stanzas/call-b.yaml': minimalStanza(
      'call-b',
      `envelope: envelope\nattributes: [${attribute('tone')}]\n`,
    ),
    'stanzas/call-c.yaml': minimalStanza('call-c', ''),
    'flavors/up.yaml': '{ id: up, covers: [call-b, call-c, video] }',
  });
  assert.deepEqual(
    clientSections(its.corpus, to, 'up', 1).map(({ id }) => id),
    ['call-b', 'envelope'],
  );
  const page = flavorPage(its, to, 'up');
  assert.deepEqual(
    [page.envelopeOnly, page.withoutParts].map((refs) => refs.map(({ href }) => href)),
    [['/base/stanzas/call-a/'], ['/base/stanzas/call-c/']],
  );
});

test('an implementation is compared with implementations; extracts are apart', () => {
  assert.deepEqual(
    flavorPage(publication, links, 'up').others.map(({ clients }) => clients.map(({ id }) => id)),
    [['other', 'port'], ['wire']],
  );
});

test('two clients are compared by what they do differently', () => {
  const one = [
    { path: 'call-x:ring', does: ['writes'] },
    { path: 'call-x:ring@tone', does: ['writes', 'reads'] },
    { path: 'call-x:@id', does: [] },
  ] as const;
  const other = [
    { path: 'call-x:ring', does: ['writes'] },
    { path: 'reasons=busy', does: ['reads'] },
    { path: 'call-x:ring@tone', does: ['reads'] },
  ] as const;
  assert.deepEqual(clientDifferences(one, other), {
    deeds: [
      { path: 'call-x:ring@tone', one: 'writes and reads', other: 'reads' },
      { path: 'reasons=busy', one: '', other: 'reads' },
    ],
    named: [{ path: 'call-x:@id', one: 'names', other: '' }],
  });
  assert.equal(addressOfPart('node/te:to/enc@v'), 'nodes/te/#to/enc@v');
  assert.equal(addressOfPart('reasons=a:b'), 'enums/reasons/#a:b');
  assert.equal(addressOfPart('call-x:ring@tone'), 'stanzas/call-x/#ring@tone');
});

test('a client with many stanzas has several pages, each within the budget of a page', () => {
  const many = Object.fromEntries(
    Array.from({ length: 250 }, (_, i) => [
      `stanzas/call-${i}.yaml`,
      minimalStanza(
        `call-${i}`,
        `children: [{ tag: a, occurrence: '1', confidence: probable, description: One.,
  attributes: [{ name: n, type: string, confidence: probable, description: Theirs.,
    provenance: { sources: ['other:a#L1 writes', 'other:a#L2 reads'] } }],
  provenance: { sources: ['up:a#L1 writes', 'up:a#L2 reads'] } }]\n`,
      ),
    ]),
  );
  const flavors = { 'flavors/up.yaml': '{ id: up }', 'flavors/other.yaml': '{ id: other }' };
  const { publication: large, links: its } = publicationOf({ ...many, ...flavors });
  assert.equal(pagesOfClient(large.corpus, 'up'), 4);
  const pages = [1, 2, 3, 4].map((page) => clientSections(large.corpus, its, 'up', page));
  assert.equal(new Set(pages.flat().map(({ id }) => id)).size, 250);
  assert.match(
    markupOf(clientSectionView(pages[0]?.[0] as ClientSection)),
    /Others write 1 part not seen in its code/,
  );
  for (const page of pages) {
    const elements = page.flatMap((one) => markupOf(clientSectionView(one)).match(/<[a-z]/g) ?? []);
    assert.ok(elements.length < 2000, String(elements.length));
  }
  assert.equal(clientPath('up', 2), 'flavors/up/2/');
});
