import type { TallyJson } from './export-context.ts';

/** Such as `Facts: 7 (5 probable, 2 speculative)`. */
export function tallyWords({ facts, ...counts }: TallyJson): string {
  const parts = Object.entries(counts).flatMap(([name, n]) => (n === 0 ? [] : [`${n} ${name}`]));
  return `Facts: ${facts}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}
