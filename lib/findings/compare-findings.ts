import { compareText } from '../text/compare-text.ts';
import type { Finding } from './finding.ts';

/** Orders findings by file, line, column and code, the same on every machine. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
