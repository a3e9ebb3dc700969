import type { Annotated } from '../../../../lib/capture/match/annotate.ts';
import type { Verdict } from '../../../../lib/capture/match/verdict.ts';
import { refutedFacts } from '../../../../lib/corpus/disputes/refuted-facts.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { enumOfType } from '../../../../lib/corpus/model/enum-of-type.ts';
import type { StanzaRow } from '../messages/stanza-view.ts';
import { listedValue, textOf } from './part-meaning.ts';

/**
 * The verdict on a part as the page shows it. A part agrees with the spec only if no dispute denies it or its value, and
 * a value that is shared although the spec does not list it is new.
 * @param fresh the verdicts on such values
 */
export function rowVerdict(one: Annotated, fresh: readonly Verdict[], corpus: Corpus): StanzaRow['verdict'] {
  const { part, verdict } = one;
  const fact = corpus.factByPath.get(verdict?.path ?? '');
  const id = enumOfType(fact?.type);
  if (fresh.some(({ path }) => path === `${id}=${textOf(part)}`)) return 'unknown';
  if (verdict?.verdict !== 'supports' || fact === undefined) return verdict?.verdict;
  const value = listedValue(part, fact, corpus);
  const refuted = refutedFacts(corpus);
  return refuted.has(fact.path) || (value !== undefined && refuted.has(value.path)) ? 'refuted' : 'supports';
}
