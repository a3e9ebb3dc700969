import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateCorpus } from '../../../../bench/corpus/generate-corpus.ts';
import { kindListPage } from '../../../../site/components/lists/kind-list-page.ts';
import { coverageTable } from '../../../../site/components/paged/coverage-table.ts';
import { disputeSections } from '../../../../site/components/paged/dispute-sections.ts';
import { factRowsTable } from '../../../../site/components/paged/fact-rows-table.ts';
import { listIndexView } from '../../../../site/components/paged/list-index-view.ts';
import { questionSections } from '../../../../site/components/paged/question-sections.ts';
import { type Html, html, markupOf } from '../../../../site/html/html.ts';
import { siteOf } from '../../../../site/model/frame/site.ts';
import { disputesPage, disputesPart } from '../../../../site/model/lists/disputes-page.ts';
import { factsPage } from '../../../../site/model/lists/facts-page.ts';
import { questionsPage } from '../../../../site/model/lists/questions-page.ts';
import { coveragePages, coveragePart } from '../../../../site/model/paged/coverage-pages.ts';
import { disputePages } from '../../../../site/model/paged/dispute-pages.ts';
import { factPages } from '../../../../site/model/paged/fact-pages.ts';
import { factsPart } from '../../../../site/model/paged/fact-rows.ts';
import { questionPages } from '../../../../site/model/paged/question-pages.ts';
import { publicationOf } from '../../corpus-of.ts';

/** What the content of a page may have: the frame around it takes up to 350 elements more, a page 3,000. */
const MOST = 2600;

const elementsOf = (part: Html): number => markupOf(part).match(/<[a-z]/g)?.length ?? 0;

/** The largest page of each list, by its elements, and how many pages it has. */
function largest(
  stanzas: number,
): ReadonlyMap<string, { readonly elements: number; readonly pages: number }> {
  const files = [...generateCorpus({ stanzas, lines: 115, seed: 1 })];
  const { publication, links } = publicationOf(
    Object.fromEntries(files.map(({ path, text }) => [path, text])),
  );
  const site = siteOf(publication);
  const { textLinks } = site;
  const { corpus } = publication;
  const those = (count: number, of: (page: number) => Html) => {
    const sizes = Array.from({ length: Math.max(1, count) }, (_, i) => elementsOf(of(i + 1)));
    return { elements: Math.max(...sizes), pages: sizes.length };
  };
  const kinds = [...coveragePages(corpus)];
  return new Map([
    ['index of facts', those(1, () => html`${listIndexView(factsPage(publication, links).index)}`)],
    [
      'facts',
      those(factPages(corpus).length, (page) =>
        factRowsTable('Facts', factsPart(publication, links, page).groups),
      ),
    ],
    ['index of disputes', those(1, () => html`${listIndexView(disputesPage(publication, links).index)}`)],
    [
      'disputes',
      those(disputePages(corpus).length, (page) =>
        disputeSections(disputesPart(publication, links, page).sections, textLinks),
      ),
    ],
    [
      'questions',
      those(questionPages(corpus).length, (page) =>
        questionSections(questionsPage(publication, links, page).sections, textLinks),
      ),
    ],
    [
      'coverage',
      those(kinds.length, (i) => {
        const { kind = 'stanza', page = 1 } = kinds[i - 1] ?? {};
        return coverageTable('Coverage', coveragePart(publication, links, kind, page));
      }),
    ],
    [
      'enums',
      those(
        kindListPage('enum', site).last,
        (page) => html`${kindListPage('enum', site, page).tables.map(({ table }) => table)}`,
      ),
    ],
  ]);
}

describe('a corpus that grows', () => {
  const small = largest(150);
  const large = largest(600);

  for (const [list, { elements, pages }] of large) {
    it(`has more pages, and not larger ones: ${list}`, () => {
      assert.ok(elements <= MOST, `${elements} elements`);
      const before = small.get(list);
      assert.ok(before);
      if (!list.startsWith('index'))
        assert.ok(pages > before.pages || elements < MOST * 0.75, `${pages} pages`);
    });
  }
});
