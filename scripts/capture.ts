import { type ReviewOptions, reviewStanzas } from '../lib/capture/review/review-stanzas.ts';
import { type Loaded, loadCorpus } from '../lib/corpus/load/load-corpus.ts';
import { packedReader } from '../lib/corpus/load/read-definition.ts';
import type { Corpus } from '../lib/corpus/model/corpus.ts';
import type { Publication } from '../lib/corpus/model/publication.ts';
import { addressesOf } from '../lib/export/json/addresses.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { finishInterrupted } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { preloadDefinitions } from '../lib/node/spec/preload-definitions.ts';
import { siteAddress } from '../lib/node/spec/site-address.ts';
import { type SpecFolder, specFolder } from '../lib/node/spec/spec-folder.ts';
import { printableLine } from '../lib/text/printable.ts';
import { suggest } from '../lib/text/suggest.ts';
import { CAPTURE_USAGE } from './capture/capture-usage.ts';
import { readDiagnoseOptions } from './capture/diagnose/read-diagnose-options.ts';
import { runDiagnose } from './capture/diagnose/run-diagnose.ts';
import { readDraftOptions } from './capture/draft/read-draft-options.ts';
import { runDraft, willApply } from './capture/draft/run-draft.ts';
import { readLog } from './capture/read-log.ts';
import { runCheck } from './capture/run-check.ts';
import { runParse } from './capture/run-parse.ts';
import { runSanitize } from './capture/run-sanitize.ts';
import { sharedOptions } from './capture/shared-options.ts';
import { type Arguments, readArguments } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const COMMANDS = ['parse', 'sanitize', 'check', 'diagnose', 'draft'] as const;
type CommandName = (typeof COMMANDS)[number];

/** `npm run capture`: from a raw log to a merge-ready change of the spec. */
export async function capture(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(CAPTURE_USAGE, args, io);
  if (given === undefined) return 0;
  const { command, file, other } = whatToDo(given);
  const name = file === '-' ? 'stdin' : file;
  if (command === 'parse') return runParse(await readLog(file, given, io), name, given, io);
  const folder = specFolder(given.values['spec'], io);
  if (command === 'draft' && willApply(given)) await finishInterrupted(folder.root);
  const spec = await readSpec(folder, io);
  const { corpus } = spec;
  const shared = sharedOptions(given, corpus);
  const review = async (options: ReviewOptions, path = file) => {
    const parsed = await readLog(path, given, io);
    const kept = [...shared.keepNames, ...shared.keepValues];
    if (kept.length > 0) {
      io.err(`Not replaced, as requested: ${printableLine(kept.join(', '))}.\n`);
    }
    return reviewStanzas(parsed, corpus, options);
  };
  switch (command) {
    case 'sanitize':
      return runSanitize(await review(shared), name, given, io);
    case 'check':
      return runCheck(await review(shared), name, given, io);
    case 'diagnose': {
      const request = readDiagnoseOptions(given, corpus, other !== undefined);
      const named = async (path: string) => ({
        name: path === '-' ? 'stdin' : path,
        log: await review({ ...shared, direction: request.direction }, path),
      });
      const first = await named(file);
      const logs = other === undefined ? ([first] as const) : ([first, await named(other)] as const);
      return runDiagnose(logs, request, addressesOf(publicationOf(corpus, io)), given, io);
    }
    case 'draft': {
      // Before the log is read: a wrong option is reported at once.
      const options = readDraftOptions(given, shared, corpus);
      const log = await review({ ...shared, direction: options.direction });
      return runDraft(log, name, options, spec, folder, given, io);
    }
    default:
      return command satisfies never;
  }
}

interface Task {
  readonly command: CommandName;
  readonly file: string;
  /** The log of the other side of a call. */
  readonly other: string | undefined;
}

function whatToDo({ values, positionals: [command, file, other] }: Arguments): Task {
  if (command === undefined) throw new UsageError(`A command is missing.\n\n${CAPTURE_USAGE.call}`);
  if (!isCommand(command)) {
    const near = suggest(command, COMMANDS);
    const hint = near === undefined ? `Use one of ${COMMANDS.join(', ')}.` : `Did you mean ${near}?`;
    throw new UsageError(`There is no command ${printableLine(command)}. ${hint}`);
  }
  if (file === undefined)
    throw new UsageError(
      `The log is missing. Name a file, or - for stdin: npm run capture -- ${command} FILE`,
    );
  if (command !== 'diagnose') {
    if (other !== undefined) throw new UsageError(`Too many arguments: ${command} takes one log.`);
    if (values['format'] === 'markdown')
      throw new UsageError('--format markdown is for diagnose. Use pretty or json.');
  }
  return { command, file, other };
}

const isCommand = (name: string): name is CommandName => (COMMANDS as readonly string[]).includes(name);

const publicationOf = (corpus: Corpus, io: Io): Publication => ({
  corpus,
  ...siteAddress(corpus.spec, io),
  commit: undefined,
  date: undefined,
  directory: corpus.spec.directory ?? 'spec',
});

async function readSpec(folder: SpecFolder, io: Io): Promise<Loaded> {
  const { files, packs } = await preloadDefinitions(folder, io);
  const loaded = loadCorpus(files, { readDefinition: packedReader(packs) });
  const errors = loaded.findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return loaded;
  io.err(renderPretty(errors, prettyOptions(loaded.texts, io)));
  throw new UsageError(
    'The spec has errors, so stanzas cannot be compared with it. Fix them first: npm run validate',
  );
}

if (import.meta.main) await runCommand(capture);
