import type { Dispute } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';
import { dayOf, isOfItsTime } from './is-of-its-time.ts';
import { parseSource } from './source-ref.ts';

/**
 * The year of the newest evidence of a dispute, if all of it is of former years: what a client did then does not
 * contradict what clients do today, see {@link isOfItsTime}. undefined if something of today, or of no known date, says
 * the same.
 */
export function differenceInTime(
  { flavors = [], sources = [] }: Pick<Dispute, 'flavors' | 'sources'>,
  corpus: Corpus,
): string | undefined {
  const { flavor, capture } = corpus.definitions;
  const dateOf = (text: string): string | undefined => {
    const source = parseSource(text);
    if (source.kind === 'flavor') return flavor.get(source.flavor)?.data.date;
    return source.kind === 'capture' ? capture.get(source.id)?.data.source.captured_at : undefined;
  };
  const days = [...flavors.map((id) => flavor.get(id)?.data.date), ...sources.map(dateOf)].map(dayOf);
  if (!days.every((day) => isOfItsTime(day, corpus))) return undefined;
  return days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1)
    ?.slice(0, 4);
}
