import type { ReleasedDefinition } from './released-definitions.ts';

/**
 * The JSON of a stanza, a shared node, an enum or a part as it was in a release.
 * @param current the address where it is described now; undefined if it was withdrawn
 */
export function releasedJson(
  { version, date, kind, definition, facts, questions }: ReleasedDefinition,
  current: string | undefined,
): Readonly<Record<string, unknown>> {
  const { id, title, data } = definition;
  return { version, date, kind, id, title, current, data, facts, questions };
}
