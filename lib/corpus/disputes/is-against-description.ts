import type { Dispute } from '../../schema/types.generated.ts';
import { restsOn, type Stated } from '../evidence/rests-on.ts';
import type { Corpus } from '../model/corpus.ts';
import { parseSource } from '../sources/source-ref.ts';

/**
 * Whether one side of a dispute is only a description of the protocol, such as an earlier spec: no technique, client or
 * capture shows what it says. Such a dispute tells how the description is wrong, and not how clients differ.
 */
export function isAgainstDescription(fact: Stated, dispute: Dispute, corpus: Corpus): boolean {
  const { techniques, flavors } = restsOn(fact, corpus);
  if (techniques.length === 0 && areDescriptions(flavors, corpus)) return true;
  const sources = (dispute.sources ?? []).map(parseSource);
  const places = sources.flatMap((source) => (source.kind === 'flavor' ? [source.flavor] : []));
  return places.length === sources.length && areDescriptions([...(dispute.flavors ?? []), ...places], corpus);
}

const areDescriptions = (flavors: readonly string[], { definitions }: Corpus): boolean =>
  flavors.length > 0 && flavors.every((id) => definitions.flavor.get(id)?.data.kind === 'description');
