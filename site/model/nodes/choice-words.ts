import type { Fact } from '../../../lib/corpus/model/fact.ts';

/** What a choice allows, before its members. */
export const choiceWords = ({ occurrence }: Pick<Fact, 'occurrence'>): string =>
  occurrence === '1' ? 'Exactly one of' : 'At most one of';
