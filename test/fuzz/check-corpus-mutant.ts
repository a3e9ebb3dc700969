import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import type { Finding } from '../../lib/findings/finding.ts';
import { renderGithub } from '../../lib/findings/render-github.ts';
import { renderPretty } from '../../lib/findings/render-pretty.ts';
import type { Rule } from '../../lib/rules/parts/rule.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { KIND_NAMES } from '../../lib/schema/kinds.ts';
import type { CorpusMutant } from './corpus-mutants.ts';

/** What came of a mutant. */
export interface Checked {
  /** What is wrong with us, in words; empty when all is well. */
  readonly complaints: readonly string[];
  /** Whether the mutant was accepted. */
  readonly accepted: boolean;
}

/**
 * Loads and validates a mutated spec. It must not throw, each finding must have a place that exists, and what is
 * accepted must be what the text says.
 */
export function checkCorpusMutant({ path, files }: CorpusMutant, rules: readonly Rule[]): Checked {
  const { corpus, findings, texts } = validateSpec(memoryFiles(files), rules);
  const complaints = findings.flatMap((one) => placeComplaints(one, files, texts));
  const pretty = renderPretty(findings, { lines: (file) => texts.get(file)?.split('\n'), color: false });
  if (/(?![\n\t])\p{Cc}|\p{Bidi_Control}|^::/mu.test(pretty))
    complaints.push('the report prints a control character');
  const annotations = renderGithub(findings).split('\n').slice(0, -1);
  if (annotations.some((line) => !/^::(?:error|warning|notice) /.test(line))) {
    complaints.push('an annotation is not one line');
  }
  const entry = KIND_NAMES.flatMap((kind) => [...corpus.definitions[kind].values()]).find(
    ({ source }) => source.file === `spec/${path}`,
  );
  if (entry !== undefined) {
    const { text, data } = entry.source;
    const said: unknown = parse(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: false });
    if (!isDeepStrictEqual(data, withoutNothing(said)))
      complaints.push('the values are not what `yaml` reads');
    complaints.push(...differences(entry.data, data, text));
  }
  return { complaints, accepted: entry !== undefined };
}

function placeComplaints(
  { code, file, line, column, message }: Finding,
  files: CorpusMutant['files'],
  texts: ReadonlyMap<string, string>,
): string[] {
  if (code === 'rule/crashed') return [message];
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1 || column < 1 || file === '') {
    return [`${code} has no place: ${file}:${line}:${column}`];
  }
  const text = texts.get(file);
  if (text === undefined) {
    const isThere =
      file === 'spec/stanzas' || Object.keys(files).some((path) => `spec/${path}`.startsWith(file));
    return isThere ? [] : [`${code} is about a file that is not there: ${file}`];
  }
  const there = text.split('\n')[line - 1];
  return there === undefined || column > there.length + 1
    ? [`${code} is at a place that the file does not have: ${file}:${line}:${column}`]
    : [];
}

/** A key without a value is as if it were not there. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNothing(inner)]));
}

// Where the schema wants text, an unquoted number is taken as it is spelled, and nothing else is changed.
function differences(taken: unknown, read: unknown, text: string): string[] {
  if (isDeepStrictEqual(taken, read)) return [];
  if (typeof taken === 'object' && typeof read === 'object' && taken !== null && read !== null) {
    const [a, b] = [Object.entries(taken), Object.entries(read)];
    if (a.length !== b.length) return ['the definition has other keys than its text'];
    return b.flatMap(([key, inner]) => differences((taken as Record<string, unknown>)[key], inner, text));
  }
  const isSpelled = typeof taken === 'string' && typeof read !== 'string' && text.includes(taken);
  return isSpelled ? [] : [`the definition has ${JSON.stringify(taken)} for ${JSON.stringify(read)}`];
}
