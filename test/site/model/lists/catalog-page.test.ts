import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stanzaCatalog } from '../../../../site/components/lists/stanza-catalog.ts';
import { phaseMapView } from '../../../../site/components/phase-map-view.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { catalogPage, catalogPages, catalogPath } from '../../../../site/model/lists/catalog-page.ts';
import { phaseMap } from '../../../../site/model/overview/phase-map.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { FILES, publicationOf, STANZA } from '../../corpus-of.ts';

const many = (n: number) =>
  publicationOf({
    ...FILES,
    ...Object.fromEntries(
      Array.from({ length: n }, (_, i) => {
        const id = `end-${String(i).padStart(4, '0')}`;
        const category = i % 2 === 0 ? 'transport' : 'signaling';
        return [
          `stanzas/${id}.yaml`,
          STANZA.replace('id: call-end', `id: ${id}`).replace('category: signaling', `category: ${category}`),
        ];
      }),
    ),
  });

test('a long catalog is split into pages that have each stanza once, in the order of its groups', () => {
  const { publication, links } = many(250);
  const pages = Array.from({ length: catalogPages(publication.corpus) }, (_, i) =>
    catalogPage(publication, links, i + 1),
  );
  assert.equal(pages.length, 3);
  const titles = pages.map(({ groups }) => groups.map(({ title }) => title));
  assert.deepEqual(titles, [['Signaling'], ['Signaling', 'Transport'], ['Transport']]);
  const ids = pages.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ entry }) => entry.id)));
  assert.equal(new Set(ids).size, 251);
  assert.equal(ids.length, 251);
  assert.deepEqual(
    pages[1]?.pages.map(({ href, current }) => [href, current]),
    [
      [links.page('stanzas/'), false],
      [links.page('stanzas/index/2/'), true],
      [links.page(catalogPath(3)), false],
    ],
  );
});

test('the table of a page does not grow with the corpus', () => {
  const { publication, links } = many(600);
  const markup = markupOf(
    stanzaCatalog(catalogPage(publication, links), links, textLinksOf(publication, links)),
  );
  assert.ok((markup.match(/<[a-z]/g) ?? []).length < 2_500, 'elements');
  assert.ok(markup.length < 150_000, 'bytes');
});

test('a long tag may break after an underscore', () => {
  const { publication, links } = publicationOf({
    'stanzas/ping.yaml': minimalStanza('ping').replace('tag: ping', 'tag: a_very_long_name'),
  });
  const markup = markupOf(
    stanzaCatalog(catalogPage(publication, links), links, textLinksOf(publication, links)),
  );
  assert.match(markup, /<code>&lt;a_<wbr>very_<wbr>long_<wbr>name&gt;<\/code>/);
});

test('the status of stanzas shows only where it differs', () => {
  const { publication, links } = many(1);
  const headsOf = (of: typeof publication) =>
    markupOf(stanzaCatalog(catalogPage(of, links), links, textLinksOf(of, links))).includes('>Status<');
  assert.equal(headsOf(publication), false);
  const { publication: other } = publicationOf({
    ...FILES,
    'stanzas/end-0000.yaml': STANZA.replace('id: call-end', 'id: end-0000').replace(
      'status: draft',
      'status: review',
    ),
  });
  assert.equal(headsOf(other), true);
});

test('a stanza whose payload is refuted is marked in the catalog and on the map, and one with another payload is not', () => {
  const payload = (tag: string, rest = ''): string =>
    `  - { tag: ${tag}, occurrence: '0..1', confidence: speculative, description: D.${rest} }\n`;
  const denied = ', disputes: [{ claim: Nobody sends it., refutes: true }]';
  const { publication, links } = publicationOf({
    'spec.yaml': "title: A spec\nversion: '1.0.0'\n",
    'stanzas/gone.yaml': minimalStanza('gone', `children:\n${payload('ring', denied)}`),
    'stanzas/half.yaml': minimalStanza(
      'half',
      `match: { payload: [ping, pong] }\nchildren:\n${payload('ping', denied)}${payload('pong')}`,
    ),
  });
  const textLinks = textLinksOf(publication, links);
  const table = markupOf(stanzaCatalog(catalogPage(publication, links), links, textLinks));
  const map = markupOf(phaseMapView(phaseMap(publication.corpus, links), textLinks));
  for (const markup of [table, map]) {
    assert.match(markup, /gone\/"><s>[^<]*<\/s><\/a> <b class="refuted">refuted<\/b>/);
    assert.equal(markup.split('refuted</b>').length, 2);
  }
});
