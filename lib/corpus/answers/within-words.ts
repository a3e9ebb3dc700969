import type { Within } from '../../schema/types.generated.ts';
import { titleOf } from '../lookup/title-of.ts';
import type { Corpus } from '../model/corpus.ts';
import { timeWords } from '../steps/time-words.ts';

/**
 * The time of an answer as readers see it: a limit, with the implementations that show it, or the longest time that was
 * seen, where no limit is known. In the middle of a sentence.
 */
export function withinWords({ ms, seen_ms: seen, provenance }: Within, { definitions }: Corpus): string {
  if (seen !== undefined) return `seen within ${timeWords(seen)}, no limit known`;
  const names = (provenance.flavors ?? []).map((id) => {
    const entry = definitions.flavor.get(id);
    return entry === undefined ? id : titleOf(entry);
  });
  return `within ${timeWords(ms)}${names.length === 0 ? '' : `, according to ${names.join(' and ')}`}`;
}
