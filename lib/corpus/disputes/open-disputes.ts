import type { Dispute } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';
import { differenceInTime } from '../sources/difference-in-time.ts';

/** How many disputes of these facts or steps are open. A difference in time is none. */
export const openDisputes = (
  sites: readonly { readonly disputes?: readonly Dispute[] }[],
  corpus: Corpus,
): number =>
  sites
    .flatMap(({ disputes = [] }) => disputes)
    .filter((one) => one.status !== 'resolved' && differenceInTime(one, corpus) === undefined).length;
