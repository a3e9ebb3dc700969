import type { Published } from '../../lib/diff/published.ts';
import { searchFiles } from '../../lib/export/search-index.ts';
import type { Twin } from '../../lib/export/twin.ts';
import { linksOf } from '../../site/model/links.ts';
import { searchPages } from '../../site/model/search-pages.ts';

/** The index of the search, in the files that a browser asks for. */
export function* searchTwins(published: Published): Generator<Twin> {
  const links = linksOf(published);
  const files = searchFiles(published.corpus, links, searchPages(published, links));
  for (const [name, text] of files) yield { path: `search/${name}`, text };
}
