import { compareText } from '../../text/compare-text.ts';

/** A copy of a value with its keys sorted at every level, so that equal values have equal JSON. */
export function canonicalValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonicalValue(inner)]));
}
