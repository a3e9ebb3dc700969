import type { Corpus } from '../../model/corpus.ts';
import type { NameFound, SourceProblem } from '../../model/source-checks.ts';
import { parseSource, placeOf } from '../source-ref.ts';

/** What is known of a source in code. */
export type SourceState =
  | { readonly state: 'not checked' }
  /** It was opened at another commit than that of its flavor today. */
  | { readonly state: 'out of date'; readonly commit: string }
  | { readonly state: 'unreadable'; readonly commit: string; readonly problem: SourceProblem }
  | {
      readonly state: 'checked';
      readonly commit: string;
      /** How the best of the expected names was found; absent where none is expected. */
      readonly named?: NameFound;
      /** Of a source that does not name it: why, as its flavor says. */
      readonly reason?: string;
    };

/**
 * What is known of a source.
 * @param names one of these is expected in its lines
 * @returns undefined for a source that is not in code, and in a spec whose sources nobody has opened
 */
export function sourceState(
  source: string,
  names: readonly string[],
  { sourceChecks, definitions }: Pick<Corpus, 'sourceChecks' | 'definitions'>,
): SourceState | undefined {
  const ref = parseSource(source);
  if (sourceChecks === undefined || ref.kind !== 'flavor') return undefined;
  const check = sourceChecks.get(placeOf(source));
  if (check === undefined) return { state: 'not checked' };
  const { commit } = check;
  if (commit !== definitions.flavor.get(ref.flavor)?.data.commit) return { state: 'out of date', commit };
  if (check.problem !== undefined) return { state: 'unreadable', commit, problem: check.problem };
  if (names.length === 0) return { state: 'checked', commit };
  const [named] = names.flatMap((name) => check.names.get(name) ?? []).sort((a, b) => rank(a) - rank(b));
  // Without any, the place is cited for something else since then.
  if (named === undefined) return { state: 'not checked' };
  const reason = named === 'no' ? reasonFor(source, names, ref.flavor, definitions) : undefined;
  return { state: 'checked', commit, named, ...(reason === undefined ? {} : { reason }) };
}

function reasonFor(
  source: string,
  names: readonly string[],
  flavor: string,
  definitions: Corpus['definitions'],
): string | undefined {
  const place = placeOf(source).slice(flavor.length + 1);
  const all = definitions.flavor.get(flavor)?.data.unnamed ?? [];
  return all.find((one) => one.place === place && one.names.some((name) => names.includes(name)))?.reason;
}

const rank = (how: NameFound): number =>
  how === 'no' ? Number.MAX_SAFE_INTEGER : how.startsWith('around') ? Number(how.slice(7)) : 0;

/** A commit as people write it. */
export const shortCommit = (commit: string): string => commit.slice(0, 7);

/** Whether a source is checked and shows what it is cited for. */
export const isShown = (state: SourceState | undefined): boolean =>
  state?.state === 'checked' && state.named !== 'no';

/** Such as `checked at 33cfac5, names it 3 lines away`. */
export function stateWords(state: SourceState): string {
  switch (state.state) {
    case 'not checked':
      return 'not checked';
    case 'out of date':
      return `checked at ${shortCommit(state.commit)}, not since`;
    case 'unreadable':
      return `${state.problem} at ${shortCommit(state.commit)}`;
    case 'checked':
      return `checked at ${shortCommit(state.commit)}${namedWords(state)}`;
    default:
      return state satisfies never;
  }
}

function namedWords({ named, reason }: Extract<SourceState, { state: 'checked' }>): string {
  if (named === undefined) return '';
  if (named === 'no') return `, does not name it${reason === undefined ? '' : `: ${reason}`}`;
  if (!named.startsWith('around')) return ', names it';
  const lines = Number(named.slice(7));
  return `, names it ${lines} ${lines === 1 ? 'line' : 'lines'} away`;
}
