import type { Entry } from '../../corpus/model/corpus.ts';
import { jsonText } from '../../text/json-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import { twinName } from '../json/addresses.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonOfDefinition, type PageKind } from '../json/json-of-definition.ts';
import { markdownOfDefinition } from '../markdown/markdown-of-definition.ts';

const PAGE_KINDS: readonly PageKind[] = [
  'stanza',
  'enum',
  'flow',
  'technique',
  'flavor',
  'contributor',
  'capture',
];

/**
 * The twins of every definition that has a page: `stanzas/<id>.json` and `.md`, and so on.
 * @param isThere whether those of a definition are written already
 */
export function* definitionTwins(
  context: ExportContext,
  isThere: (kind: PageKind, id: string) => boolean = () => false,
): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  for (const kind of PAGE_KINDS) {
    const entries: ReadonlyMap<string, Entry<PageKind>> = corpus.definitions[kind];
    for (const [id, entry] of entries) {
      if (isThere(kind, id)) continue;
      const name = twinName(addresses.page(kind, id));
      const json = {
        $schema: addresses.of(`schema/${kind}-twin.schema.json`),
        ...jsonOfDefinition(entry, context),
        ...factsOf(entry, context),
      };
      // The page of an id that ends in .json or .md stands where the twin of the id before it would be.
      if (!entries.has(`${id}.json`)) yield { path: `${name}.json`, text: jsonText(json) };
      if (!entries.has(`${id}.md`)) yield { path: `${name}.md`, text: markdownOfDefinition(entry, context) };
    }
  }
}

function factsOf({ kind, id }: Entry<PageKind>, context: ExportContext): object {
  const { factsOfStanza, factsOfEnum } = context.corpus;
  if (kind === 'stanza') return { facts: (factsOfStanza.get(id) ?? []).map(context.fact) };
  if (kind === 'enum') return { facts: (factsOfEnum.get(id) ?? []).map(context.fact) };
  return {};
}
