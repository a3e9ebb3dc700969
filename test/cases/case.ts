import type { FilePort } from '../../lib/corpus/ports/file-port.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import type { FindingCode } from '../../lib/findings/codes.ts';
import type { Finding } from '../../lib/findings/finding.ts';
import { sha256 } from '../../lib/node/cache/sha256.ts';
import { allRules } from '../../lib/rules/all-rules.ts';
import type { Rule } from '../../lib/rules/parts/rule.ts';
import { type Validated, validateSpec } from '../../lib/rules/validate-spec.ts';
import { compareText } from '../../lib/text/compare-text.ts';

/** The files of a small spec by path. In a text, » stands before each place at which the code is expected. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What cannot be marked: another way to get findings, or places of files without text. */
export interface Run {
  readonly files?: Files;
  readonly run?: () => readonly Finding[];
  /** The expected places as file:line:column. */
  readonly at: readonly string[];
}

/** What a code accepts and rejects. A meta-test asks for at least one and two of them for every code. */
export interface CodeCases {
  readonly code: FindingCode;
  /** Specs without any finding. */
  readonly accepts: readonly (Files | Omit<Run, 'at'>)[];
  readonly rejects: readonly (Files | Run)[];
}

/** The rules that cases are checked with: those that `validate` runs. */
export const everyRule = (files: FilePort): readonly Rule[] => allRules(files, { sha256 });

/** A spec in memory, held against every rule. */
export function validateAll(files: Files): Validated {
  const port = memoryFiles(files);
  return validateSpec(port, everyRule(port));
}

const SPEC = 'spec.yaml';

/** The same spec, which asks for our policy. */
export const strictly = (files: Files): Files => ({
  ...files,
  [SPEC]: `${files[SPEC] ?? "title: A spec\nversion: '9.0.0'\n"}policy: strict\n`,
});

export const MARK = '»';

/** Takes the marks out of the texts of a spec. */
export function unmark(marked: Files): { files: Files; at: string[] } {
  const at: string[] = [];
  const files: Record<string, string | Uint8Array> = {};
  for (const [path, text] of Object.entries(marked).sort(([a], [b]) => compareText(a, b))) {
    if (typeof text !== 'string') {
      files[path] = text;
      continue;
    }
    for (const [i, line] of text.split('\n').entries()) {
      for (const [n, column] of columnsOfMarks(line).entries())
        at.push(`spec/${path}:${i + 1}:${column - n + 1}`);
    }
    files[path] = text.replaceAll(MARK, '');
  }
  return { files, at };
}

const columnsOfMarks = (line: string): number[] =>
  [...line.matchAll(new RegExp(MARK, 'g'))].map(({ index }) => index);

/** The findings of a case under our policy, and where its code is expected. */
export function runCase(one: CodeCases['accepts'][number] | CodeCases['rejects'][number]): {
  findings: readonly Finding[];
  at: readonly string[];
} {
  if (isRun(one)) {
    const findings = one.run?.() ?? validateAll(strictly(one.files ?? {})).findings;
    return { findings, at: one.at ?? [] };
  }
  const { files, at } = unmark(one as Files);
  return { findings: validateAll(strictly(files)).findings, at };
}

const isRun = (one: object): one is Partial<Run> => 'run' in one || 'files' in one;
