import type { Provenance } from '../../schema/types.generated.ts';

/** A provenance with empty lists for those that are missing. */
export function withEmptyLists(provenance: Provenance | undefined): Required<Provenance> {
  return { techniques: [], flavors: [], contributors: [], sources: [], tools: [], ...provenance };
}
