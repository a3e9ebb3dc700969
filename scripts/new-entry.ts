import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { loadCorpus } from '../lib/corpus/load/load-corpus.ts';
import { BUILT_IN_TYPES } from '../lib/corpus/match/value-fits.ts';
import { freeCode } from '../lib/corpus/parts/free-code.ts';
import { withSlashes } from '../lib/node/files/with-slashes.ts';
import { finishInterrupted, writeTransaction } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { isListName } from '../lib/pages/is-list-name.ts';
import { windowsNameProblem } from '../lib/pages/windows-name-problem.ts';
import { newFileInSpec } from '../lib/schema/file-in-spec.ts';
import { idFrom } from '../lib/schema/id-from.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../lib/schema/kinds.ts';
import { skeleton } from '../lib/schema/skeletons/skeleton.ts';
import type { Spec } from '../lib/schema/types.generated.ts';
import { printableLine } from '../lib/text/printable.ts';
import { suggest } from '../lib/text/suggest.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: `npm run new -- ${PAGE_KINDS.join('|')} ID [options]\nnpm run new -- spec FOLDER`,
  summary: 'Writes a valid skeleton of a definition to fill in. With spec, a minimal spec in a new folder.',
  options: {
    folder: { type: 'string', help: 'The folder of the new file, for a kind that has several.' },
    spec: SPEC_OPTION,
  },
  positionals: ['KIND', 'ID'],
  notes: 'Existing files are never changed. Exit codes: 0 written, 2 usage error.',
};

/** The technique of most captures. */
const USUAL = 'websocket-capture';

/** `npm run new`: writes a skeleton and prints the path of the file. */
export async function newEntry(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const [kind, name] = given.positionals;
  if (kind === undefined || name === undefined)
    throw new UsageError(`The kind or the id is missing.\n\n${USAGE.call}`);
  if (kind === 'spec') return newSpec(name, io);
  if (!isKind(kind)) throw new UsageError(unknownKind(kind));
  const id = idFrom(name);
  // The name of a contributor is the GitHub login; the id is derived from it.
  const person = kind === 'contributor' && id !== name && /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name);
  if (id === undefined || (id !== name && !person)) {
    const near = id === undefined ? 'such as call-offer' : `such as ${id}`;
    throw new UsageError(
      `${printableLine(name)} is not an id. Use lower-case letters, digits and single hyphens, ${near}.`,
    );
  }
  const { root, files } = specFolder(given.values['spec'], io);
  await finishInterrupted(root);
  const { corpus } = loadCorpus(files);
  const { spec, techniques, definitions, broken } = corpus;
  const folder = folderFor(kind, given.values['folder'], foldersIn(kind, spec));
  const path = join(root, newFileInSpec(kind, id, folder));
  refuseUnfit(kind, id, [...definitions[kind].keys(), ...(broken.get(kind) ?? [])]);
  const technique = techniques.has(USUAL) ? USUAL : ([...techniques.keys()][0] ?? USUAL);
  const text = skeleton(kind, id, {
    version: spec.version,
    technique,
    ...(KINDS[kind].cited === true ? { part: { folder, code: freeCode(corpus, folder) } } : {}),
    ...(kind === 'stanza' ? { phases: (spec.phases ?? []).map((phase) => phase.id) } : {}),
    ...(person ? { person: { name, github: undefined } } : {}),
  });
  await writeNew(root, [{ path, text }], io);
  io.out(`${withSlashes(relative(io.cwd, path))}\n`);
  io.err('Fill it in: `npm run dev` shows it as you write, `npm run check:spec` checks it.\n');
  return 0;
}

/** The folders of a kind in a spec, which may name them itself. */
const foldersIn = (kind: PageKind, spec: Spec): readonly string[] => {
  const { at, foldersFrom } = KINDS[kind];
  return (foldersFrom && spec[foldersFrom]?.map(({ id }) => id)) ?? at.folders;
};

/** @throws UsageError if the kind has no such folder, or has several and none was chosen */
function folderFor(kind: PageKind, chosen: string | boolean | undefined, folders: readonly string[]): string {
  const folder = folders.find((one) => one === chosen) ?? (chosen === undefined ? folders[0] : undefined);
  if (folder !== undefined && (chosen !== undefined || folders.length === 1)) return folder;
  const options = folders.map((one) => `--folder ${one}`).join(' or ');
  throw new UsageError(
    chosen === undefined
      ? `A ${kind} can be in one of several folders. Add ${options}.`
      : `A ${kind} cannot be in the folder ${printableLine(String(chosen))}. Use ${options}.`,
  );
}

/** @throws UsageError for an id that validation would refuse, on its own or beside an existing one */
function refuseUnfit(kind: PageKind, id: string, taken: readonly string[]): void {
  const reason = isListName(id) ? 'it is reserved for the list of its kind' : windowsNameProblem(id);
  if (reason !== undefined) throw new UsageError(`${id} cannot be an id: ${reason}. Choose another id.`);
  if (kind === 'type' && (BUILT_IN_TYPES as readonly string[]).includes(id)) {
    throw new UsageError(
      `${id} is a built-in type, which means the same in every spec. For a narrower type, choose another id, such as ${id}-value, and write 'base: ${id}' in its file.`,
    );
  }
  const other = taken.find((one) => one !== id && one.toLowerCase() === id);
  if (other !== undefined) {
    throw new UsageError(`${id} would have the same address as the existing ${other}. Choose another name.`);
  }
}

const isKind = (name: string): name is PageKind => (PAGE_KINDS as readonly string[]).includes(name);

function unknownKind(kind: string): string {
  const near = suggest(kind, [...PAGE_KINDS, 'spec']);
  const hint = near === undefined ? `Use one of ${PAGE_KINDS.join(', ')}, spec.` : `Did you mean ${near}?`;
  return `There is no kind ${kind}. ${hint}`;
}

interface NewFile {
  readonly path: string;
  readonly text: string;
}

async function writeNew(root: string, files: readonly NewFile[], io: Io): Promise<void> {
  for (const { path } of files) await mkdir(dirname(path), { recursive: true });
  try {
    await writeTransaction(
      root,
      files.map((file) => ({ ...file, fresh: true })),
    );
  } catch (error) {
    const { code, dest } = error as NodeJS.ErrnoException & { dest?: string };
    if (code !== 'EEXIST' || dest === undefined) throw error;
    throw new UsageError(
      `${withSlashes(relative(io.cwd, dest))} already exists. Choose another name, or edit that file.`,
    );
  }
}

const FIRST_SPEC = `# yaml-language-server: $schema=./schema/spec.schema.json
title: My protocol
version: '0.1.0'
# Holds authors to every rule; lenient makes those about how they work one level lower.
policy: strict
summary: >-
  TODO: what the spec describes, in a few sentences.
# repository: https://github.com/owner/name
# site: https://owner.github.io/name/
`;

async function newSpec(folder: string, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, folder);
  await finishInterrupted(root);
  const said: readonly NewFile[] = [
    { path: join(root, 'spec.yaml'), text: FIRST_SPEC },
    {
      path: join(root, 'stanzas/first-stanza.yaml'),
      text: skeleton('stanza', 'first-stanza', { version: '0.1.0', technique: USUAL }),
    },
  ];
  await writeNew(root, [...said, ...(await schemasFor(root))], io);
  for (const { path } of said) io.out(`${withSlashes(relative(io.cwd, path))}\n`);
  io.err(`To see its site, run: SPEC_DIR=${folder} npm start\n`);
  return 0;
}

/** Editors use the schemas beside the files for completion. */
async function schemasFor(root: string): Promise<NewFile[]> {
  const from = join(PROJECT_ROOT, 'spec/schema');
  const names = (await readdir(from)).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: join(root, 'schema', name),
      text: await readFile(join(from, name), 'utf8'),
    })),
  );
}

if (import.meta.main) await runCommand(newEntry);
