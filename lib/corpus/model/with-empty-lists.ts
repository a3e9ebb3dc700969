import type { Provenance } from '../../schema/types.generated.ts';

/** A provenance with all of its lists, empty where nothing was said. */
export function withEmptyLists(provenance: Provenance | undefined): Required<Provenance> {
  return { techniques: [], flavors: [], contributors: [], sources: [], tools: [], ...provenance };
}
