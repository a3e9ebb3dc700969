import type { Step } from '../../schema/types.generated.ts';

/** The ids of the stanzas of which a step sends one: none where the step does not say which. */
export const stanzasOfStep = ({ stanza, one_of = [] }: Pick<Step, 'stanza' | 'one_of'>): readonly string[] =>
  stanza === undefined ? one_of : [stanza];
