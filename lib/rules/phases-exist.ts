import type { Corpus } from '../corpus/model/corpus.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Report, Rule } from './parts/rule.ts';

/** The phases that stanzas name are listed in spec.yaml, each once; where it lists any, each stanza has one. */
export const phasesExist: Rule = {
  name: 'phases-exist',
  codes: ['phase/unknown', 'phase/missing', 'phase/duplicate-id'],
  check(corpus, report) {
    checkList(corpus, report);
    // What a broken spec.yaml lists is not known.
    if ((corpus.broken.get('spec')?.size ?? 0) > 0) return;
    const phases = (corpus.spec.phases ?? []).map(({ id }) => id);
    for (const entry of corpus.definitions.stanza.values()) {
      const { phase } = entry.data;
      if (phase === undefined) {
        if (phases.length > 0) report(findingAt(entry, ['id'], 'phase/missing', { phases }));
      } else if (!phases.includes(phase)) {
        const suggestion = suggest(phase, phases);
        const args = { phase: clip(phase, 80), listed: phases.length, suggestion };
        report(findingAt(entry, ['phase'], 'phase/unknown', args));
      }
    }
  },
};

function checkList({ definitions }: Corpus, report: Report): void {
  for (const entry of definitions.spec.values()) {
    const phases = entry.data.phases ?? [];
    for (const { name, index, first } of repeated(phases, ({ id }) => id)) {
      const { line } = entry.source.place(['phases', first, 'id']);
      report(findingAt(entry, ['phases', index, 'id'], 'phase/duplicate-id', { id: name, line }));
    }
  }
}
