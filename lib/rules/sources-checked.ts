import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { SourceProblem } from '../corpus/model/source-checks.ts';
import { type CodeCitation, codeCitations } from '../corpus/sources/checks/code-citations.ts';
import { shortCommit, sourceState } from '../corpus/sources/checks/source-state.ts';
import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * What opening the sources has shown, from the file that `npm run sources -- check` writes: the lines exist, and name
 * the fact. A spec without that file is not asked for it. What is missing for a whole flavor is reported there, once.
 */
export const sourcesChecked: Rule = {
  name: 'sources-checked',
  codes: [
    'source/no-file',
    'source/no-lines',
    'source/not-named',
    'source/not-checked',
    'source/check-outdated',
    'source/citation-outdated',
  ],
  check(corpus, report) {
    if (corpus.sourceChecks === undefined) return;
    const unchecked = new Map<string, { count: number; first: string }>();
    const outdated = new Map<string, { count: number; checked: string }>();
    for (const citation of codeCitations(corpus)) {
      const { entry, pointer, place, flavor, names } = citation;
      const state = sourceState(place, names, corpus);
      if (state === undefined) continue;
      const before = unchecked.get(flavor);
      switch (state.state) {
        case 'not checked':
          unchecked.set(flavor, { count: (before?.count ?? 0) + 1, first: before?.first ?? place });
          break;
        case 'out of date':
          outdated.set(flavor, { count: (outdated.get(flavor)?.count ?? 0) + 1, checked: state.commit });
          break;
        case 'unreadable':
          reportProblem(citation, state.problem, shortCommit(state.commit), report);
          break;
        case 'checked': {
          if (state.named !== 'no' || state.reason !== undefined) break;
          const args = {
            place: clip(place),
            commit: shortCommit(state.commit),
            names: clip(names.join(', ')),
          };
          report(findingAt(entry, pointer, 'source/not-named', args));
          break;
        }
        default:
          state satisfies never;
      }
    }
    for (const [id, { count, first }] of unchecked) {
      const entry = corpus.definitions.flavor.get(id);
      const args = { flavor: clip(id, 80), count, first: clip(first) };
      if (entry !== undefined) report(findingAt(entry, ['id'], 'source/not-checked', args));
    }
    for (const [id, { count, checked }] of outdated) {
      const entry = corpus.definitions.flavor.get(id);
      if (entry === undefined) continue;
      reportOutdated(entry, { count, checked }, 'source/check-outdated', report);
    }
    checkCitations(corpus, report);
  },
};

/** Reports the lines that cite parts and were found at another commit than that of their flavor, once for each flavor. */
function checkCitations({ definitions, partCitations }: Corpus, report: Report): void {
  const all = [...partCitations.values()].flat();
  for (const [flavor, citations] of Map.groupBy(all, (one) => one.flavor)) {
    const entry = definitions.flavor.get(flavor);
    const checked = citations[0]?.commit;
    if (entry === undefined || checked === undefined || checked === entry.data.commit) continue;
    reportOutdated(entry, { count: citations.length, checked }, 'source/citation-outdated', report);
  }
}

function reportOutdated(
  entry: Entry<'flavor'>,
  { count, checked }: { readonly count: number; readonly checked: string },
  code: 'source/check-outdated' | 'source/citation-outdated',
  report: Report,
): void {
  const { commit } = entry.data;
  const args = {
    flavor: clip(entry.id, 80),
    count,
    commit: commit === undefined ? 'no commit' : shortCommit(commit),
    checked: shortCommit(checked),
  };
  report(findingAt(entry, commit === undefined ? ['id'] : ['commit'], code, args));
}

function reportProblem(
  { entry, pointer, place: source }: CodeCitation,
  problem: SourceProblem,
  commit: string,
  report: Report,
): void {
  const place = clip(source);
  switch (problem) {
    case 'no file':
      report(findingAt(entry, pointer, 'source/no-file', { place, commit, reason: 'there is no such file' }));
      break;
    case 'not text':
      report(
        findingAt(entry, pointer, 'source/no-file', {
          place,
          commit,
          reason: 'the file is not text, or too large',
        }),
      );
      break;
    case 'no lines':
      report(findingAt(entry, pointer, 'source/no-lines', { place, commit }));
      break;
    default:
      problem satisfies never;
  }
}
