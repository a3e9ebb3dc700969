import type { Corpus } from '../corpus/model/corpus.ts';
import { codeCitations } from '../corpus/sources/checks/code-citations.ts';
import { isChecked } from '../corpus/sources/checks/is-checked.ts';
import { isShown, sourceState } from '../corpus/sources/checks/source-state.ts';
import { counted } from '../text/counted.ts';

/** What opening the sources in code has shown. */
export interface CheckCounts {
  /** Sources in code, each time that one is cited. */
  readonly sources: number;
  /** Those that were opened at the commit of their flavor. */
  readonly opened: number;
  /** Those of them that name what they are cited for. */
  readonly named: number;
  /** Those that do not, and whose flavor says why. */
  readonly explained: number;
  /** Facts whose sources in code were all opened and name them. */
  readonly facts: number;
}

/** Counts the checks of sources; undefined if nobody has opened the sources of a spec. */
export function measureChecks(corpus: Corpus): CheckCounts | undefined {
  if (corpus.sourceChecks === undefined) return undefined;
  const states = codeCitations(corpus).map(({ place, names }) => sourceState(place, names, corpus));
  return {
    sources: states.length,
    opened: states.filter((one) => one?.state === 'checked' || one?.state === 'unreadable').length,
    named: states.filter(isShown).length,
    explained: states.filter((one) => one?.state === 'checked' && one.reason !== undefined).length,
    facts: corpus.facts.filter((fact) => isChecked(fact, corpus)).length,
  };
}

/** Such as `10 of 12 sources in code were opened: 9 name what they are cited for, and 1 …; 4 facts are checked`. */
export function checkWords({ sources, opened, named, explained, facts }: CheckCounts): string {
  const wrong = opened - named - explained;
  const all = [
    `${named} name what they are cited for`,
    `${explained} do not, for a known reason`,
    ...(wrong === 0 ? [] : [`${wrong} ${wrong === 1 ? 'has' : 'have'} a finding`]),
  ];
  const last = all.pop();
  return `${opened} of ${counted(sources, 'source')} in code were opened: ${all.join(', ')}, and ${last}; ${counted(facts, 'fact')} ${facts === 1 ? 'is' : 'are'} checked`;
}
