import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { stanzasOfStep } from '../corpus/steps/stanzas-of-step.ts';
import { stepAt } from '../corpus/steps/step-at.ts';
import { hasNamedFacts } from '../pages/has-named-facts.ts';
import { FACT_OWNERS } from '../schema/kinds.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Report, Rule } from './parts/rule.ts';

/** The states, stanzas, steps and requirements that transitions name exist, and a step that they cite sends their stanza. */
export const machinesFit: Rule = {
  name: 'machines-fit',
  codes: [
    'machine/duplicate-state',
    'machine/state',
    'machine/evidence',
    'machine/stanza',
    'reference/stanza',
  ],
  check(corpus, report) {
    for (const entry of corpus.definitions.machine.values()) {
      const { states, transitions } = entry.data;
      for (const { name, index, first } of repeated(states, ({ id }) => id)) {
        const { line } = entry.source.place(['states', first, 'id']);
        report(findingAt(entry, ['states', index, 'id'], 'machine/duplicate-state', { id: name, line }));
      }
      const ids = states.map(({ id }) => id);
      for (const [i, transition] of transitions.entries()) {
        for (const end of ['from', 'to'] as const) {
          const id = transition[end];
          if (ids.includes(id)) continue;
          const args = { id: clip(id, 80), suggestion: suggest(id, ids) };
          report(findingAt(entry, ['transitions', i, end], 'machine/state', args));
        }
        if (transition.stanza !== undefined)
          checkReference(corpus, report, 'stanza', transition.stanza, entry, ['transitions', i, 'stanza']);
        checkEvidence(entry, i, corpus, report);
      }
    }
  },
};

function checkEvidence(entry: Entry<'machine'>, i: number, corpus: Corpus, report: Report): void {
  const transition = entry.data.transitions[i];
  // What a broken file says is not known.
  if (transition === undefined || !loadedCompletely(corpus, FACT_OWNERS.filter(hasNamedFacts))) return;
  const { evidence, stanza } = transition;
  for (const [j, path] of evidence.entries()) {
    if (isCited(path, corpus)) continue;
    const citable = [...corpus.factByPath.keys()].filter((one) => one.includes('#'));
    const args = { path: clip(path, 120), suggestion: suggest(path, citable) };
    report(findingAt(entry, ['transitions', i, 'evidence', j], 'machine/evidence', args));
  }
  const steps = evidence.flatMap((path) => stepAt(corpus, path)?.step ?? []);
  if (stanza === undefined || steps.length === 0) return;
  if (!steps.some((step) => stanzasOfStep(step).includes(stanza)))
    report(findingAt(entry, ['transitions', i, 'stanza'], 'machine/stanza', { stanza: clip(stanza, 80) }));
}

const isCited = (path: string, { factByPath }: Corpus): boolean => {
  const fact = factByPath.get(path);
  return fact !== undefined && hasNamedFacts(fact.ownerKind);
};
