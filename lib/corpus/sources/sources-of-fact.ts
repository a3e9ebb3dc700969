import type { Fact } from '../model/fact.ts';

/** The sources of a fact and those of its legs; disputes have their own. */
export const sourcesOfFact = ({ provenance, sent, delivered }: Fact): readonly string[] => [
  ...provenance.sources,
  ...[sent, delivered].flatMap((leg) => (typeof leg === 'object' ? (leg.provenance?.sources ?? []) : [])),
];
