import type { ErrorPayload } from 'vite';
import type { Finding } from '../../../lib/findings/finding.ts';
import { type PrettyOptions, renderPretty } from '../../../lib/findings/render-pretty.ts';
import { COMMAND_WAYS } from '../../../lib/node/process/command-ways.ts';
import { printableLine } from '../../../lib/text/printable.ts';

/**
 * The errors of a spec as an error overlay of Vite, with their lines and hints; undefined without errors.
 * @param saved the files saved since the spec was last free of errors, most recent last: errors there come first
 */
export function findingsOverlay(
  findings: readonly Finding[],
  lines: PrettyOptions['lines'],
  saved: ReadonlySet<string>,
): ErrorPayload | undefined {
  const errors = findings.filter(({ level }) => level === 'error');
  const last = [...saved].reverse().find((name) => errors.some(({ file }) => file === name));
  const first = errors.filter(({ file }) => file === last);
  const inOrder = [...first, ...errors.filter(({ file }) => file !== last)];
  const [top] = inOrder;
  if (top === undefined) return undefined;
  return {
    type: 'error',
    err: {
      name: 'The spec has errors',
      // Astro renders the message as HTML, and the stack as text.
      message: escapeHtml(printableLine(`${top.file}:${top.line}:${top.column} ${top.code}`)),
      stack: renderPretty(inOrder, { lines, color: false, ways: COMMAND_WAYS }),
    },
  };
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
