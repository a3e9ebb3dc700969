import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSearch } from '../../lib/search/open-search.ts';
import { SEARCH_START } from '../../lib/search/search-start.ts';
import { median } from '../measured.ts';

export interface SearchTimes {
  /** The median of a query, in milliseconds. */
  readonly query: number;
  /** What it takes to parse the first file of the index. */
  readonly parse: number;
}

/**
 * Asks the search index of a built site, as a reader's page does after it has fetched the index.
 * @param folder the folder of the index
 * @throws when nothing at all is found: the times would mean nothing
 */
export async function searchQueries(folder: string, queries: readonly string[]): Promise<SearchTimes> {
  const search = await openSearch(async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  // The files of the words are fetched with the first query that needs them; a second round has them.
  for (const query of queries) await search(query, 30);
  let hits = 0;
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    hits += (await search(query, 30)).total;
    times.push(performance.now() - start);
  }
  if (hits === 0) throw new Error('the search found nothing');
  const text = readFileSync(join(folder, SEARCH_START), 'utf8');
  const parses = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now();
    JSON.parse(text);
    return performance.now() - start;
  });
  return { query: median(times), parse: median(parses) };
}

if (import.meta.main) {
  const [folder = '', queries = ''] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(await searchQueries(folder, queries.split(',')))}\n`);
}
