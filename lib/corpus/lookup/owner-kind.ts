import type { Fact } from '../model/fact.ts';

/** The kind of the definition that holds a fact. */
export const ownerKind = ({ kind }: Pick<Fact, 'kind'>): 'stanza' | 'enum' =>
  kind === 'value' ? 'enum' : 'stanza';
