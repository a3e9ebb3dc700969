import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byteDiagram } from '../../../../site/components/byte-diagram.ts';
import { layoutSection } from '../../../../site/components/layout-section.ts';
import { kindListPage } from '../../../../site/components/lists/kind-list-page.ts';
import { markdown } from '../../../../site/components/markdown.ts';
import { requirementTable } from '../../../../site/components/requirement-table.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { rulesAbout } from '../../../../site/model/links/rules-about.ts';
import { partPage } from '../../../../site/model/parts/part-page.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { PART, PART_FILES } from '../../../lib/corpus/parts/part-files.ts';
import { publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf(PART_FILES);
const textLinks = textLinksOf(publication, links);
const page = partPage(publication, links, 'call-end');

describe('the page of a part', () => {
  it('shows each requirement with its level, its actor and the fact that it speaks of', () => {
    const table = markupOf(requirementTable(page.requirements, 'Requirements', textLinks));
    assert.match(table, /<tbody id="answers">/);
    assert.match(table, /reader <b class="level">must not<\/b>/);
    assert.match(table, /about: <a href="\/base\/stanzas\/call-end\/#end@reason">call-end:end@reason<\/a>/);
    assert.match(table, /otherwise: The other side rings on\./);
    assert.match(table, /<summary>[^<]*source/);
  });

  it('says what it needs and what needs it', () => {
    assert.deepEqual(page.requires, [{ text: 'CRY-01 Keys <b>', href: '/base/parts/ending-keys/' }]);
    assert.deepEqual(page.children, page.requires);
    assert.deepEqual(partPage(publication, links, 'ending-keys').requiredBy, [
      { text: 'SIG-01 The end of a call', href: '/base/parts/call-end/' },
    ]);
  });

  it('draws a layout, and has the same as a table with its vectors', () => {
    const [layout] = page.layouts;
    assert.ok(layout);
    const drawn = markupOf(byteDiagram(layout));
    assert.deepEqual(
      [...drawn.matchAll(/<text class="name"[^>]*>([^<]*)</g)].map(([, name]) => name),
      ['kind', 'marks', 'port', 'text'],
    );
    assert.doesNotMatch(drawn, /style=/);
    const section = markupOf(layoutSection(layout, textLinks));
    assert.match(section, /from 0, bit 4, 4 bits/);
    assert.match(
      section,
      /<td data-label="Bytes"><code>960d<\/code><\/td> *<td data-label="Value">3478<\/td>/,
    );
  });

  it('labels each row of a drawing with its first byte, also inside of a long field', () => {
    const long = PART.replace(/ +vectors:\n.*\n/, '')
      .replace('bytes: 2', 'bytes: 16')
      .replace('size: 4', 'size: 18');
    const one = publicationOf({ ...PART_FILES, 'signalling/call-end.yaml': long });
    const [layout] = partPage(one.publication, one.links, 'call-end').layouts;
    assert.deepEqual(layout?.offsets, [0, 4, 17]);
  });

  it('shows what a vector has in each field that it does not name', () => {
    const files = { ...PART_FILES, 'signalling/call-end.yaml': PART.replace(/, values: \{.*?\}/, '') };
    const bare = publicationOf(files);
    const [layout] = partPage(bare.publication, bare.links, 'call-end').layouts;
    assert.deepEqual(
      layout?.vectors[0]?.parts.map(({ name, value }) => [name, value]),
      [
        ['kind', '2'],
        ['marks', '0x1'],
        ['port', '3478'],
        ['text', 'A'],
      ],
    );
  });

  it('is linked from the fact that a requirement speaks of', () => {
    assert.deepEqual(rulesAbout('call-end:end@reason', publication.corpus, links), [
      { text: 'reader must not: answers', href: '/base/parts/call-end/#answers' },
    ]);
  });
});

describe('the Markdown of a part', () => {
  const text = markupOf(markdown(page.texts.normative, page.pageOf));

  it('has an anchor for each statement outside of code, and counts it', () => {
    assert.deepEqual(
      [...text.matchAll(/id="(~s-\d)"/g)].map(([, id]) => id),
      ['~s-1', '~s-2', '~s-3'],
    );
    assert.equal(page.texts.statements, 4);
    assert.equal(page.bare, '4 statements of this text without evidence');
    assert.match(markupOf(markdown(page.texts.findings, page.pageOf)), /id="~s-4"/);
  });

  it('has headings below those of the page, and links to parts by their ids', () => {
    assert.match(text, /<h3>How<\/h3>/);
    assert.match(text, /<a href="\/base\/parts\/ending-keys\/">the keys<\/a>/);
  });

  it('shows HTML as it is written, and links nowhere unsafe', () => {
    assert.match(text, /&lt;img src=x onerror=alert\(1\)&gt;/);
    assert.doesNotMatch(text, /<img|javascript:/);
    assert.match(text, /say why\./);
  });
});

it('the list of parts has a table for each category', () => {
  const { tables } = kindListPage('part', { publication, links, textLinks } as never);
  assert.deepEqual(
    tables.map(({ heading }) => heading),
    [
      { anchor: '~signalling', text: 'Signalling' },
      { anchor: '~crypto', text: 'Crypto' },
    ],
  );
});
