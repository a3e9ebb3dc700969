import { clientsByDeed } from '../../corpus/clients/clients-by-deed.ts';
import { clientsOfStanza } from '../../corpus/clients/clients-of-stanza.ts';
import type { Marks } from '../../corpus/clients/marks.ts';
import { placeOf } from '../../corpus/facts/fact-at.ts';
import { rowsOf } from '../../corpus/facts/rows-of.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import { ALL_TYPES, twinFiles, typesFile } from '../../pages/definition-files.ts';
import { pagePath } from '../../pages/page-path.ts';
import { isFactOwner, PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import { jsonText } from '../../text/json-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import { typesOfStanza } from '../formats/stanza-types.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonOfDefinition } from '../json/json-of-definition.ts';
import type { FactJson } from '../json/json-of-fact.ts';
import { omitEmpty } from '../json/omit-empty.ts';
import { markdownOfDefinition } from '../markdown/markdown-of-definition.ts';

/**
 * The twins of every definition that has a page: `stanzas/<id>.json` and `.md`, and so on; of stanzas also
 * their TypeScript types.
 * @param isThere whether the twins of a definition are written already
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
      const files = twinFiles(pagePath(kind, id));
      const json = {
        $schema: addresses.of(`schema/${kind}-twin.schema.json`),
        ...jsonOfDefinition(entry, context),
        ...factsOf(entry, context),
      };
      // With an id x.json, the folder of its page has the name of the JSON file of the id x.
      if (!entries.has(`${id}.json`)) yield { path: files.json, text: jsonText(json) };
      if (!entries.has(`${id}.md`))
        yield { path: files.markdown, text: markdownOfDefinition(entry, context) };
      if (kind === 'stanza' && !entries.has(`${id}.d.ts`))
        yield { path: typesFile(pagePath(kind, id)), text: typesOfStanza(corpus, id, `../${ALL_TYPES}`) };
    }
  }
}

function factsOf({ kind, id }: Entry<PageKind>, { corpus, fact }: ExportContext): object {
  // A flow has its facts among its own keys: its steps.
  if (!isFactOwner(kind) || kind === 'flow') return {};
  const clients = kind === 'stanza' ? marksByAnchor(corpus, id) : undefined;
  return {
    facts: rowsOf(corpus, kind, id).map((row) => {
      const place = placeOf(kind, id, row);
      const json = place === undefined ? fact(row) : sharedFact(fact(row), place);
      const marks = clients?.get(row.anchor);
      if (marks === undefined) return json;
      const { clients: _, ...rest } = json;
      return { ...rest, ...omitEmpty('clients', clientsByDeed(marks)) };
    }),
  };
}

/** What clients do with the parts of a stanza at their places. */
const marksByAnchor = (corpus: Corpus, id: string): ReadonlyMap<string, Marks> =>
  new Map(clientsOfStanza(corpus, id).rows.map(({ fact, marks }) => [fact.anchor, marks]));

/** A fact at the place of a shared one: what stands behind it is in the file of its owner, and in spec.json. */
function sharedFact(fact: FactJson, place: string): FactJson {
  const { path, url, techniques, flavors, contributors, tools, sources, disputes, history, ...rest } = fact;
  return { path, url, place, ...rest };
}
