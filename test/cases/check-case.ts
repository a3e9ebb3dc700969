import { isDeepStrictEqual } from 'node:util';
import { CODES } from '../../lib/findings/codes.ts';
import { compareFindings } from '../../lib/findings/compare-findings.ts';
import type { Finding } from '../../lib/findings/finding.ts';
import { type CodeCases, runCase } from './case.ts';

/** What each rejecting case of each code says: path, message and hint of every finding, in their order. */
export type Messages = Readonly<Record<string, readonly (readonly string[])[]>>;

/** The words of the findings of a rejecting case. */
export const messagesOf = (code: string, one: CodeCases['rejects'][number]): string[] =>
  runCase(one)
    .findings.filter((finding) => finding.code === code)
    .map(({ path, message, hint }) => [path, message, hint ?? ''].join(' | '));

const shown = ({ code, file, line, column, message }: Finding): string =>
  `${code} ${file}:${line}:${column} ${message}`;

/** What is wrong with an accepting case: everything that is found. */
export const acceptComplaints = (one: CodeCases['accepts'][number]): string[] =>
  runCase(one).findings.map(shown);

/** What is wrong with a rejecting case: places, level, order, or words that are not exactly those that are expected. */
export function rejectComplaints(
  { code }: CodeCases,
  one: CodeCases['rejects'][number],
  messages: readonly string[] | undefined,
): string[] {
  const { findings, at } = runCase(one);
  const found = findings.filter((finding) => finding.code === code);
  const complaints: string[] = [];
  const places = found.map(({ file, line, column }) => `${file}:${line}:${column}`).sort();
  if (at.length === 0 || !isDeepStrictEqual(places, [...at].sort())) {
    complaints.push(`expected at ${[...at].sort().join(', ')}; found\n${findings.map(shown).join('\n')}`);
  }
  if (!isDeepStrictEqual(findings, [...findings].sort(compareFindings))) complaints.push('not sorted');
  for (const { level, message, hint } of found) {
    if (level !== CODES[code].level) complaints.push(`has the level ${level}`);
    if (/undefined|\[object|NaN/.test(`${message} ${hint ?? ''}`) || /\.\.$/.test(message))
      complaints.push(message);
  }
  const words = messagesOf(code, one);
  if (!isDeepStrictEqual(words, messages)) {
    complaints.push(
      `says\n${words.join('\n')}\nand not\n${(messages ?? ['nothing that is known']).join('\n')}`,
    );
  }
  return complaints;
}
