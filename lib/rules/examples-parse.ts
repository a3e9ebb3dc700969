import { parseXml } from '../corpus/match/parse-xml.ts';
import { type Finding, finding } from '../findings/finding.ts';
import type { Example } from '../schema/types.generated.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** Every example is valid in the format that it states. */
export const examplesParse: Rule = {
  name: 'examples-parse',
  codes: ['example/syntax'],
  check(corpus, report) {
    for (const entry of corpus.definitions.stanza.values()) {
      for (const [i, { format, body }] of (entry.data.examples ?? []).entries()) {
        const error = errorOf(format, body);
        if (error === undefined) continue;
        const pointer = ['examples', i, 'body'];
        const found: Finding = findingAt(entry, pointer, 'example/syntax', { format, reason: error.reason });
        if (error.offset === undefined) report(found);
        else {
          const place = placesInText(entry.source, pointer, body)(error.offset);
          report(finding('example/syntax', { format, reason: error.reason }, place, found.path));
        }
      }
    }
  },
};

function errorOf(
  format: Example['format'],
  body: string,
): { offset: number | undefined; reason: string } | undefined {
  switch (format) {
    case 'xml': {
      const parsed = parseXml(body);
      return 'error' in parsed ? parsed.error : undefined;
    }
    case 'json':
      try {
        JSON.parse(body);
        return undefined;
      } catch (error) {
        return { offset: undefined, reason: clip((error as Error).message) };
      }
    case 'hex': {
      const wrong = /[^0-9A-Fa-f\s]/.exec(body);
      if (wrong !== null) {
        return { offset: wrong.index, reason: 'only the digits 0 to 9 and a to f are allowed' };
      }
      const odd = body.replace(/\s/g, '').length % 2 === 1;
      return odd
        ? { offset: undefined, reason: 'a digit is missing: the number of digits is odd' }
        : undefined;
    }
    default:
      return format satisfies never;
  }
}
