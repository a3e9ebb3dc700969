import { twinName } from '../../pages/definition-files.ts';
import { jsonText } from '../../text/json-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { blocks } from '../markdown/blocks.ts';

/** A page as JSON and as Markdown. @param write how its JSON is laid out */
export function* pageTwins(
  page: string,
  schema: string,
  json: Readonly<Record<string, unknown>>,
  markdown: readonly string[],
  { addresses }: ExportContext,
  write: (value: Readonly<Record<string, unknown>>) => string = jsonText,
): Generator<PublishedFile> {
  const $schema = addresses.of(`schema/${schema}.schema.json`);
  yield { path: `${twinName(page)}.json`, text: write({ $schema, ...json }) };
  yield { path: `${twinName(page)}.md`, text: blocks(markdown) };
}
