import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factTable } from '../../../../site/components/fact-table.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { nodePage } from '../../../../site/model/definitions/node-page.ts';
import { sourcesPage } from '../../../../site/model/definitions/sources-page.ts';
import { stanzaPage } from '../../../../site/model/definitions/stanza-page.ts';
import { withSourcesPage } from '../../../../site/model/links/has-sources-page.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { publicationOf } from '../../corpus-of.ts';
import { LANGUAGE_FILES } from '../../language-files.ts';

describe('a page with too much for one', () => {
  const sources = Array.from({ length: 150 }, (_, i) => `'meow:src/a.go#L${i + 1}'`).join(', ');
  const { publication: one, links: its } = publicationOf({
    ...LANGUAGE_FILES,
    'nodes/te.yaml': LANGUAGE_FILES['nodes/te.yaml']
      .replace('provenance: { techniques: [websocket-capture] }', `provenance: { sources: [${sources}] }`)
      .replace('description: Why.', `description: Why., provenance: { sources: [${sources}] }`)
      .replace('claim: It is a number.', "claim: It is a number., sources: ['meow:src/a.go#L1']"),
  });

  it('has its evidence on another one, to which each fact links', () => {
    assert.deepEqual(withSourcesPage(one.corpus), [{ kind: 'node', id: 'te' }]);
    const [ip] = nodePage(one, its, 'te').root.rows;
    assert.equal(ip?.at, 'sources/#@ip');
    const markup = markupOf(factTable(ip === undefined ? [] : [ip], 'A', textLinksOf(one, its)));
    assert.match(
      markup,
      /<a class="known" href="sources\/#@ip">(?:1 impl\. · )?150 sources<span class="vh"> of ip<\/span><\/a>/,
    );
    assert.ok(!markup.includes('<details'));
  });

  it('links a dispute there without a fold', () => {
    const rows = nodePage(one, its, 'te').root.rows.filter(({ name }) => name === 'host');
    const markup = markupOf(factTable(rows, 'A', textLinksOf(one, its)));
    assert.match(markup, /It is a number\. <a href="sources\/#@host">1 source<\/a>/);
    assert.ok(!markup.includes('<details'));
  });

  it('has there what it holds itself, with the places on the page of the definition', () => {
    const { definition, facts } = sourcesPage(one, its, 'node', 'te');
    assert.deepEqual(definition, { text: 'Endpoint', href: '/base/nodes/te/' });
    assert.deepEqual(
      facts.map(({ fact, at }) => [fact.path, at, fact.at]),
      ['@ip', '@host', '@why', 'one_of(where)'].map((anchor) => [
        `node/te:${anchor}`,
        `/base/nodes/te/#${anchor}`,
        undefined,
      ]),
    );
    assert.equal(sourcesPage(one, its, 'stanza', 'call-ring').facts.length, 9);
  });

  it('does not move the evidence of the pages that use it', () => {
    assert.ok(stanzaPage(one, its, 'call-ring').children.every(({ fact }) => fact.at === undefined));
  });

  it('leaves what other pages have to them if even that is not enough', () => {
    const many = (path: string): string =>
      `sources: [${Array.from({ length: 200 }, (_, i) => `'meow:${path}#L${i + 1}'`).join(', ')}]`;
    const heaviest = LANGUAGE_FILES['stanzas/call-ring.yaml']
      .replace('description: A number.', `description: A number.\n        provenance: { ${many('a.go')} }`)
      .replace('provenance: { techniques: [websocket-capture] }', `provenance: { ${many('b.go')} }`);
    const { publication, links } = publicationOf({ ...LANGUAGE_FILES, 'stanzas/call-ring.yaml': heaviest });
    const { root } = stanzaPage(publication, links, 'call-ring');
    assert.deepEqual([root.shared.rows, root.shared.names.map(({ name }) => name)], [[], ['to', 't']]);
  });
});
