import type { DecodeBinary } from '../capture/parse/parse.ts';
import { capturesSanitized } from './captures-sanitized.ts';
import { nothingLeaks } from './nothing-leaks.ts';
import type { Rule } from './parts/rule.ts';

/**
 * The rules about what was captured. They stand here and not among the other rules, because they need the
 * sanitizer.
 * @param decodeBinary for captures in hex, which cannot be read without it; see {@link stanzaOfCapture}
 * @param keepNames names that the spec is going to know: entries for them come with the capture
 */
export function captureRules(
  decodeBinary?: DecodeBinary,
  keepNames: readonly string[] = [],
): readonly Rule[] {
  return [capturesSanitized(decodeBinary, keepNames), nothingLeaks(decodeBinary)];
}
