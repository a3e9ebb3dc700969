import type { DecodeBinary } from '../capture/parse/parse.ts';
import { capturesSanitized } from './captures-sanitized.ts';
import { nothingLeaks } from './nothing-leaks.ts';
import type { Rule } from './parts/rule.ts';
import { tracesWellFormed } from './traces-well-formed.ts';

/**
 * The rules about captured data, which need the sanitizer.
 * @param decodeBinary for captures in hex, which cannot be read without it; see {@link storedRecords}
 * @param keepNames names that the spec does not have yet, but will have once a draft is applied
 */
export function captureRules(
  decodeBinary?: DecodeBinary,
  keepNames: readonly string[] = [],
): readonly Rule[] {
  return [
    tracesWellFormed(decodeBinary),
    capturesSanitized(decodeBinary, keepNames),
    nothingLeaks(decodeBinary),
  ];
}
