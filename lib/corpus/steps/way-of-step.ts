import type { Step } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';

/** Who sends a step to whom, by the names that readers see, such as `Caller to Server`. */
export function wayOfStep(
  flow: string,
  { from, to }: Step,
  { definitions }: Pick<Corpus, 'definitions'>,
): string {
  const participants = definitions.flow.get(flow)?.data.participants ?? [];
  const label = (id: string): string => participants.find((one) => one.id === id)?.label ?? id;
  return `${label(from)} to ${label(to)}`;
}
