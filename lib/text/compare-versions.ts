/**
 * Compares versions part by part, as numbers. A version with a suffix, such as 1.0-beta, comes before the one without.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.numbers.length, right.numbers.length); i++) {
    const difference = (left.numbers[i] ?? 0) - (right.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.rest === right.rest) return 0;
  if (left.rest === '' || right.rest === '') return left.rest === '' ? 1 : -1;
  return left.rest < right.rest ? -1 : 1;
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly rest: string } {
  const [, head = '', rest = ''] = /^([0-9.]*)(.*)$/s.exec(version) ?? [];
  return { numbers: head.split('.').map(Number), rest };
}
