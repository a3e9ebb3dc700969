import { type Contradiction, matchExample } from '../corpus/match/match-example.ts';
import { matchTarget } from '../corpus/match/match-node.ts';
import { parseXml } from '../corpus/match/parse-xml.ts';
import { expectedForm, type ValueTypes } from '../corpus/match/value-fits.ts';
import type { Entry } from '../corpus/model/corpus.ts';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import type { Rule } from './parts/rule.ts';

/** No XML example contradicts its own stanza. */
export const examplesMatch: Rule = {
  name: 'examples-match',
  codes: [
    'example/root',
    'example/match',
    'example/unknown-child',
    'example/unknown-attribute',
    'example/missing-attribute',
    'example/missing-child',
    'example/too-many',
    'example/order',
    'example/enum-value',
    'example/value-type',
    'example/wrong-leg',
    'example/choice',
    'example/constant',
    'example/condition',
  ],
  check(corpus, report) {
    const types = corpus.definitions.type;
    const valuesOf = (id: string): string[] | undefined =>
      corpus.definitions.enum.get(id)?.data.values.map(({ value }) => value);
    for (const entry of corpus.definitions.stanza.values()) {
      for (const [i, { format, body, leg, historical }] of (entry.data.examples ?? []).entries()) {
        // An example that cannot be read is another rule's.
        const parsed = format === 'xml' ? parseXml(body) : undefined;
        if (parsed === undefined || 'error' in parsed) continue;
        const target = matchTarget(corpus, entry.id);
        const { contradictions } = matchExample(parsed.root, target, valuesOf, { leg, types });
        if (contradictions.length === 0) continue;
        const placeOf = placesInText(entry.source, ['examples', i, 'body'], body);
        for (const one of contradictions) {
          // A historical example may have what its leg never has; its page says so.
          if (historical === true && one.kind === 'wrong-leg') continue;
          report(findingOf(one, entry, placeOf(one.offset), types));
        }
      }
    }
  },
};

function findingOf(one: Contradiction, entry: Entry<'stanza'>, place: Place, types: ValueTypes): Finding {
  const path = one.anchor === '' ? entry.id : `${entry.id}:${one.anchor}`;
  switch (one.kind) {
    case 'root':
      return finding('example/root', { tag: clip(one.tag, 60), expected: one.expected }, place, path);
    case 'match':
      return finding('example/match', { tag: clip(one.tag, 60), words: one.words }, place, path);
    case 'unknown-child': {
      const suggestion = suggest(one.tag, one.known);
      const { parent, lackedBy } = one;
      const args = { tag: clip(one.tag, 60), parent, lackedBy, suggestion };
      return finding('example/unknown-child', args, place, path);
    }
    case 'unknown-attribute': {
      const suggestion = suggest(one.name, one.known);
      const { parent, lackedBy } = one;
      const args = { name: clip(one.name, 60), parent, lackedBy, suggestion };
      return finding('example/unknown-attribute', args, place, path);
    }
    case 'missing-attribute':
      return finding('example/missing-attribute', { name: one.name, parent: one.parent }, place, path);
    case 'missing-child':
    case 'too-many': {
      const args = { tag: one.tag, parent: one.parent, occurrence: one.occurrence };
      return finding(`example/${one.kind}`, args, place, path);
    }
    case 'order': {
      const args = { tag: clip(one.tag, 60), parent: one.parent, before: one.before };
      return finding('example/order', args, place, path);
    }
    case 'enum-value': {
      const suggestion = suggest(one.value, one.known);
      const args = { value: clip(one.value, 60), enum: one.enum, suggestion };
      return finding('example/enum-value', args, place, path);
    }
    case 'value-type': {
      const expected = expectedForm(one.type, types);
      const args = { value: clip(one.value, 60), type: one.type, expected };
      return finding('example/value-type', args, place, path);
    }
    case 'wrong-leg': {
      const args = { what: clip(one.what, 60), parent: one.parent, leg: one.leg };
      return finding('example/wrong-leg', args, place, path);
    }
    case 'condition': {
      const args = {
        what: clip(one.what, 60),
        parent: one.parent,
        how: one.how,
        predicate: clip(one.predicate),
      };
      return finding('example/condition', args, place, path);
    }
    case 'choice': {
      const args = { of: one.of, found: one.found, parent: one.parent };
      return finding('example/choice', args, place, path);
    }
    case 'constant':
      return finding(
        'example/constant',
        { value: clip(one.value, 60), expected: clip(one.expected, 60) },
        place,
        path,
      );
    default:
      return one satisfies never;
  }
}
