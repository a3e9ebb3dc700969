import { clientsOfStanza } from '../../../lib/corpus/clients/clients-of-stanza.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { changesPath } from '../../../lib/pages/page-path.ts';
import { KINDS, PAGE_KINDS } from '../../../lib/schema/kinds.ts';
import type { SearchPage } from '../../../lib/search/search-entry.ts';
import { searchWords } from '../../../lib/search/words/search-words.ts';
import { stanzasWithClients } from '../clients/client-matrix.ts';
import { matrixPath } from '../clients/matrix-path.ts';
import { frameOf } from '../frame/frame.ts';
import { definitionHistory } from '../history/definition-history.ts';
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
  'facts/':
    'Every fact in one table, with filters by definition, kind, confidence, technique and implementation.',
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
    'd.ts',
    'cite',
    'citation',
    'permalink',
    'permanent address',
    'stable link',
    'frozen',
    'frozen page',
    'export',
    'feed',
    'RSS',
    'Atom',
    'license',
    'licence',
    'llms.txt',
  ],
  'stanzas/': ['node object', 'node objects'],
  'workbench/': ['check a log', 'capture', 'sanitize', 'redact', 'validate', 'paste'],
  'diagnose/': ['debug', 'troubleshoot', 'why a call fails'],
  'contribute/': ['submit', 'pull request', 'add a source'],
  'facts/': ['all facts', 'filter'],
  'changes/': ['changelog', 'history', 'versions', 'releases', 'what is new'],
  'disputes/': ['contradictions', 'refuted'],
  'coverage/': ['confidence', 'progress'],
  'questions/': ['unknown', 'not known'],
  'report/': ['error', 'bug', 'wrong'],
  'flavors/': [
    'clients',
    'libraries',
    'compare',
    'compare two',
    'comparison',
    'differences',
    'matrix',
    'matrices',
  ],
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
  return [
    ...named,
    ...releases,
    ...historyPages(publication, links),
    ...clientPages(publication, links),
    ...terms,
    ...ledgerNames(publication, links),
  ];
}

/** The histories of stanzas, on pages of their own or at the end of the page of the stanza. */
const historyPages = (publication: Published, links: Links): SearchPage[] =>
  [...publication.corpus.definitions.stanza.values()].flatMap((entry): SearchPage[] => {
    const history = definitionHistory(publication, links, 'stanza', entry.id);
    if (history === undefined) return [];
    const title = titleOf(entry);
    return [
      {
        kind: 'page',
        name: `History of ${title}`,
        aliases: [`${title} history`, `what changed in ${title}`],
        href: history.href ?? `${links.definition('stanza', entry.id)}#~releases`,
        text: `What changed in ${entry.id}, by release.`,
      },
    ];
  });

/** What implementations do with each stanza. Their names find it. */
const clientPages = ({ corpus }: Published, links: Links): SearchPage[] =>
  stanzasWithClients(corpus).map((id) => {
    const entry = corpus.definitions.stanza.get(id);
    const names = [...clientsOfStanza(corpus, id).all.keys()].flatMap((one) => {
      const flavor = corpus.definitions.flavor.get(one);
      return flavor === undefined ? [one] : [one, titleOf(flavor)];
    });
    return {
      kind: 'page',
      name: `Implementations of ${entry === undefined ? id : titleOf(entry)}`,
      href: links.page(matrixPath(id)),
      text: 'Who writes and reads each part, and how two compare.',
      more: [...new Set(searchWords([id, ...(entry?.data.direction ?? []), ...names].join(' ')))].join(' '),
    };
  });

/** The names that were seen and are not described, each with the name that the spec uses for it. */
const ledgerNames = (publication: Published, links: Links): SearchPage[] =>
  catalogPage(publication, links).ledger.map(({ anchor, name, kind, note = '', sameAs }) => ({
    kind: 'ledger',
    name,
    // The page of the stanza says that this is not its tag.
    href: sameAs?.href ?? `${links.page('stanzas/')}${fragment(anchor)}`,
    text:
      sameAs === undefined
        ? `Seen, but not documented. ${note}`
        : `Not the ${kind === 'tag' ? 'tag' : 'name'} on the wire: that is ${sameAs.text}. ${note}`,
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
