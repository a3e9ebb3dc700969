import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSearch } from '../../lib/search/open-search.ts';
import { SEARCH_START } from '../../lib/search/search-start.ts';

// As a program: asks the search index of a built site many things, as a reader's page would after it has fetched
// the index. Prints the median milliseconds of a query, and those of parsing the index's first file.

const [folder = '', queries = ''] = process.argv.slice(2);

const read = async (name: string): Promise<unknown> => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const text = readFileSync(join(folder, SEARCH_START), 'utf8');

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

const search = await openSearch(read);
const asked = queries.split(',');
// The files of the words are fetched with the first query that needs them; a second round has them.
for (const query of asked) await search(query, 30);
const times: number[] = [];
let hits = 0;
for (const query of asked) {
  const start = performance.now();
  hits += (await search(query, 30)).total;
  times.push(performance.now() - start);
}
if (hits === 0) throw new Error('the search found nothing');
const parses = [1, 2, 3, 4, 5].map(() => {
  const start = performance.now();
  JSON.parse(text);
  return performance.now() - start;
});
process.stdout.write(`${median(times)} ${median(parses)}\n`);
