import type { APIRoute } from 'astro';
import { factFile, factFiles } from '../../model/paged/fact-index.ts';
import { links, publication } from '../../publication.ts';

export function getStaticPaths() {
  return factFiles(publication).map((name) => ({ params: { file: name.replace(/\.json$/, '') } }));
}

/** The files that the filter of facts reads. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(factFile(publication, links, `${params['file']}.json`)), {
    headers: { 'content-type': 'application/json' },
  });
