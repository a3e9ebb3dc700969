import { twinFiles } from '../../pages/definition-files.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import { KINDS } from '../../schema/kinds.ts';
import { jsonText } from '../../text/json-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { blocks } from '../markdown/blocks.ts';
import { kindLists } from './kind-lists.ts';

/** The twins of the lists that follow the table of kinds. */
export function* kindListTwins({ corpus, addresses }: ExportContext): Generator<PublishedFile> {
  for (const { kind, title, about, columns, rows } of kindLists(corpus)) {
    const files = twinFiles(KINDS[kind].page);
    const $schema = addresses.of(`schema/${kind}-list-twin.schema.json`);
    const entries = rows.map(({ id, title: name, values }) => ({
      id,
      url: addresses.definition(kind, id),
      title: name,
      ...values,
    }));
    const table = markdownTable(
      ['Name', 'Id', ...columns],
      rows.map(({ id, title: name, cells }) => [
        markdownLink(markdownText(name), addresses.definition(kind, id)),
        markdownCode(id),
        ...cells.map(markdownText),
      ]),
    );
    yield { path: files.json, text: jsonText({ $schema, entries }) };
    yield { path: files.markdown, text: blocks([`# ${title}`, about, table]) };
  }
}
