import type { ReleasedDefinition } from './released-definitions.ts';

/**
 * A stanza or an enum of a release as JSON.
 * @param current the URL of its current description; undefined if it was withdrawn
 */
export function releasedJson(
  { version, date, kind, definition, facts, questions }: ReleasedDefinition,
  current: string | undefined,
): Readonly<Record<string, unknown>> {
  const { id, title, data } = definition;
  return { version, date, kind, id, title, current, data, facts, questions };
}
