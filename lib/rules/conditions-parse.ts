import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { rowsOf } from '../corpus/facts/rows-of.ts';
import { parsePredicate } from '../corpus/match/parse-predicate.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Fact } from '../corpus/model/fact.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { finding } from '../findings/finding.ts';
import type { FactOwner } from '../schema/kinds.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkEarlier } from './parts/check-earlier.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** The conditions of facts parse, and name other facts of the same definition and stanzas that exist. */
export const conditionsParse: Rule = {
  name: 'conditions-parse',
  codes: ['condition/predicate', 'condition/unknown-fact', 'condition/itself', 'reference/stanza'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const fact of facts) {
        checkCondition(fact, 'only_if', fact.onlyIf, entry, corpus, report);
        checkCondition(fact, 'required_if', fact.requiredIf, entry, corpus, report);
      }
    }
  },
};

function checkCondition(
  { ownerKind, owner, pointer, anchor: own }: Fact,
  key: 'only_if' | 'required_if',
  text: string | undefined,
  entry: Entry<FactOwner>,
  corpus: Corpus,
  report: Report,
): void {
  if (text === undefined) return;
  const at = [...pointer, key];
  const parsed = parsePredicate(text);
  const complain = (offset: number, reason: string): void => {
    const place = placesInText(entry.source, at, text)(offset);
    const { path } = findingAt(entry, at, 'condition/predicate', { predicate: clip(text), reason });
    report(finding('condition/predicate', { predicate: clip(text), reason }, place, path));
  };
  if ('error' in parsed) {
    complain(parsed.error.offset, parsed.error.reason);
    return;
  }
  const { than } = parsed.earlier.find((one) => one.than !== undefined) ?? {};
  if (than !== undefined) {
    complain(than.offset, "a fact is about its own stanza, which is not named before 'after'");
    return;
  }
  checkEarlier(parsed.earlier, text, entry, at, corpus, report);
  // What a broken file describes is not known.
  if (!loadedCompletely(corpus, ['stanza', 'node'])) return;
  const anchors = rowsOf(corpus, ownerKind, owner).map(({ anchor }) => anchor);
  const placeOf = placesInText(entry.source, at, text);
  for (const { stanza, anchor, offset } of parsed.conditions) {
    const here: Report = (one) => report({ ...one, ...placeOf(offset) });
    if (stanza === undefined && anchor === own) {
      here(findingAt(entry, at, 'condition/itself', { anchor: clip(anchor), key }));
    }
    if (stanza === undefined && anchors.includes(anchor)) continue;
    const suggestion = anchors.includes(anchor)
      ? anchor
      : (suggest(anchor, anchors) ?? deeper(anchor, anchors));
    const args = { anchor: clip(stanza === undefined ? anchor : `${stanza}:${anchor}`), owner, suggestion };
    here(findingAt(entry, at, 'condition/unknown-fact', args));
  }
}

/** The first anchor that ends with what was written as if it were at the outermost node. */
const deeper = (anchor: string, anchors: readonly string[]): string | undefined =>
  anchors.find((one) => one.endsWith(anchor.startsWith('@') ? anchor : `/${anchor}`));
