import { overview } from '../../corpus/lists/overview.ts';
import type { ExportContext } from './export-context.ts';
import { jsonOfReferences } from './json-of-data.ts';
import { omitEmpty } from './omit-empty.ts';

/** The metadata of the spec, with its counts. */
export function jsonOfOverview({ corpus, publication, addresses }: ExportContext) {
  const { spec, counts, named, captured, facts, questions } = overview(corpus);
  const { title, version, summary, notice, license, repository, credits, phases } = spec;
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
    ...omitEmpty('phases', phases),
    counts,
    implementations: named.flavor,
    captured,
    tally: { facts: facts.facts, ...facts.counts },
    questions,
    ...omitEmpty('credits', jsonOfReferences(credits ?? [])),
  };
}
