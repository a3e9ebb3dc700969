import { rowsOf } from '../corpus/facts/rows-of.ts';
import { factOfCondition, stanzaOfCondition, stanzasOfPredicate } from '../corpus/match/fact-of-condition.ts';
import { parsePredicate } from '../corpus/match/parse-predicate.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { finding } from '../findings/finding.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkEarlier } from './parts/check-earlier.ts';
import { findingAt } from './parts/finding-at.ts';
import { isMisnamed } from './parts/is-misnamed.ts';
import type { Rule } from './parts/rule.ts';

/** The predicates of a question parse and name facts and stanzas that exist, so that they can be looked up in captures. */
export const questionsPredicatesParse: Rule = {
  name: 'questions-predicates-parse',
  codes: ['question/predicate', 'question/unknown-fact', 'reference/stanza'],
  check(corpus, report) {
    for (const question of corpus.questions) {
      const entry = corpus.definitions[question.kind].get(question.owner);
      if (entry === undefined) continue;
      for (const [i, { if: text }] of question.settles.entries()) {
        const at = [...question.pointer, 'settles', i, 'if'];
        const parsed = parsePredicate(text);
        if ('error' in parsed) {
          const { offset, reason } = parsed.error;
          const place = placesInText(entry.source, at, text)(offset);
          report(finding('question/predicate', { predicate: clip(text), reason }, place, entry.id));
          continue;
        }
        checkEarlier(parsed.earlier, text, entry, at, corpus, report);
        if (parsed.conditions.length === 0 && stanzasOfPredicate(parsed, question).includes(undefined)) {
          const reason = 'it does not say which stanza it is about, as call-accept after call-preaccept does';
          report(findingAt(entry, at, 'question/predicate', { predicate: clip(text), reason }));
        }
        for (const condition of parsed.conditions) {
          if (factOfCondition(condition, question, corpus) !== undefined) continue;
          const { anchor } = condition;
          const stanza = stanzaOfCondition(condition, question);
          if (stanza !== undefined && !isKnown(stanza, corpus)) continue;
          const anchors = rowsOf(corpus, 'stanza', stanza ?? '').map((fact) => fact.anchor);
          const args = { anchor: clip(anchor), stanza, suggestion: suggest(anchor, anchors) };
          report(findingAt(entry, at, 'question/unknown-fact', args));
        }
      }
    }
  },
};

// The facts of a stanza that cannot be read are unknown, and those of a misnamed stanza have its wrong name.
function isKnown(stanza: string, corpus: Corpus): boolean {
  const entry = corpus.definitions.stanza.get(stanza);
  return entry === undefined ? !corpus.broken.get('stanza')?.has(stanza) : !isMisnamed(entry);
}
