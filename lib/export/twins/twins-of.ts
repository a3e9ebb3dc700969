import type { FactHistory } from '../../corpus/model/fact-history.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import { ALL_TYPES } from '../../pages/definition-files.ts';
import type { PageKind } from '../../schema/kinds.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import { stanzaTypes } from '../formats/stanza-types.ts';
import { exportContext } from '../json/export-context.ts';
import { specJson } from '../json/spec-json.ts';
import { llmsFullTxt } from '../markdown/llms-full-txt.ts';
import { llmsTxt } from '../markdown/llms-txt.ts';
import { publishedSchemas } from '../schemas/published-schemas.ts';
import { definitionTwins } from './definition-twins.ts';
import { listTwins } from './list-twins.ts';

/**
 * Every file beside the pages that depends on the corpus alone: the JSON and Markdown twins of its pages, the whole
 * corpus as one file, and the schemas. They are yielded one by one, so that a large corpus is never in memory as text.
 * The same corpus gives the same bytes.
 * @param histories what the releases say of its facts, by path
 * @param isThere whether the twins of a definition are written already
 */
export function* twinsOf(
  publication: Publication,
  histories: ReadonlyMap<string, FactHistory> = new Map(),
  isThere?: (kind: PageKind, id: string) => boolean,
): Generator<PublishedFile> {
  const context = exportContext(publication, histories);
  yield { path: 'spec.json', text: specJson(publication, context) };
  yield* listTwins(context);
  yield* definitionTwins(context, isThere);
  yield { path: ALL_TYPES, text: stanzaTypes(publication.corpus) };
  yield { path: 'llms.txt', text: llmsTxt(publication, context) };
  yield { path: 'llms-full.txt', text: llmsFullTxt(publication, context) };
  yield* publishedSchemas(context.addresses);
}
