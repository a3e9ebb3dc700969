import type { Dispute } from '../../schema/types.generated.ts';

/** The open dispute of a fact that denies that it exists at all (`refutes`); undefined where none does. */
export const denialOf = (disputes: readonly Dispute[] | undefined): Dispute | undefined =>
  disputes?.find(({ refutes, status }) => refutes === true && status !== 'resolved');
