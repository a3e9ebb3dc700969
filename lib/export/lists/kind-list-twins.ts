import { type Cell, kindList } from '../../corpus/lists/kind-list.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import type { KindColumn } from '../../schema/kind-entry.ts';
import { isRegistry, KINDS, type PageKind } from '../../schema/kinds.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { pageTwins } from './page-twins.ts';

/** What the list of a registry says of each entry. */
const RESTING: readonly KindColumn[] = [
  { key: 'id', title: 'Id' },
  { key: 'facts', title: 'Facts that it supports' },
];

const RECORDS: KindColumn = { key: 'records', title: 'Records' };

/** The list of a kind by its columns; of a registry, with the number of facts that rest on each entry. */
export function kindListTwins(kind: PageKind, context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const registry = isRegistry(kind);
  const resting = kind === 'capture' ? [...RESTING, RECORDS] : RESTING;
  const { columns, rows } = kindList(corpus, kind, registry ? resting : undefined);
  const url = (id: string): string => addresses.definition(kind, id);
  const table = markdownTable(
    ['Name', ...columns.map((column) => column.title)],
    rows.map(({ id, title, cells }) => [markdownLink(markdownText(title), url(id)), ...cells.map(wordsOf)]),
  );
  return pageTwins(
    KINDS[kind].page,
    `${registry ? 'registry' : kind}-list-twin`,
    { kind, entries: rows.map(({ id, title, values }) => ({ id, url: url(id), title, ...values })) },
    [`# ${KINDS[kind].title}`, table],
    context,
  );
}

function wordsOf(cell: Cell): string {
  switch (cell.is) {
    case 'text':
      return markdownText(cell.text);
    case 'code':
      return markdownCode(cell.text);
    case 'prose':
      return markdownText(plainProse(cell.text));
    case 'count':
      return String(cell.count);
    case 'tally':
      return String(cell.of.length);
    case 'ids':
      return cell.ids.map(markdownCode).join(', ');
    default:
      return cell satisfies never;
  }
}
