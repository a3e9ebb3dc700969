import type { CapturedStanza } from '../../lib/capture/tree/captured-node.ts';
import { printJson } from '../../lib/capture/tree/print-json.ts';
import { printXml } from '../../lib/capture/tree/print-xml.ts';
import { printable } from '../../lib/text/printable.ts';
import type { Arguments } from '../cli/arguments.ts';

/**
 * Stanzas as XML, or as JSON.
 * @param report what the JSON says besides
 */
export function printStanzas(
  stanzas: readonly CapturedStanza[],
  { values }: Arguments,
  report: object,
): string {
  if (values['format'] !== 'json') return printable(stanzas.map(({ root }) => printXml(root)).join('\n'));
  const list = stanzas.map(({ root, form, direction, line, column }) => ({
    line,
    column,
    form,
    direction: direction ?? null,
    stanza: JSON.parse(printJson(root)) as unknown,
  }));
  return `${JSON.stringify({ ...report, stanzas: list }, undefined, 2)}\n`;
}
