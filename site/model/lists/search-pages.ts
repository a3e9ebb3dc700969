import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { changesPath } from '../../../lib/pages/page-path.ts';
import { KINDS, PAGE_KINDS } from '../../../lib/schema/kinds.ts';
import type { SearchPage } from '../../../lib/search/search-entry.ts';
import { frameOf } from '../frame/frame.ts';
import type { Links } from '../links/links.ts';
import { releasesOf } from '../links/releases-of.ts';
import { glossaryTerms } from '../text/glossary-terms.ts';
import { catalogPage } from './catalog-page.ts';

/** The descriptions of the pages that are not definitions, by path. Those of the lists are in the table of kinds. */
const LINES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.values(KINDS).flatMap(({ page, about }) =>
      page === undefined || about === undefined ? [] : [[page, about]],
    ),
  ),
  '': 'Confidence levels, how much is known, and where to start.',
  'facts/': 'Every fact in one table, with filters for path, kind, confidence, technique and flavor.',
  'questions/': 'What the spec does not know yet, and what would answer it.',
  'disputes/': 'Where sources contradict each other, with both sides.',
  'coverage/': 'How much of the known protocol is described, and how well.',
  'rules/': 'What the validator checks, by code.',
  'workbench/': 'Paste a log: check it against the spec, sanitize it, and submit it.',
  'diagnose/': 'Where a call departs from what is known: example logs, and what the command says of them.',
  'contribute/': 'How to add a fact, a source or a capture.',
  'changes/': 'What changed, by release.',
  'data/': 'The spec as JSON and Markdown, with schemas and TypeScript types.',
  'report/': 'Report what you have observed about a fact.',
  'search/': 'Find a fact, a value, a question, a term or a page.',
};

/** Words by which a page is looked for that its name and description lack, by path. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'data/': [
    'TypeScript',
    'types',
    'JSON',
    'download',
    'API',
    'npm package',
    'schema',
    'machine-readable',
    'Markdown',
  ],
  'workbench/': ['check a log', 'capture', 'sanitize', 'redact', 'validate', 'paste'],
  'diagnose/': ['debug', 'troubleshoot', 'why a call fails'],
  'contribute/': ['submit', 'pull request', 'add a source'],
  'facts/': ['all facts', 'filter'],
  'changes/': ['changelog', 'history', 'versions', 'releases', 'what is new'],
  'disputes/': ['contradictions', 'refuted'],
  'coverage/': ['confidence', 'progress'],
  'questions/': ['unknown', 'not known'],
  'report/': ['error', 'bug', 'wrong'],
  'flavors/': ['clients', 'libraries'],
  'techniques/': ['methods', 'how to capture'],
};

/** What search finds besides the corpus: the pages in the navigation, releases, the terms of the glossary, and the ledger. */
export function searchPages(publication: Published, links: Links): SearchPage[] {
  const terms = glossaryTerms(publication).map(
    ({ term, href, definition }): SearchPage => ({
      kind: 'term',
      name: term,
      href: `${links.page('glossary/')}${href}`,
      text: definition,
    }),
  );
  const aliases = new Map(Object.entries(ALIASES).map(([path, words]) => [links.page(path), words]));
  const releases = releasesOf(publication).notes.map(
    ({ version }): SearchPage => ({
      kind: 'page',
      name: `Version ${version}`,
      href: links.page(changesPath(version)),
      text: `What changed in version ${version}.`,
    }),
  );
  const named = listPages(publication, links).map(
    (page): SearchPage => ({ ...page, aliases: aliases.get(page.href) ?? [] }),
  );
  return [...named, ...releases, ...terms, ...ledgerNames(publication, links)];
}

/** The names that were seen and are not described, each with the name that the spec uses for it. */
const ledgerNames = (publication: Published, links: Links): SearchPage[] =>
  catalogPage(publication, links).ledger.map(({ anchor, name, kind, note = '', sameAs }) => ({
    kind: 'ledger',
    name,
    href: `${links.page('stanzas/')}${fragment(anchor)}`,
    text:
      sameAs === undefined
        ? `Seen, but not documented. ${note}`
        : `Not the ${kind === 'tag' ? 'tag' : 'name'} on the wire: that is ${sameAs}. ${note}`,
  }));

/** The pages in the navigation that are not definitions: lists, tools and guides. */
export function listPages(
  publication: Publication,
  links: Links,
): (SearchPage & { readonly count: number | undefined })[] {
  const { home, header, groups } = frameOf(publication, links, '');
  const { definitions } = publication.corpus;
  const single = new Set(
    PAGE_KINDS.flatMap((kind) => [...definitions[kind].keys()].map((id) => links.definition(kind, id))),
  );
  const pages = new Map<string, SearchPage & { readonly count: number | undefined }>();
  const lines = new Map(Object.entries(LINES).map(([path, line]) => [links.page(path), line]));
  const add = (name: string, href: string, count?: number): void => {
    // The navigation may name a page twice, and have a count in one place only.
    const known = pages.get(href);
    pages.set(href, {
      kind: 'page',
      name: known?.name ?? name,
      href,
      text: lines.get(href) ?? '',
      count: known?.count ?? count,
    });
  };
  add('Spec overview', home);
  // The sidebar has the longer names.
  for (const { text, href, count } of [...groups.flatMap(({ items }) => items), ...header]) {
    if (!single.has(href)) add(text, href, count);
  }
  return [...pages.values()];
}
