import type { Example } from '../../schema/types.generated.ts';
import type { ExampleFault } from './example-faults.ts';

/** What an example shows, for readers: whose form it is, or that nobody should copy it. undefined if it does not say. */
export function exampleWords({ leg, historical }: Pick<Example, 'leg' | 'historical'>): string | undefined {
  if (historical === true) {
    return leg === 'delivered' ? 'Not what the server delivers' : 'Not what clients send';
  }
  if (leg === undefined) return undefined;
  return leg === 'sent' ? 'As your client sends it' : 'As the server delivers it';
}

/** What is wrong with a part of an example, after its name. */
export const FAULT_WORDS = {
  refuted: 'is refuted',
  sent: 'is never sent',
  delivered: 'is never delivered',
} as const satisfies Record<ExampleFault['kind'], string>;

/** Examples as readers need them: what is sent, what is delivered, those without a leg, and the historical ones last. */
export function inReadingOrder<T extends Pick<Example, 'leg' | 'historical'>>(examples: readonly T[]): T[] {
  const rank = ({ leg, historical }: T): number =>
    historical === true ? 3 : leg === 'sent' ? 0 : leg === 'delivered' ? 1 : 2;
  return [...examples].sort((a, b) => rank(a) - rank(b));
}
