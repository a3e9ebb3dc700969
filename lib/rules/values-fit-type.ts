import { expectedForm, valueFits } from '../corpus/match/value-fits.ts';
import { enumOfType } from '../corpus/model/enum-of-type.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** Observed values fit their type, or are values of its enum. */
export const valuesFitType: Rule = {
  name: 'values-fit-type',
  codes: ['value/type', 'value/enum'],
  check(corpus, report) {
    const types = corpus.definitions.type;
    const values = new Map(
      [...corpus.definitions.enum].map(([id, { data }]) => [
        id,
        new Set(data.values.map((one) => one.value)),
      ]),
    );
    for (const [owner, facts] of corpus.factsOfStanza) {
      const entry = corpus.definitions.stanza.get(owner);
      if (entry === undefined) continue;
      for (const { type, observed, pointer } of facts) {
        if (type === undefined) continue;
        const id = enumOfType(type);
        const allowed = id === undefined ? undefined : values.get(id);
        for (const [i, value] of observed.entries()) {
          const at = [...pointer, 'observed_values', i];
          const shown = clip(value, 60);
          if (id !== undefined) {
            if (allowed === undefined || allowed.has(value)) continue;
            const args = { value: shown, enum: id, suggestion: suggest(value, allowed) };
            report(findingAt(entry, at, 'value/enum', args));
          } else if (!valueFits(value, type, types)) {
            const args = { value: shown, type, expected: expectedForm(type, types) };
            report(findingAt(entry, at, 'value/type', args));
          }
        }
      }
    }
  },
};
