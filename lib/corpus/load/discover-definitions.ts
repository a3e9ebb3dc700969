import { type Finding, finding } from '../../findings/finding.ts';
import { windowsNameProblem } from '../../pages/windows-name-problem.ts';
import { foldersOf } from '../../schema/file-in-spec.ts';
import { isPageKind, KIND_NAMES, KINDS, type Kind } from '../../schema/kinds.ts';
import { MAX_BYTES } from '../../source/decode.ts';
import { readSource } from '../../source/read-source.ts';
import { compareText } from '../../text/compare-text.ts';
import { suggest } from '../../text/suggest.ts';
import type { FilePort, FolderEntry } from '../ports/file-port.ts';
import { ioErrorReason } from '../ports/io-error-reason.ts';
import type { DefinitionFile } from './read-definition.ts';
import { LOGS } from './read-example-logs.ts';
import { stringAt } from './string-at.ts';

/** A file that holds a definition, and its path inside the spec folder. */
export interface DefinitionPath extends DefinitionFile {
  readonly path: string;
}

/** The files of a spec, before any is read. */
export interface DiscoveredDefinitions {
  /** The files to read, by kind and then by name. */
  readonly definitions: readonly DefinitionPath[];
  /** Definitions that cannot be read: links that lead out of the spec, folders, files that are too large. */
  readonly unreadable: readonly DefinitionPath[];
  /** Kinds whose folder or file is not there. */
  readonly absent: ReadonlySet<Kind>;
  /** Problems with names, folders and links, in no particular order. */
  readonly findings: readonly Finding[];
}

/** Folders of a spec that hold no definitions. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(['schema', 'releases', LOGS]);

const [STANZAS] = KINDS.stanza.at.folders;

const LEADS_NOWHERE = 'it is a link that leads nowhere';

/**
 * Finds the definitions of a spec: which files hold them, and of which kind. Reads folders, and no file; a folder that
 * cannot be read is a finding.
 */
export function discoverDefinitions(files: FilePort): DiscoveredDefinitions {
  const findings: Finding[] = [];
  const definitions: DefinitionPath[] = [];
  const unreadable: DefinitionPath[] = [];
  const absent = new Set<Kind>();
  const top = listOrReport(files, '', findings) ?? [];
  const folders = foldersIn(files, top);
  for (const one of unknownEntries(files, top, folders)) findings.push(one);
  for (const item of top) findings.push(...windowsFindings(files, item.name));

  for (const kind of KIND_NAMES) {
    const { at } = KINDS[kind];
    const found = 'file' in at ? fileEntry(at.file, top) : entriesOf(folders(kind), files, top, findings);
    if (found === undefined) {
      absent.add(kind);
      if (kind === 'stanza') {
        findings.push(finding('file/missing-folder', { folder: STANZAS }, startOf(files, STANZAS)));
      }
      continue;
    }
    for (const { path, item } of found) {
      if (item.name.startsWith('.')) continue;
      if (!isUnfollowable(item) && !isYaml(item.name)) {
        findings.push(...unknownInside(files, path, item), ...windowsFindings(files, path));
        continue;
      }
      const definition = { kind, id: item.name.replace(/\.ya?ml$/, ''), file: shownPath(files, path), path };
      const problem = problemOf(item, definition);
      if (problem === undefined) definitions.push(definition);
      else {
        findings.push(problem, ...windowsFindings(files, path));
        unreadable.push(definition);
      }
    }
  }
  return { definitions, unreadable, absent, findings };
}

/** The finding about a name that Windows does not allow. Once a definition is read, a rule reports it at its id. */
export function windowsFindings(files: Pick<FilePort, 'name'>, path: string): Finding[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const reason = windowsNameProblem(name);
  return reason === undefined ? [] : [finding('id/not-on-windows', { name, reason }, startOf(files, path))];
}

const shownPath = ({ name }: Pick<FilePort, 'name'>, path: string): string =>
  [name, path].filter((part) => part !== '').join('/') || '.';

const startOf = (files: Pick<FilePort, 'name'>, path: string) => ({
  file: shownPath(files, path),
  line: 1,
  column: 1,
});

/** Why a file cannot hold a definition; undefined when it can. */
function problemOf({ type, size }: FolderEntry, { file, id }: DefinitionFile): Finding | undefined {
  const place = { file, line: 1, column: 1 };
  switch (type) {
    case 'outside':
      return finding('file/outside', {}, place, id);
    case 'dangling':
      return finding('file/unreadable', { reason: LEADS_NOWHERE }, place, id);
    case 'folder':
    case 'other':
      return finding('file/unreadable', { reason: 'it is not a plain file' }, place, id);
    case 'file':
      return size > MAX_BYTES ? finding('yaml/too-large', { size, limit: MAX_BYTES }, place, id) : undefined;
    default:
      return type satisfies never;
  }
}

function listOrReport(
  files: FilePort,
  folder: string,
  findings: Finding[],
): readonly FolderEntry[] | undefined {
  try {
    return files.list(folder);
  } catch (error) {
    findings.push(finding('file/unreadable', { reason: ioErrorReason(error) }, startOf(files, folder)));
    return [];
  }
}

const isUnfollowable = ({ type }: FolderEntry): boolean => type === 'outside' || type === 'dangling';

interface FoundEntry {
  readonly path: string;
  readonly item: FolderEntry;
}

const fileEntry = (file: string, top: readonly FolderEntry[]): FoundEntry[] | undefined => {
  const item = top.find(({ name }) => name === file);
  return item === undefined ? undefined : [{ path: file, item }];
};

/** The entries of the folders of a kind, by name; undefined if none of the folders exists. */
function entriesOf(
  folders: readonly string[],
  files: FilePort,
  top: readonly FolderEntry[],
  findings: Finding[],
): FoundEntry[] | undefined {
  const found = folders.flatMap((folder) => {
    const items = folderEntries(files, folder, top, findings);
    return items === undefined ? [] : [items.map((item) => ({ path: `${folder}/${item.name}`, item }))];
  });
  if (found.length === 0) return undefined;
  return found.flat().sort((a, b) => compareText(a.item.name, b.item.name));
}

// A folder that is itself a link out of the spec is not listed.
function folderEntries(
  files: FilePort,
  folder: string,
  top: readonly FolderEntry[],
  findings: Finding[],
): readonly FolderEntry[] | undefined {
  const link = top.find((item) => item.name === folder && isUnfollowable(item));
  if (link === undefined) return listOrReport(files, folder, findings);
  const place = startOf(files, folder);
  findings.push(
    link.type === 'outside'
      ? finding('file/outside', {}, place)
      : finding('file/unreadable', { reason: LEADS_NOWHERE }, place),
  );
  return [];
}

/** The folders of a kind: those that spec.yaml names, or else the usual ones. An unreadable spec.yaml names none. */
function foldersIn(files: FilePort, top: readonly FolderEntry[]): (kind: Kind) => readonly string[] {
  const { file } = KINDS.spec.at;
  const item = top.find(({ name }) => name === file);
  let spec: Readonly<Record<string, unknown>> = {};
  if (item?.type === 'file' && item.size <= MAX_BYTES) {
    try {
      const { source } = readSource(file, files.read(file));
      spec = Object(source?.data) as typeof spec;
    } catch {
      // Whoever reads the file for itself reports why it cannot be read.
    }
  }
  return (kind) => {
    const key = isPageKind(kind) ? KINDS[kind].foldersFrom : undefined;
    const listed = key === undefined ? undefined : spec[key];
    const ids = (Array.isArray(listed) ? listed : []).flatMap((one) => stringAt(one, ['id']) ?? []);
    const safe = ids.filter((id) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id));
    return safe.length > 0 ? safe : foldersOf(kind);
  };
}

function unknownEntries(
  files: FilePort,
  top: readonly FolderEntry[],
  folders: (kind: Kind) => readonly string[],
): Finding[] {
  const known = new Set(
    KIND_NAMES.flatMap((kind) => {
      const { at } = KINDS[kind];
      return 'file' in at ? [at.file] : folders(kind);
    }),
  );
  return top
    .filter(({ name, type }) => !known.has(name) && !(type === 'folder' && OTHER_FOLDERS.has(name)))
    .filter(({ name, type }) => !name.startsWith('.') && (type === 'folder' || isYaml(name)))
    .map(({ name, type }) => {
      const shown = type === 'folder' ? `${name}/` : name;
      const place = startOf(files, name);
      const sameType = [...known].filter((one) => /\./.test(one) !== (type === 'folder'));
      const near = suggest(name, sameType);
      if (near === undefined) return finding('file/unknown-folder', { name: shown }, place);
      const meant = type === 'folder' ? `${near}/` : near;
      return finding('file/near-name', { name: shown, meant }, place);
    });
}

// A folder of definitions may also hold texts for its readers. A file that looks like a definition and is not read is
// reported.
function unknownInside(files: FilePort, path: string, { name, type }: FolderEntry): Finding[] {
  if (type !== 'folder' && !/\.(?:ya?ml|json)$/i.test(name)) return [];
  const place = startOf(files, path);
  if (type === 'folder') return [finding('file/unknown-folder', { name: `${path}/` }, place)];
  const [, stem, ending = ''] = /^(.+)\.(ya?ml)$/i.exec(path) ?? [];
  if (stem !== undefined && ending !== ending.toLowerCase()) {
    return [finding('file/near-name', { name: path, meant: `${stem}.yaml` }, place)];
  }
  return [finding('file/unknown-folder', { name: path }, place)];
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);
