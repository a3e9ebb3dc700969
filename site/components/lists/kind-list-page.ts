import { type Cell, type KindListRow, kindList } from '../../../lib/corpus/lists/kind-list.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { countParts, partWords } from '../../../lib/corpus/parts/count-parts.ts';
import { partCategories } from '../../../lib/corpus/parts/part-categories.ts';
import type { KindColumn } from '../../../lib/schema/kind-entry.ts';
import { KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import type { Flavor } from '../../../lib/schema/types.generated.ts';
import { type Html, type HtmlValue, html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { splitPages } from '../../model/paged/split-pages.ts';
import { tallyOf } from '../../model/views/tally-view.ts';
import { type ListColumn, listTable } from '../list-table.ts';
import { proseLine } from '../prose.ts';
import { refList } from '../ref-list.ts';
import { tallyCell } from '../tally-cell.ts';

/** How much parts say, and how much of it has no evidence. */
function partNote(kind: PageKind, corpus: Corpus): HtmlValue {
  if (KINDS[kind].order !== 'categories') return undefined;
  const counts = countParts(corpus);
  return counts !== undefined && html`<p class="note">${partWords(counts)}.</p>`;
}

/** What the reader of a list has to know besides what the table of kinds says. */
const NOTES: { readonly [K in PageKind]?: string } = {
  flow: 'Each step has a confidence and its evidence.',
  technique: [
    'Each observes in one place: on the wire, in a running client, or in its code. Two techniques confirm a fact only if',
    'they observe in different places.',
  ].join(' '),
  flavor: [
    'A port and the project it was ported from are one family, which counts once. “Alone” counts the parts that no other',
    'family is known to have; the page of each implementation names them.',
  ].join(' '),
};

/** Kinds that are listed in groups of their own. */
const OWN_GROUPS: { readonly [K in PageKind]?: (corpus: Corpus) => readonly Group[] } = {
  flavor: ({ definitions }) =>
    FLAVOR_KINDS.map(({ kind, title }) => ({
      id: kind,
      title,
      ids: [...definitions.flavor.values()]
        .filter(({ data }) => (data.kind ?? 'implementation') === kind)
        .map(({ id }) => id),
    })),
};

/** The groups of a kind, the heading of each, and the ids in it; undefined where its list is one table. */
const groupsOf = (kind: PageKind, corpus: Corpus): readonly Group[] | undefined =>
  KINDS[kind].order === 'categories'
    ? partCategories(corpus).map(({ id, title, parts }) => ({ id, title, ids: parts.map((one) => one.id) }))
    : OWN_GROUPS[kind]?.(corpus);

const FLAVOR_KINDS: readonly { readonly kind: NonNullable<Flavor['kind']>; readonly title: string }[] = [
  { kind: 'implementation', title: 'Implementations' },
  { kind: 'extract', title: 'Extracts of other clients' },
  { kind: 'description', title: 'Descriptions' },
];

interface Group {
  readonly id: string;
  readonly title: string;
  readonly ids: readonly string[];
}

/** A table of a list, with the anchor and the text of its heading where there are several. */
interface KindTable {
  readonly heading: { readonly anchor: string; readonly text: string } | undefined;
  readonly table: Html;
}

/** How many definitions a page has at most: each takes about twenty elements. */
const ON_A_PAGE = 100;

/** A definition under the heading of its group, where the kind has groups. */
interface ListedRow {
  readonly group: Group | undefined;
  readonly row: KindListRow;
}

/** The rows of a list by its pages. */
function pagesOf(kind: PageKind, corpus: Corpus): readonly (readonly ListedRow[])[] {
  const { rows } = kindList(corpus, kind);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = groupsOf(kind, corpus)?.filter(({ ids }) => ids.length > 0);
  // One group of clients is the whole list, whose name the page has already.
  const groups = kind === 'flavor' && all?.length === 1 ? undefined : all;
  const listed =
    groups?.flatMap((group) =>
      group.ids.flatMap((id) => byId.get(id) ?? []).map((row): ListedRow => ({ group, row })),
    ) ?? rows.map((row): ListedRow => ({ group: undefined, row }));
  return splitPages(listed, { weight: () => 1, most: ON_A_PAGE, group: ({ group }) => group?.id ?? '' });
}

/** How many pages the list of a kind has. */
export const kindListPages = (kind: PageKind, corpus: Corpus): number => pagesOf(kind, corpus).length;

/** The path of a page of the list of a kind. Definitions have the paths below the list, and `page` as an id leaves them free. */
export const kindListPath = (kind: PageKind, page: number): string =>
  `${KINDS[kind].page}${page === 1 ? '' : `page/${page}/`}`;

/**
 * A page of the list of a kind that has columns in the table of kinds: the text above its tables, the tables, and how
 * many pages there are.
 */
export function kindListPage(
  kind: PageKind,
  site: Site,
  page = 1,
): { readonly intro: Html; readonly tables: readonly KindTable[]; readonly last: number } {
  const { title, about } = KINDS[kind];
  const { corpus } = site.publication;
  const { columns, rows } = kindList(corpus, kind);
  const shown: [ListColumn<KindListRow>, ...ListColumn<KindListRow>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: (row) =>
        html`<a href=${site.links.definition(kind, row.id)} class=${row.title === row.id && 'id'}>${row.title}</a>`,
    },
    ...columns.map((column, i) => columnOf(column, i, rows, site)),
  ];
  const pages = pagesOf(kind, corpus);
  const groups = Map.groupBy(pages[page - 1] ?? [], ({ group }) => group);
  return {
    intro: html`<p class="lede">${[about, NOTES[kind] ?? ''].join(' ').trim()}</p>
      ${partNote(kind, corpus)}`,
    tables: [...groups].map(([group, listed]) => ({
      heading: group && { anchor: `~${group.id}`, text: group.title },
      table: listTable(
        group === undefined ? title : `${title}: ${group.title}`,
        shown,
        listed.map(({ row }) => row),
      ),
    })),
    last: Math.max(1, pages.length),
  };
}

function columnOf(
  column: KindColumn,
  i: number,
  rows: readonly KindListRow[],
  site: Site,
): ListColumn<KindListRow> {
  const { title, label = title } = column;
  const cell = (row: KindListRow): HtmlValue => htmlOf(row.cells[i] as Cell, column, site);
  // All cells of a column are alike.
  switch (rows[0]?.cells[i]?.is) {
    case 'count':
      return { title, label, sort: 'number', className: 'number', cell };
    case 'tally':
      return { title, label, sort: 'number', value: (row) => sizeOf(row.cells[i] as Cell), cell };
    case 'prose':
      return { title, label, cell };
    default:
      return { title, label, sort: 'text', cell };
  }
}

const sizeOf = (cell: Cell): number => (cell.is === 'tally' ? cell.of.length : 0);

function htmlOf(cell: Cell, { key, empty = '' }: KindColumn, { links, textLinks }: Site): HtmlValue {
  switch (cell.is) {
    case 'text':
      return cell.text || empty;
    case 'code':
      return html`<code>${key === 'tag' && cell.text === '*' ? 'any tag' : cell.text}</code>`;
    case 'prose':
      return proseLine(cell.text, textLinks);
    case 'count':
      return cell.count;
    case 'tally':
      return tallyCell(tallyOf(cell.of, key.replace(/s$/, '')));
    case 'ids':
      return cell.ids.length === 0 ? empty : refList(cell.ids.map((id) => links.ref(cell.kind, id)));
    default:
      return cell satisfies never;
  }
}
