import { definitionList } from '../../corpus/lists/definition-list.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonOfLedger } from '../json/json-of-ledger.ts';
import { omitEmpty } from '../json/omit-empty.ts';
import { bullets, section } from '../markdown/blocks.ts';
import { places } from '../markdown/markdown-of-fact.ts';
import { pageTwins } from './page-twins.ts';

/** The catalog of stanzas, with the ledger. */
export function stanzaListTwins(context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = definitionList(corpus, 'stanza').map(
    ({ entry: { id, data }, facts, openQuestions, openDisputes }) => ({
      id,
      url: addresses.definition('stanza', id),
      tag: data.tag,
      display_name: data.display_name,
      category: data.category,
      ...omitEmpty('phase', data.phase),
      ...omitEmpty('order', data.order),
      direction: data.direction,
      status: data.status,
      spec_version: data.spec_version,
      tally: context.tally(facts),
      open_questions: openQuestions,
      open_disputes: openDisputes,
    }),
  );
  const names = [...corpus.definitions.ledger.values()].flatMap(({ data }) => data.names);
  const table = markdownTable(
    [
      'Stanza',
      'Tag',
      'Category',
      'Direction',
      'Status',
      'Facts',
      'Confirmed',
      'Probable',
      'Questions',
      'Disputes',
    ],
    rows.map((row) => [
      markdownLink(markdownText(row.display_name), row.url),
      markdownCode(row.tag),
      row.category,
      row.direction.join(', '),
      row.status,
      ...[
        row.tally.facts,
        row.tally.confirmed,
        row.tally.probable,
        row.open_questions,
        row.open_disputes,
      ].map(String),
    ]),
  );
  const seen = names.map(({ name, kind, sources, note, same_as }) => {
    const also = same_as === undefined ? '' : `, the same as ${markdownCode(same_as)}`;
    const remark = note === undefined ? '' : ` ${proseMarkdownLine(note)}`;
    return `${markdownCode(name)} (${kind}${also}):${remark} Sources: ${places(sources.map((source) => addresses.source(source))) || 'none'}`;
  });
  return pageTwins(
    'stanzas/',
    'stanza-list-twin',
    { stanzas: rows, ledger: jsonOfLedger(corpus, addresses) },
    ['# Stanzas', table, ...section('Seen, but not described yet', bullets(seen))],
    context,
  );
}
