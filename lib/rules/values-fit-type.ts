import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { expectedForm, valueFits } from '../corpus/match/value-fits.ts';
import { enumOfType } from '../corpus/model/enum-of-type.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** Values fit their type, or are values of its enum; observed ones are equal to a constant. */
export const valuesFitType: Rule = {
  name: 'values-fit-type',
  codes: ['value/type', 'value/enum', 'value/constant'],
  check(corpus, report) {
    const types = corpus.definitions.type;
    const values = new Map(
      [...corpus.definitions.enum].map(([id, { data }]) => [
        id,
        new Set(data.values.map((one) => one.value)),
      ]),
    );
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const { type, observed, value: constant, pointer } of facts) {
        for (const [i, value] of observed.entries()) {
          if (constant === undefined || value === constant) continue;
          const args = { value: clip(value, 60), constant: clip(constant, 60) };
          report(findingAt(entry, [...pointer, 'observed_values', i], 'value/constant', args));
        }
        if (type === undefined) continue;
        const id = enumOfType(type);
        const allowed = id === undefined ? undefined : values.get(id);
        const written = observed.map((value, i) => ({ at: [...pointer, 'observed_values', i], value }));
        if (constant !== undefined) written.push({ at: [...pointer, 'value'], value: constant });
        for (const { at, value } of written) {
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
