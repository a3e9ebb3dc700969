import { exampleFaults } from '../corpus/examples/example-faults.ts';
import { finding } from '../findings/finding.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** A reader can copy every example, unless it says that it is historical. */
export const examplesUsable: Rule = {
  name: 'examples-usable',
  codes: ['example/refuted', 'example/no-leg', 'example/not-historical'],
  check(corpus, report) {
    for (const entry of corpus.definitions.stanza.values()) {
      for (const [i, example] of (entry.data.examples ?? []).entries()) {
        const faults = exampleFaults(entry.id, example, corpus);
        const pointer = ['examples', i];
        if (example.historical === true) {
          if (faults.length === 0 && example.format === 'xml') {
            report(findingAt(entry, [...pointer, 'historical'], 'example/not-historical', {}));
          }
          continue;
        }
        const placeOf = placesInText(entry.source, [...pointer, 'body'], example.body);
        for (const { kind, what, path, offset } of faults) {
          if (kind !== 'refuted') continue;
          report(finding('example/refuted', { what: clip(what, 60), path }, placeOf(offset), path));
        }
        const neverOn = (leg: 'sent' | 'delivered') => faults.find(({ kind }) => kind === leg);
        const [sent, delivered] = [neverOn('sent'), neverOn('delivered')];
        if (sent === undefined || delivered === undefined) continue;
        const args = { sent: clip(sent.what, 60), delivered: clip(delivered.what, 60) };
        report(finding('example/no-leg', args, placeOf(sent.offset), sent.path));
      }
    }
  },
};
