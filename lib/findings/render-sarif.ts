import { jsonText } from '../text/json-text.ts';
import { CODES } from './codes.ts';
import type { Finding } from './finding.ts';
import type { Level } from './parts/level.ts';

const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'note' };

/**
 * The findings as SARIF 2.1.0, the format that code scanning reads.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(findings: readonly Finding[], version: string): string {
  const used = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'stanza-catalog',
            version,
            rules: used.map((code) => ({
              id: code,
              shortDescription: { text: CODES[code].title },
              fullDescription: { text: CODES[code].why },
              defaultConfiguration: { level: LEVELS[CODES[code].level] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ code, level, message, hint, file, line, column, path }) => ({
          ruleId: code,
          ruleIndex: used.indexOf(code),
          level: LEVELS[level],
          message: { text: hint === undefined ? message : `${message} ${hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
                region: { startLine: line, startColumn: column },
              },
              ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
            },
          ],
        })),
      },
    ],
  };
  return jsonText(log);
}
