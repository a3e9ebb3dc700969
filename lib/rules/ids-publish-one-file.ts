import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { type Kind, PAGE_KINDS } from '../schema/kinds.ts';
import { windowsNameProblem } from '../schema/windows-name-problem.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** What stands beside the page of a definition, by what its name ends in. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['.json', 'JSON'],
  ['.md', 'Markdown'],
  ['.html', 'page'],
]);

/** Every id names files that can be there on every system, and that no other id names. */
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

/** By their id in lower case: what differs in case only is one file on some systems. */
const idsOf = (corpus: Corpus, kind: Kind): ReadonlyMap<string, Entry<Kind>> =>
  new Map([...corpus.definitions[kind].values()].map((entry) => [entry.id.toLowerCase(), entry]));
