import type { APIRoute } from 'astro';
import { packCorpus } from '../../../lib/corpus/load/packed-corpus.ts';
import { standaloneValidator } from '../../../lib/schema/standalone-validator.ts';
import { publication } from '../../publication.ts';

const FILES: Readonly<Record<string, { type: string; text: () => string }>> = {
  'corpus.json': {
    type: 'application/json',
    text: () => JSON.stringify(packCorpus(publication.corpus)),
  },
  'capture-schema.js': { type: 'text/javascript', text: () => standaloneValidator('capture') },
};

export function getStaticPaths() {
  return Object.keys(FILES).map((file) => ({ params: { file } }));
}

/** The files that only the workbench reads: the structure of the spec, and the schema of captures as code. */
export const GET: APIRoute = ({ params }) => {
  const file = FILES[params['file'] ?? ''];
  return new Response(file?.text() ?? '', { headers: { 'content-type': file?.type ?? 'text/plain' } });
};
