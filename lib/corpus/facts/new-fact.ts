import type { Attribute, Confidence, Occurrence } from '../../schema/types.generated.ts';
import type { Fact } from '../model/fact.ts';
import { withEmptyLists } from '../model/with-empty-lists.ts';

/** What the YAML says of a fact, whatever its kind. */
type FactData = Partial<Omit<Attribute, 'name' | 'confidence'>> & {
  readonly confidence: Confidence;
  readonly occurrence?: Occurrence;
  readonly size?: number | string;
  readonly refuses?: readonly string[];
  readonly remedy?: string;
};

type Identity = Pick<
  Fact,
  'path' | 'anchor' | 'kind' | 'ownerKind' | 'owner' | 'name' | 'node' | 'pointer' | 'ratedLower'
>;

/**
 * A fact with what the YAML says of it. What it does not say is undefined or empty.
 * @param identity with the reason of its definition for a lower rating
 * @param more what replaces that
 */
export function newFact(identity: Identity, data: FactData, more: Partial<Fact> = {}): Fact {
  return {
    ...identity,
    confidence: data.confidence,
    ratedLower: data.rated_lower ?? identity.ratedLower,
    description: data.description ?? '',
    type: data.type,
    size: data.size === undefined ? undefined : String(data.size),
    required: data.required,
    occurrence: data.occurrence,
    when: data.when,
    sent: data.sent,
    delivered: data.delivered,
    writtenBy: data.written_by ?? [],
    onlyIf: data.only_if,
    requiredIf: data.required_if,
    value: data.value,
    refuses: data.refuses ?? [],
    remedy: data.remedy,
    builds: data.builds ?? [],
    observed: data.observed_values ?? [],
    provenance: withEmptyLists(data.provenance),
    disputes: data.disputes ?? [],
    child: undefined,
    choice: undefined,
    step: undefined,
    requirement: undefined,
    field: undefined,
    procedureStep: undefined,
    home: undefined,
    inside: [],
    ...more,
  };
}
