import { compareFindings } from '../../findings/compare-findings.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import { windowsNameProblem } from '../../schema/windows-name-problem.ts';
import { MAX_BYTES } from '../../source/decode.ts';
import { compareText } from '../../text/compare-text.ts';
import { suggest } from '../../text/suggest.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { FilePort, FolderEntry } from '../ports/file-port.ts';
import { buildCorpus } from './build-corpus.ts';
import { readDefinition, unpackDefinition } from './read-definition.ts';

export interface Loaded {
  /** What could be read; definitions with errors are left out of it. */
  readonly corpus: Corpus;
  readonly findings: readonly Finding[];
  /** The text of every file that was read, by the name that findings use: to show where they stand. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Folders of a spec that hold no definitions. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(['schema', 'releases']);

/**
 * Reads a whole spec. Every file of every kind is read and checked against its schema; what is wrong is a
 * finding, and the rest is loaded all the same, so that one run reports everything.
 */
export function loadCorpus(files: FilePort): Loaded {
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  const absent = new Set<Kind>();
  const broken = new Map<Kind, Set<string>>();
  const entries: Entry<Kind>[] = [];
  const top = listOrReport(files, '', findings) ?? [];
  for (const one of unknownEntries(files, top)) findings.push(one);
  for (const item of top) findings.push(...notOnWindows(files, '', item));

  for (const kind of KIND_NAMES) {
    const found = filesOf(kind, files, top, findings);
    if (found === undefined) {
      absent.add(kind);
      if (kind === 'stanza') findings.push(missingStanzas(files));
      continue;
    }
    for (const { folder, item } of found) {
      if (item.name.startsWith('.')) continue;
      if (!isStray(item) && !isYaml(item.name)) {
        for (const one of unknownInside(files, folder, item)) findings.push(one);
        for (const one of notOnWindows(files, folder, item)) findings.push(one);
        continue;
      }
      const entry = readEntry(files, kind, folder, item, findings, texts);
      // Of a definition that could be read a rule says it, at its id.
      if (entry === undefined) findings.push(...notOnWindows(files, folder, item));
      if (entry !== undefined) entries.push(entry);
      else broken.set(kind, (broken.get(kind) ?? new Set()).add(idOf(item.name)));
    }
  }
  for (const one of takenIds(entries)) findings.push(one);
  return { corpus: buildCorpus(entries, absent, broken), findings: findings.sort(compareFindings), texts };
}

/** What stands where the files of a kind do, by name; undefined where there is no such file or folder. */
function filesOf(
  kind: Kind,
  files: FilePort,
  top: readonly FolderEntry[],
  findings: Finding[],
): readonly { readonly folder: string; readonly item: FolderEntry }[] | undefined {
  const { at } = KINDS[kind];
  if ('file' in at) {
    const item = top.find(({ name }) => name === at.file);
    return item === undefined ? undefined : [{ folder: '', item }];
  }
  const found = at.folders.flatMap((folder) => {
    const items = folderEntries(files, folder, top, findings);
    return items === undefined ? [] : [items.map((item) => ({ folder, item }))];
  });
  if (found.length === 0) return undefined;
  return found.flat().sort((a, b) => compareText(a.item.name, b.item.name));
}

const START = { line: 1, column: 1 };

const shownPath = (files: FilePort, path: string): string =>
  [files.name, path].filter((part) => part !== '').join('/') || '.';

function listOrReport(
  files: FilePort,
  folder: string,
  findings: Finding[],
): readonly FolderEntry[] | undefined {
  try {
    return files.list(folder);
  } catch (error) {
    const place = { file: shownPath(files, folder), ...START };
    findings.push(finding('file/unreadable', { reason: reasonOf(error) }, place));
    return [];
  }
}

/** A link that cannot be followed. */
const isStray = ({ type }: FolderEntry): boolean => type === 'outside' || type === 'dangling';

const LEADS_NOWHERE = 'it is a link that leads nowhere';

// A folder that is itself a link out of the spec is not looked into.
function folderEntries(
  files: FilePort,
  folder: string,
  top: readonly FolderEntry[],
  findings: Finding[],
): readonly FolderEntry[] | undefined {
  const link = top.find((item) => item.name === folder && isStray(item));
  if (link !== undefined) {
    const place = { file: shownPath(files, folder), ...START };
    findings.push(
      link.type === 'outside'
        ? finding('file/outside', {}, place)
        : finding('file/unreadable', { reason: LEADS_NOWHERE }, place),
    );
    return [];
  }
  return listOrReport(files, folder, findings);
}

const [STANZAS] = KINDS.stanza.at.folders;

function missingStanzas(files: FilePort): Finding {
  return finding('file/missing-folder', { folder: STANZAS }, { file: shownPath(files, STANZAS), ...START });
}

function unknownEntries(files: FilePort, top: readonly FolderEntry[]): Finding[] {
  const known = new Set(
    KIND_NAMES.map((kind) => KINDS[kind].at).flatMap((at) => ('folders' in at ? at.folders : [at.file])),
  );
  return top
    .filter(({ name, type }) => !known.has(name) && !(type === 'folder' && OTHER_FOLDERS.has(name)))
    .filter(({ name, type }) => !name.startsWith('.') && (type === 'folder' || isYaml(name)))
    .map(({ name, type }) => {
      const shown = type === 'folder' ? `${name}/` : name;
      const place = { file: shownPath(files, name), ...START };
      const folders = [...known].filter((one) => /\./.test(one) !== (type === 'folder'));
      const near = suggest(name, folders);
      if (near === undefined) return finding('file/unknown-folder', { name: shown }, place);
      const meant = type === 'folder' ? `${near}/` : near;
      return finding('file/near-name', { name: shown, meant }, place);
    });
}

// Beside the definitions of a folder only texts for its readers are expected; what looks like a definition and
// would be passed over is said.
function unknownInside(files: FilePort, folder: string, { name, type }: FolderEntry): Finding[] {
  if (type !== 'folder' && !/\.(?:ya?ml|json)$/i.test(name)) return [];
  const shown = type === 'folder' ? `${folder}/${name}/` : `${folder}/${name}`;
  const place = { file: shownPath(files, `${folder}/${name}`), ...START };
  const [, stem, ending = ''] = /^(.+)\.(ya?ml)$/i.exec(name) ?? [];
  if (type !== 'folder' && stem !== undefined && ending !== ending.toLowerCase()) {
    return [finding('file/near-name', { name: shown, meant: `${folder}/${stem}.yaml` }, place)];
  }
  return [finding('file/unknown-folder', { name: shown }, place)];
}

function notOnWindows(files: FilePort, folder: string, { name }: FolderEntry): Finding[] {
  const reason = windowsNameProblem(name);
  if (reason === undefined) return [];
  const place = { file: shownPath(files, folder === '' ? name : `${folder}/${name}`), ...START };
  return [finding('id/not-on-windows', { name, reason }, place)];
}

const idOf = (fileName: string): string => fileName.replace(/\.ya?ml$/, '');

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

function readEntry(
  files: FilePort,
  kind: Kind,
  folder: string,
  item: FolderEntry,
  findings: Finding[],
  texts: Map<string, string>,
): Entry<Kind> | undefined {
  const path = folder === '' ? item.name : `${folder}/${item.name}`;
  const file = shownPath(files, path);
  const place = { file, ...START };
  const id = idOf(item.name);
  switch (item.type) {
    case 'outside':
      findings.push(finding('file/outside', {}, place, id));
      return undefined;
    case 'dangling':
      findings.push(finding('file/unreadable', { reason: LEADS_NOWHERE }, place, id));
      return undefined;
    case 'folder':
    case 'other':
      findings.push(finding('file/unreadable', { reason: 'it is not a plain file' }, place, id));
      return undefined;
    case 'file':
      break;
    default:
      item.type satisfies never;
  }
  if (item.size > MAX_BYTES) {
    findings.push(finding('yaml/too-large', { size: item.size, limit: MAX_BYTES }, place, id));
    return undefined;
  }
  let bytes: Uint8Array;
  try {
    bytes = files.read(path);
  } catch (error) {
    findings.push(finding('file/unreadable', { reason: reasonOf(error) }, place, id));
    return undefined;
  }
  const about = { kind, id, file };
  const known = files.known?.(path);
  const read = known === undefined ? readDefinition(about, bytes) : unpackDefinition(about, bytes, known);
  if (read.text !== undefined) texts.set(file, read.text);
  for (const one of read.findings) findings.push(one);
  return read.entry;
}

// One id for one thing, also on file systems and hosts that do not tell upper from lower case, and also where
// a folder holds a .yaml and a .yml of one name.
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

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
