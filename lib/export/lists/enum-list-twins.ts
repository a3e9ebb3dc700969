import { definitionList } from '../../corpus/lists/definition-list.ts';
import { markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { codes } from '../markdown/markdown-of-fact.ts';
import { pageTwins } from './page-twins.ts';

/** All enums in short. */
export function enumListTwins(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = definitionList(corpus, 'enum').map(({ entry: { id, data }, facts }) => ({
    id,
    url: addresses.definition('enum', id),
    title: data.title,
    status: data.status,
    tally: context.tally(facts),
    used_by: (corpus.usesOfEnum.get(id) ?? []).map(({ path }) => path),
  }));
  const table = markdownTable(
    ['Enum', 'Status', 'Values', 'Confirmed', 'Probable', 'Used by'],
    rows.map(({ title, url, status, tally, used_by }) => [
      markdownLink(markdownText(title), url),
      status,
      ...[tally.facts, tally.confirmed, tally.probable].map(String),
      codes(used_by),
    ]),
  );
  return pageTwins('enums/', 'enum-list-twin', { enums: rows }, ['# Enums', table], context);
}
