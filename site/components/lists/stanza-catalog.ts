import { type Html, type HtmlValue, html } from '../../html/html.ts';
import type { Links } from '../../model/links/links.ts';
import type { CatalogPage, CatalogRow } from '../../model/lists/catalog-page.ts';
import type { TextLinks } from '../../model/text/text-links.ts';
import { breakableName } from '../breakable-name.ts';
import { factName } from '../fact-name.ts';
import { groupedTable, type ListColumn, numberColumn, textColumn } from '../list-table.ts';
import { proseLine } from '../prose.ts';
import { tallyColumn } from './tally-column.ts';

/** A stanza of several payloads names so many of them. */
const MOST_TAGS = 3;

/** The stanzas of a page of the catalog, by phase. */
export function stanzaCatalog(
  { groups, showsStatus }: CatalogPage,
  links: Links,
  textLinks: TextLinks,
): Html {
  const columns: [ListColumn<CatalogRow>, ...ListColumn<CatalogRow>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: ({ entry: { id, data }, refuted }) =>
        factName(data.display_name, links.definition('stanza', id), { refuted }),
    },
    { title: 'Tag', sort: 'text', className: 'tags', cell: ({ tags }) => tagCell(tags) },
    {
      ...textColumn<CatalogRow>('Direction', ({ entry }) => entry.data.direction.join(', ')),
      className: 'way',
    },
    ...(showsStatus ? [textColumn<CatalogRow>('Status', ({ entry }) => entry.data.status)] : []),
    tallyColumn('Facts', ({ facts }) => facts),
    countColumn('question', ({ openQuestions }) => openQuestions),
    countColumn('dispute', ({ openDisputes }) => openDisputes),
  ];
  return groupedTable(
    'Stanzas',
    'slim catalog',
    columns,
    groups.map(({ anchor, title, summary, rows }) => ({
      anchor,
      title,
      about: summary === undefined ? undefined : proseLine(summary, textLinks),
      rows,
    })),
  );
}

/** A number whose unit shows where the table has no heads. */
const countColumn = (noun: string, count: (row: CatalogRow) => number): ListColumn<CatalogRow> => ({
  ...numberColumn(`${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`, count),
  label: (row) => (count(row) === 1 ? noun : `${noun}s`),
  value: count,
});

const tagCell = (tags: readonly string[]): HtmlValue => [
  tags.slice(0, MOST_TAGS).map((tag, i) => [i > 0 && ' ', html`<code>${breakableName(`<${tag}>`)}</code>`]),
  tags.length > MOST_TAGS && html` <small>and ${tags.length - MOST_TAGS} more</small>`,
];
