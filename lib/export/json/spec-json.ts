import type { Entry } from '../../corpus/model/corpus.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import { type ExportContext, exportContext } from './export-context.ts';
import { jsonLines } from './json-lines.ts';
import { jsonOfDefinition, type PageKind } from './json-of-definition.ts';
import { jsonOfLedger } from './json-of-ledger.ts';
import { jsonOfOverview } from './json-of-overview.ts';

/** The lists of spec.json with the kinds that they hold. */
const LISTS: readonly (readonly [name: string, kind: PageKind])[] = [
  ['stanzas', 'stanza'],
  ['enums', 'enum'],
  ['flows', 'flow'],
  ['techniques', 'technique'],
  ['flavors', 'flavor'],
  ['contributors', 'contributor'],
  ['captures', 'capture'],
];

/** The whole corpus as one JSON file: every fact with its address, confidence, evidence and sources. */
export function specJson(
  publication: Publication,
  context: ExportContext = exportContext(publication),
): string {
  const { corpus, addresses } = context;
  const lists = LISTS.map(([name, kind]) => [
    name,
    [...corpus.definitions[kind].values()].map((entry) =>
      jsonOfDefinition(entry as Entry<PageKind>, context),
    ),
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
