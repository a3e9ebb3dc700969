import { compareText } from '../../../text/compare-text.ts';
import type { Corpus } from '../../model/corpus.ts';
import type { NameFound, SourceCheck, SourceChecks, SourceProblem } from '../../model/source-checks.ts';
import { type CodeCitation, codeCitations } from './code-citations.ts';
import { findName, type Lines } from './find-name.ts';

/**
 * The files of a flavor at one commit, by path; 'not text' also for a file that is too large. A file that is not at
 * hand is left out.
 */
export type OpenedFiles = ReadonlyMap<string, Uint8Array | Exclude<SourceProblem, 'no lines'>>;

/** The opened files of each flavor whose commit is at hand. */
export type OpenedFlavors = ReadonlyMap<string, OpenedFiles>;

export interface CheckTools {
  /** The SHA-256 of bytes, as hex. */
  readonly sha256: (bytes: Uint8Array) => string;
}

/** The paths that the sources of a corpus name, by flavor: those that have a commit. */
export function pathsToOpen(corpus: Corpus): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  for (const { flavor, path } of codeCitations(corpus)) {
    if (corpus.definitions.flavor.get(flavor)?.data.commit === undefined) continue;
    paths.set(flavor, (paths.get(flavor) ?? new Set()).add(path));
  }
  return paths;
}

/**
 * Holds every source in code against what it is cited for. A source whose file is not at hand keeps what was found
 * at the same commit before.
 * @returns the checks, sorted by place
 */
export function checkSources(corpus: Corpus, opened: OpenedFlavors, { sha256 }: CheckTools): SourceChecks {
  const linesOf = lineReader(opened);
  const checks = new Map<string, SourceCheck>();
  for (const [place, citations] of byPlace(codeCitations(corpus))) {
    const [first] = citations;
    const flavor = first === undefined ? undefined : corpus.definitions.flavor.get(first.flavor)?.data;
    const commit = flavor?.commit;
    if (first === undefined || commit === undefined) continue;
    if (opened.get(first.flavor)?.has(first.path) !== true) {
      const before = corpus.sourceChecks?.get(place);
      if (before?.commit === commit) checks.set(place, before);
      continue;
    }
    const lines = linesOf(first);
    if (typeof lines === 'string') {
      checks.set(place, { commit, problem: lines });
      continue;
    }
    const aliases = new Map((flavor?.aliases ?? []).map(({ name, as }) => [name, as]));
    const names = [...new Set(citations.flatMap((one) => one.names))].sort(compareText);
    checks.set(place, {
      commit,
      digest: digestOf(lines, sha256),
      names: new Map(
        names.map((name): [string, NameFound] => [name, findName(lines, name, aliases.get(name) ?? [])]),
      ),
    });
  }
  return checks;
}

/** The digest of the lines of a source, whatever ends them. */
export const digestOf = ({ all, from, to }: Lines, sha256: CheckTools['sha256']): string =>
  sha256(new TextEncoder().encode(all.slice(from - 1, to).join('\n')));

/** Reads the lines of places; each file is split once. */
export function lineReader(
  opened: OpenedFlavors,
): (at: Pick<CodeCitation, 'flavor' | 'path' | 'from' | 'to'>) => Lines | SourceProblem {
  const split = new Map<string, readonly string[] | SourceProblem>();
  return ({ flavor, path, from, to }) => {
    const key = `${flavor}:${path}`;
    const all = split.get(key) ?? linesIn(opened.get(flavor)?.get(path) ?? 'no file');
    split.set(key, all);
    if (typeof all === 'string') return all;
    const last = to ?? from ?? all.length;
    return last > all.length ? 'no lines' : { all, from: from ?? 1, to: last };
  };
}

function linesIn(file: Uint8Array | SourceProblem): readonly string[] | SourceProblem {
  if (typeof file === 'string') return file;
  const text = new TextDecoder().decode(file);
  if (text.includes('\0')) return 'not text';
  const lines = text.split(/\r?\n/);
  // What follows the last line break is no line.
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Citations by place, sorted. */
export function byPlace(citations: readonly CodeCitation[]): [string, CodeCitation[]][] {
  return [...Map.groupBy(citations, ({ place }) => place)].sort(([a], [b]) => compareText(a, b));
}
