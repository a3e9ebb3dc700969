import assert from 'node:assert/strict';
import { openSearch, type SearchHit, type SearchResult } from '../../../lib/search/open-search.ts';
import type { SearchAddresses, SearchPage } from '../../../lib/search/search-entry.ts';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { FIXTURE_CORPUS } from '../../helpers/fixture-spec.ts';

export const ADDRESSES: SearchAddresses = {
  definition: (kind, id) => `/${kind}/${id}/`,
  fact: ({ kind, owner, anchor }) => `/${kind === 'value' ? 'enum' : 'stanza'}/${owner}/#${anchor}`,
  question: ({ kind, owner, anchor }) => `/${kind}/${owner}/#${anchor}`,
};

export const PAGES: SearchPage[] = [
  { kind: 'page', name: 'Open questions', href: '/questions/', text: '' },
  ...[...FIXTURE_CORPUS.definitions.glossary.values()].flatMap(({ data }) =>
    data.terms.map(
      ({ term, definition }): SearchPage => ({
        kind: 'term',
        name: term,
        href: `/glossary/#${term}`,
        text: definition,
      }),
    ),
  ),
];

export const OWN = searchFiles(FIXTURE_CORPUS, ADDRESSES, PAGES);

/** Queries a new index; returns the number of bytes that it read, too. */
export async function ask(
  files: ReadonlyMap<string, string>,
  query: string,
  limit = 30,
): Promise<SearchResult & { moved: number }> {
  let moved = 0;
  const search = await openSearch(async (name) => {
    const text = files.get(name);
    assert.ok(text !== undefined, `${name} is a file of the index`);
    moved += Buffer.byteLength(text);
    return JSON.parse(text);
  });
  return { ...(await search(query, limit)), moved };
}

export const has = (hits: readonly SearchHit[], kind: string, path: string): boolean =>
  hits.some((hit) => hit.kind === kind && hit.path === path);
