import { type FactOwner, KINDS } from '../schema/kinds.ts';

/** Whether the paths of the facts of a kind begin with it, as those of steps do and those of what parts say. */
export const hasNamedFacts = (kind: FactOwner): boolean => KINDS[kind].facts === '#';
