import { factList } from '../../corpus/lists/fact-list.ts';
import { markdownCode, markdownLink, markdownTable } from '../../prose/markdown-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext } from '../json/export-context.ts';
import { jsonLines } from '../json/json-lines.ts';
import { omitEmpty } from '../json/omit-empty.ts';
import { codes } from '../markdown/markdown-of-fact.ts';
import { pageTwins } from './page-twins.ts';

/** All facts in short. */
export function factListTwins(context: ExportContext): Generator<PublishedFile> {
  const rows = factList(context.corpus).map(({ fact, techniques, flavors, openDisputes }) => {
    const { path, url, kind, type, confidence, evidence } = context.fact(fact);
    return {
      path,
      url,
      kind,
      ...omitEmpty('type', type),
      confidence,
      carries: evidence.carries,
      ...omitEmpty('techniques', techniques),
      ...omitEmpty('flavors', flavors),
      sources: fact.provenance.sources.length,
      open_disputes: openDisputes,
    };
  });
  const table = markdownTable(
    ['Fact', 'Kind', 'Type', 'Confidence', 'Techniques', 'Flavors', 'Sources', 'Open disputes'],
    rows.map((row) => [
      markdownLink(markdownCode(row.path), row.url),
      row.kind,
      row.type === undefined ? '' : markdownCode(row.type),
      row.confidence,
      codes(row.techniques ?? []),
      codes(row.flavors ?? []),
      String(row.sources),
      String(row.open_disputes),
    ]),
  );
  return pageTwins('facts/', 'fact-list-twin', { facts: rows }, ['# Facts', table], context, jsonLines);
}
