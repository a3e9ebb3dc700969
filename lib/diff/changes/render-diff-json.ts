import { jsonText } from '../../text/json-text.ts';
import type { Comparison } from './comparison.ts';
import { countChanges } from './summarize-changes.ts';

/** A comparison as JSON, with every single change. */
export function renderDiffJson({ from, to, impact, changes }: Comparison): string {
  return jsonText({ from, to, impact, counts: countChanges(changes), changes });
}
