import { registryList } from '../../corpus/lists/registry-list.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../../prose/markdown-text.ts';
import type { PublishedFile } from '../formats/published-file.ts';
import type { ExportContext, Registry } from '../json/export-context.ts';
import { titleOf } from '../json/title-of.ts';
import { pageTwins } from './page-twins.ts';

const REGISTRIES: Readonly<Record<Registry, { readonly page: string; readonly title: string }>> = {
  technique: { page: 'techniques/', title: 'Techniques' },
  flavor: { page: 'flavors/', title: 'Flavors' },
  contributor: { page: 'contributors/', title: 'Contributors' },
  capture: { page: 'captures/', title: 'Captures' },
};

/** A registry: techniques, flavors, contributors or captures. */
export function registryListTwins(kind: Registry, context: ExportContext): Generator<PublishedFile> {
  const { corpus, addresses } = context;
  const rows = registryList(corpus, kind).map(({ entry, facts }) => ({
    id: entry.id,
    url: addresses.definition(kind, entry.id),
    title: titleOf(entry),
    facts: facts.length,
  }));
  const { page, title } = REGISTRIES[kind];
  const table = markdownTable(
    ['Name', 'Id', 'Facts that rest on it'],
    rows.map((row) => [
      markdownLink(markdownText(row.title), row.url),
      markdownCode(row.id),
      String(row.facts),
    ]),
  );
  return pageTwins(page, 'registry-list-twin', { kind, entries: rows }, [`# ${title}`, table], context);
}
