import { loadBinaryDecoder } from '../../lib/capture/decode/load-binary-decoder.ts';
import type { FormName } from '../../lib/capture/forms/index.ts';
import { type ParseResult, parse } from '../../lib/capture/parse/parse.ts';
import type { Io } from '../../lib/node/process/io.ts';
import type { Arguments } from '../cli/arguments.ts';
import { readInput } from '../cli/read-input.ts';

/**
 * Reads and parses a log.
 * @throws UsageError when there is no such file, or it is too large
 */
export async function readLog(file: string, given: Arguments, io: Io): Promise<ParseResult> {
  const input = await readInput(file, io);
  const said = given.values['form'] as FormName | 'any' | undefined;
  const form = said === 'any' ? undefined : said;
  const parsed = parse(input, { form });
  // The decoder is large, and most logs do not need it.
  const binary = parsed.problems.some(({ code }) => code === 'wabinary/no-decoder');
  return binary ? parse(input, { form, decodeBinary: await loadBinaryDecoder() }) : parsed;
}
