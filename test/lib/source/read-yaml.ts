import { type ReadResult, readSource } from '../../../lib/source/read-source.ts';

export const bytesOf = (content: string | readonly number[]): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);

/** What readSource makes of a file with this content. */
export const readYaml = (content: string | readonly number[]): ReadResult =>
  readSource('f.yaml', bytesOf(content));

/** What was found as `code line:column`. */
export const found = ({ findings }: ReadResult): string[] =>
  findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
