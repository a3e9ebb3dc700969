import { BUILT_IN_TYPES, expectedForm, valueFits } from '../corpus/match/value-fits.ts';
import { linearPattern } from '../corpus/types/linear-pattern.ts';
import { placeholderForm } from '../corpus/types/placeholder-form.ts';
import { typescriptProblem } from '../corpus/types/typescript-problem.ts';
import { finding } from '../findings/finding.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** A type can be used: its pattern is linear, its placeholder and its TypeScript type are clear, its examples fit. */
export const typesWellFormed: Rule = {
  name: 'types-well-formed',
  codes: ['type/built-in', 'type/pattern', 'type/placeholder', 'type/typescript', 'type/example'],
  check(corpus, report) {
    const types = corpus.definitions.type;
    const builtIn: readonly string[] = BUILT_IN_TYPES;
    for (const entry of types.values()) {
      const { id, data, source } = entry;
      const { pattern, placeholder, typescript, examples = [] } = data;
      if (builtIn.includes(id)) {
        report(findingAt(entry, ['id'], 'type/built-in', { id }));
        continue;
      }
      const form =
        placeholder === undefined
          ? undefined
          : data.base === 'string'
            ? placeholderForm(placeholder)
            : {
                problem: `only a type with 'base: string' can have parts; the base of this one is ${data.base}`,
                at: 0,
              };
      if (pattern !== undefined) {
        const read = linearPattern(pattern);
        if ('problem' in read) {
          const place = placesInText(source, ['pattern'], pattern)(read.at);
          report(finding('type/pattern', { problem: read.problem }, place, id));
        }
      }
      if (form !== undefined && 'problem' in form) {
        const place = placesInText(source, ['placeholder', 'form'], placeholder?.form ?? '')(form.at);
        report(finding('type/placeholder', { problem: form.problem }, place, id));
      }
      if (typescript !== undefined) {
        const at = typescriptProblem(typescript);
        if (at !== undefined) {
          const place = placesInText(source, ['typescript'], typescript)(at);
          report(finding('type/typescript', { rest: clip(typescript.slice(at), 60) }, place, id));
        }
      }
      for (const [i, value] of examples.entries()) {
        const expected = !valueFits(value, id, types)
          ? expectedForm(id, types)
          : form !== undefined && 'split' in form && form.split(value) === undefined
            ? `it has not the parts of ${placeholder?.form}`
            : undefined;
        if (expected === undefined) continue;
        report(findingAt(entry, ['examples', i], 'type/example', { value: clip(value, 60), expected }));
      }
    }
  },
};
