import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factTable } from '../../../site/components/fact-table.ts';
import { markupOf } from '../../../site/html/html.ts';
import { textLinksOf } from '../../../site/model/text/text-links.ts';
import { type FactView, factView } from '../../../site/model/views/fact-view.ts';
import { FILES, publicationOf } from '../corpus-of.ts';

const { publication, links } = publicationOf(FILES);
const textLinks = textLinksOf(publication, links);
const { corpus } = publication;
const rows = (corpus.factsOf.stanza.get('call-end') ?? []).map((fact) => factView(fact, { corpus, links }));
const [row] = rows;

/** The start tags of markup with their attributes, as a browser reads them, without the values of these. */
const tagsOf = (markup: string): string[] =>
  (markup.match(/<[a-z](?:"[^"]*"|[^">])*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

describe('factTable', () => {
  it('prints a table body with an id and a link to itself for each fact, without Astro', () => {
    const markup = markupOf(factTable(rows, 'Facts', textLinks));
    for (const { anchor, href, name } of rows) {
      assert.ok(markup.includes(`<tbody id="${anchor}">`), anchor);
      assert.ok(markup.includes(`<a class="self" href="${href}">${name}</a>`), anchor);
    }
    assert.equal(markup.match(/<tbody /g)?.length, rows.length);
  });

  it('prints a column for types of attributes, and none for values of an enum', () => {
    assert.match(
      markupOf(factTable([], 'A', textLinks)),
      /<th scope="col">Name, Type, Description<\/th><th scope="col">Required<\/th>/,
    );
    assert.match(
      markupOf(factTable([], 'A', textLinks, 'values')),
      /<tr><th scope="col" colspan="2">Value, Description<\/th><th scope="col">Confidence/,
    );
  });

  it('creates no element and no attribute from the text of a fact', () => {
    assert.ok(row !== undefined);
    const plain = tagsOf(markupOf(factTable([row], 'Facts', textLinks)));
    const text = '"><script>alert(1)</script><a href=x onclick=alert(1)>';
    const hostile: FactView = {
      ...row,
      name: text,
      description: text,
      evidence: text,
      derivation: text,
      tools: row.tools.map(() => text),
      techniques: row.techniques.map(() => ({ text, href: undefined })),
    };
    const tags = tagsOf(markupOf(factTable([hostile], 'Facts', textLinks)));
    const known = new Set(plain);
    assert.deepEqual(
      tags.filter((tag) => !known.has(tag)),
      [],
    );
    assert.doesNotMatch(tags.join(''), /script|onclick/);
  });

  it('links to no address that could run code', () => {
    assert.ok(row !== undefined);
    const link = { text: 'a', href: 'javascript:alert(1)' };
    const markup = markupOf(
      factTable(
        [{ ...row, href: link.href, observed: [link], techniques: [link], yaml: link.href }],
        'A',
        textLinks,
      ),
    );
    assert.doesNotMatch(markup, /javascript/);
  });
});
