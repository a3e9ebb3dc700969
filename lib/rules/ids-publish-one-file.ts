import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { windowsNameProblem } from '../pages/windows-name-problem.ts';
import { type Kind, PAGE_KINDS } from '../schema/kinds.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The files published beside the page of a definition, by their extension. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['.json', 'JSON'],
  ['.md', 'Markdown'],
  ['.html', 'page'],
]);

/** The files that an id publishes can be stored on every system, and no two ids publish the same file. */
export const idsPublishOneFile: Rule = {
  name: 'ids-publish-one-file',
  codes: ['id/not-on-windows', 'id/same-file'],
  check(corpus, report) {
    for (const kind of PAGE_KINDS) {
      const ids = idsOf(corpus, kind);
      for (const entry of corpus.definitions[kind].values()) {
        const { id } = entry;
        const reason = windowsNameProblem(id);
        if (reason !== undefined) report(findingAt(entry, ['id'], 'id/not-on-windows', { name: id, reason }));
        const [, stem = '', ending = ''] = /^(.+)(\.[a-z]+)$/.exec(id.toLowerCase()) ?? [];
        const twin = TWINS.get(ending);
        const other = twin === undefined ? undefined : ids.get(stem);
        if (twin === undefined || other === undefined) continue;
        report(findingAt(entry, ['id'], 'id/same-file', { id, other: other.id, twin }));
      }
    }
  },
};

/** By the id in lower case: names that differ only in case are the same file on some systems. */
const idsOf = (corpus: Corpus, kind: Kind): ReadonlyMap<string, Entry<Kind>> =>
  new Map([...corpus.definitions[kind].values()].map((entry) => [entry.id.toLowerCase(), entry]));
