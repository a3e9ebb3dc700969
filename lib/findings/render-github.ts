import { printable } from '../text/printable.ts';
import type { Finding } from './finding.ts';
import type { Level } from './parts/level.ts';

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * The findings as workflow commands of GitHub Actions, one per line, which show as annotations.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(findings: readonly Finding[]): string {
  return findings
    .map(({ code, level, message, file, line, column, path, hint }) => {
      const text = [message, hint, path === '' ? undefined : `(${path})`]
        .filter((part) => part !== undefined)
        .join(' ');
      const at = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
      return `::${COMMANDS[level]} ${at}::${data(text)}\n`;
    })
    .join('');
}

const data = (text: string): string =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
