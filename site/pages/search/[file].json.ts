import type { APIRoute } from 'astro';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { searchPages } from '../../model/lists/search-pages.ts';
import { links, publication } from '../../publication.ts';

const files = searchFiles(publication.corpus, links, searchPages(publication, links));

export function getStaticPaths() {
  return [...files.keys()].map((name) => ({ params: { file: name.replace(/\.json$/, '') } }));
}

/** The files of the search index. */
export const GET: APIRoute = ({ params }) =>
  new Response(files.get(`${params['file']}.json`) ?? '', {
    headers: { 'content-type': 'application/json' },
  });
