import type { Publication } from '../../corpus/model/publication.ts';
import { twinName } from '../../pages/definition-files.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import { type ExportContext, exportContext } from './export-context.ts';
import { jsonLines } from './json-lines.ts';
import { jsonOfDefinition } from './json-of-definition.ts';
import { jsonOfLedger } from './json-of-ledger.ts';
import { jsonOfOverview } from './json-of-overview.ts';

/** The key of spec.json under which the definitions of a kind are listed, such as `stanzas`. */
export const listKey = (kind: PageKind): string => twinName(KINDS[kind].page);

/** The whole corpus as one JSON file: every fact with its address, confidence, evidence and sources. */
export function specJson(
  publication: Publication,
  context: ExportContext = exportContext(publication),
): string {
  const { corpus, addresses } = context;
  const lists = PAGE_KINDS.map((kind) => [
    listKey(kind),
    [...corpus.definitions[kind].values()].map((entry) => jsonOfDefinition(entry, context)),
  ]);
  return jsonLines({
    $schema: addresses.of('schema/spec-export.schema.json'),
    ...jsonOfOverview(context),
    facts: corpus.facts.map(context.fact),
    ...Object.fromEntries(lists),
    glossary: [...corpus.definitions.glossary.values()].flatMap(({ data }) => data.terms),
    ledger: jsonOfLedger(corpus, addresses),
    tombstones: [...corpus.definitions.tombstones.values()].flatMap(({ data }) => data.tombstones),
  });
}
