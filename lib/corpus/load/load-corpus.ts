import { compareFindings } from '../../findings/compare-findings.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { type Policy, underPolicy } from '../../findings/under-policy.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Spec } from '../../schema/types.generated.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import { SOURCE_CHECKS } from '../model/source-checks.ts';
import type { FilePort } from '../ports/file-port.ts';
import { ioErrorReason } from '../ports/io-error-reason.ts';
import { type OpenedSources, readSourceChecks } from '../sources/checks/read-source-checks.ts';
import { buildCorpus } from './build-corpus.ts';
import { type DefinitionPath, discoverDefinitions, windowsFindings } from './discover-definitions.ts';
import { type DefinitionReader, readDefinition as parseDefinition } from './read-definition.ts';

/** The largest accepted file of source checks in bytes: that of a hundred thousand sources is smaller. */
const MAX_CHECKS = 32 * 1024 * 1024;

export interface Loaded {
  /** Every definition that could be read; those with errors are left out. */
  readonly corpus: Corpus;
  readonly findings: readonly Finding[];
  /** The text of every file that was read, by the name that findings use, so that they can quote its lines. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface LoadOptions {
  /** How the bytes of a file become a definition. By default they are parsed; a cache may know the result. */
  readonly readDefinition?: DefinitionReader;
}

/**
 * Loads a whole spec. Every file of every kind is read and checked against its schema; a problem becomes a finding, and
 * the rest is loaded all the same, so that one run reports everything.
 */
export function loadCorpus(files: FilePort, { readDefinition = parseDefinition }: LoadOptions = {}): Loaded {
  const { definitions, unreadable, absent, findings: discovered } = discoverDefinitions(files);
  const findings = [...discovered];
  const texts = new Map<string, string>();
  const entries: Entry<Kind>[] = [];
  const broken = new Map<Kind, Set<string>>();
  const markBroken = ({ kind, id }: DefinitionPath): void => {
    broken.set(kind, (broken.get(kind) ?? new Set()).add(id));
  };
  const leaveOut = (definition: DefinitionPath): void => {
    markBroken(definition);
    findings.push(...windowsFindings(files, definition.path));
  };
  unreadable.forEach(markBroken);
  const spares: [DefinitionPath, Entry<Kind>][] = [];
  for (const definition of definitions) {
    const bytes = bytesOf(files, definition, findings);
    const read = bytes === undefined ? undefined : readDefinition(definition, bytes);
    if (read?.text !== undefined) texts.set(definition.file, read.text);
    for (const one of read?.findings ?? []) findings.push(one);
    if (read?.entry !== undefined) entries.push(read.entry);
    else if (read?.spare !== undefined) spares.push([definition, read.spare]);
    else leaveOut(definition);
  }
  const asks = policyOf([...entries, ...spares.map(([, spare]) => spare)]);
  for (const [definition, spare] of spares) {
    // Our own authors mean what they write; another team may write for more programs than this one.
    if (asks.policy === 'strict') leaveOut(definition);
    else entries.push(spare);
  }
  for (const one of takenIds(entries)) findings.push(one);
  const checks = checksOf(files, findings);
  const corpus = buildCorpus(entries, absent, broken, checks);
  return { corpus, findings: underPolicy(findings, asks).sort(compareFindings), texts };
}

/** What the spec says about itself, even where the rest of its file is another team's. */
const policyOf = (entries: readonly Entry<Kind>[]): Policy =>
  (entries.find(({ kind }) => kind === 'spec')?.data as Spec | undefined) ?? {};

/** What opening the sources has shown; undefined if the spec has no such file, or not a valid one. */
function checksOf(files: FilePort, findings: Finding[]): OpenedSources | undefined {
  const file = [files.name, SOURCE_CHECKS].filter((part) => part !== '').join('/');
  const broken = (reason: string): undefined => {
    findings.push(finding('file/broken-checks', { reason }, { file, line: 1, column: 1 }));
  };
  try {
    const item = files.list('')?.find(({ name }) => name === SOURCE_CHECKS);
    if (item === undefined) return undefined;
    if (item.type !== 'file' || item.size > MAX_CHECKS) return broken('it is too large, or not a plain file');
    const read = readSourceChecks(new TextDecoder().decode(files.read(SOURCE_CHECKS)));
    return read.reason === undefined ? read : broken(read.reason);
  } catch (error) {
    return broken(ioErrorReason(error));
  }
}

function bytesOf(files: FilePort, definition: DefinitionPath, findings: Finding[]): Uint8Array | undefined {
  try {
    return files.read(definition.path);
  } catch (error) {
    const place = { file: definition.file, line: 1, column: 1 };
    findings.push(finding('file/unreadable', { reason: ioErrorReason(error) }, place, definition.id));
    return undefined;
  }
}

// Ids are compared without case: some file systems and hosts do not distinguish it. The same id can also come from
// a .yaml and a .yml file of one name.
function takenIds(entries: readonly Entry<Kind>[]): Finding[] {
  const first = new Map<string, Entry<Kind>>();
  return entries.flatMap((entry) => {
    const key = `${entry.kind}\n${entry.id.toLowerCase()}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, entry);
      return [];
    }
    const args = { id: entry.id, other: other.source.file };
    return [finding('id/duplicate', args, entry.source.place(['id']), entry.id)];
  });
}
