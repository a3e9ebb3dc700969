import { stringify } from 'yaml';
import type { Capture } from '../../schema/types.generated.ts';

/** The text of a capture's file. */
export function captureYaml(capture: Capture): string {
  const body = stringify(capture, { lineWidth: 100, singleQuote: true, blockQuote: 'literal' });
  return `# yaml-language-server: $schema=../schema/capture.schema.json\n${body}`;
}
