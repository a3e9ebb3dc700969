import type { APIRoute } from 'astro';
import { disputeFile, disputeFiles } from '../../model/paged/dispute-index.ts';
import { links, publication } from '../../publication.ts';

export function getStaticPaths() {
  return disputeFiles(publication).map((name) => ({ params: { file: name.replace(/\.json$/, '') } }));
}

/** The files that the filter of disputes reads. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(disputeFile(publication, links, `${params['file']}.json`)), {
    headers: { 'content-type': 'application/json' },
  });
