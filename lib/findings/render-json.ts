import { jsonText } from '../text/json-text.ts';
import type { Finding } from './finding.ts';

/** How many definitions of each kind were read, by the name of the kind. */
export type Counts = Readonly<Record<string, number>>;

/**
 * The report as JSON: `{ok, counts, findings}`.
 * @param ok whether no finding reaches the level that fails the run
 */
export function renderJson(findings: readonly Finding[], counts: Counts, ok: boolean): string {
  const rows = findings.map(({ code, level, message, file, line, column, path, hint }) => ({
    code,
    level,
    message,
    file,
    line,
    column,
    path,
    ...(hint === undefined ? {} : { hint }),
  }));
  return jsonText({ ok, counts, findings: rows });
}
