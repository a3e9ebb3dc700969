import { KIND_NAMES } from '../../schema/kinds.ts';
import type { ExportContext } from './export-context.ts';
import { omitEmpty } from './omit-empty.ts';

/** The metadata of the spec, with its counts. */
export function jsonOfOverview(context: ExportContext): Readonly<Record<string, unknown>> {
  const { corpus, publication, addresses } = context;
  const { title, version, summary, notice, license, repository, credits } = corpus.spec;
  const open = corpus.questions.filter(({ status }) => status === 'open').length;
  return {
    title,
    version,
    url: addresses.of(''),
    ...omitEmpty('summary', summary),
    ...omitEmpty('notice', notice),
    ...omitEmpty('license', license),
    ...omitEmpty('repository', repository),
    ...omitEmpty('commit', publication.commit),
    ...omitEmpty('date', publication.date),
    counts: Object.fromEntries(KIND_NAMES.map((kind) => [kind, corpus.definitions[kind].size])),
    tally: context.tally(corpus.facts),
    questions: { open, resolved: corpus.questions.length - open },
    ...omitEmpty(
      'credits',
      credits?.map((one) => (typeof one === 'string' ? { url: one } : one)),
    ),
  };
}
