import type { Technique } from '../../schema/types.generated.ts';

/** Where a technique observes the protocol. */
export type Channel = NonNullable<Technique['channel']>;

/** The channels in the order in which they are shown. */
export const CHANNELS: readonly Channel[] = ['wire', 'runtime', 'code'];
