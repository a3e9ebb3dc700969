import { byEffort, type Techniques } from '../evidence/compare-effort.ts';
import { memoizeBy } from '../memoize-by.ts';

/** The question that a technique answers for somebody with a log. */
export const LOG_QUESTION = 'Where does your log come from?';

/** An answer to it, with the technique that it means. */
export interface LogOrigin {
  readonly technique: string;
  readonly answer: string;
}

/**
 * The answers to {@link LOG_QUESTION}: the techniques by which logs are made, in their own words, the easiest first and
 * those that belong to no channel last. A spec whose techniques do not say where logs come from has all of them, by
 * their titles.
 */
export const logOrigins: (corpus: Techniques) => readonly LogOrigin[] = memoizeBy((corpus: Techniques) => {
  const all = byEffort(corpus);
  const { techniques } = corpus;
  const withLogs = all.filter((id) => techniques.get(id)?.log_from !== undefined);
  const offered = withLogs.length === 0 ? all : withLogs;
  const isLast = (id: string): number => (techniques.get(id)?.channel === undefined ? 1 : 0);
  return offered
    .toSorted((a, b) => isLast(a) - isLast(b))
    .map((technique) => ({ technique, answer: logOrigin(technique, corpus) }));
});

/** Where logs of a technique come from, in its words; without them its title, or its id. */
export function logOrigin(id: string, { techniques, definitions }: Techniques): string {
  const words = techniques.get(id)?.log_from ?? definitions.technique.get(id)?.data.title ?? '';
  return words.replace(/\s+/g, ' ').trim() || id;
}
