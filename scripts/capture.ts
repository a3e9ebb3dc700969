import { mkdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { loadBinaryDecoder } from '../lib/capture/decode/load-binary-decoder.ts';
import { draft } from '../lib/capture/draft/draft.ts';
import type { Draft, DraftOptions } from '../lib/capture/draft/draft-options.ts';
import { type CaptureForm, FORMS } from '../lib/capture/forms/index.ts';
import { findLeaks, findLeaksInId } from '../lib/capture/leaks/find-leaks.ts';
import { knownNames } from '../lib/capture/lookup/known-node.ts';
import { type ParseResult, parse } from '../lib/capture/parse/parse.ts';
import { MAX_INPUT } from '../lib/capture/problems/max-input.ts';
import { type CaptureCheck, checkCapture, levelOfCheck } from '../lib/capture/review/check-capture.ts';
import { reviewJson } from '../lib/capture/review/render-review.ts';
import { renderReviews } from '../lib/capture/review/render-reviews.ts';
import { describeReplaced } from '../lib/capture/sanitize/describe-replaced.ts';
import { nameWithheldReason } from '../lib/capture/share/name-withheld-reason.ts';
import { readValuePath, shareValues } from '../lib/capture/share/share-values.ts';
import { valueWithheldReason } from '../lib/capture/share/value-withheld-reason.ts';
import type { CapturedStanza } from '../lib/capture/tree/captured-node.ts';
import { printJson } from '../lib/capture/tree/print-json.ts';
import { printXml } from '../lib/capture/tree/print-xml.ts';
import { type Loaded, loadCorpus } from '../lib/corpus/load/load-corpus.ts';
import type { Corpus } from '../lib/corpus/model/corpus.ts';
import { LEVELS, type Level } from '../lib/findings/codes.ts';
import { compareFindings } from '../lib/findings/compare-findings.ts';
import type { Finding } from '../lib/findings/finding.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { withSlashes } from '../lib/node/files/with-slashes.ts';
import { finishInterrupted, writeTransaction } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { allRules } from '../lib/node/spec/all-rules.ts';
import { preloadDefinitions } from '../lib/node/spec/preload-definitions.ts';
import { SPEC_OPTION, type SpecFolder, specFolder } from '../lib/node/spec/spec-folder.ts';
import { runRules } from '../lib/rules/run-rules.ts';
import { isDay } from '../lib/text/is-day.ts';
import { inThousands, linesInWords } from '../lib/text/lines-in-words.ts';
import { printable, printableLine } from '../lib/text/printable.ts';
import { suggest } from '../lib/text/suggest.ts';
import { type Arguments, readArguments, type Usage } from './cli/arguments.ts';
import { FAIL_ON_OPTION } from './cli/fail-on-option.ts';
import { readInput } from './cli/read-input.ts';
import { runCommand } from './cli/run-command.ts';
import { unifiedDiff } from './cli/unified-diff.ts';

const COMMANDS = ['parse', 'sanitize', 'check', 'draft'] as const;
type CommandName = (typeof COMMANDS)[number];

const FORM_NAMES = ['any', ...FORMS.map(({ name }) => name)] as const;

const USAGE: Usage = {
  call: 'npm run capture -- parse|sanitize|check|draft FILE [options]',
  summary: [
    'Turns a raw log into a capture that the spec can hold. FILE is a log, or - for stdin, in any of the forms',
    'that are listed below, with whatever the log has before, behind and between the stanzas. It holds no more',
    `than ${MAX_INPUT / 2 ** 20} MiB.`,
    '',
    '  parse     prints the stanzas as they are: the only command that shows personal data',
    '  sanitize  prints them with everything personal replaced',
    '  check     says what the spec makes of them: supported, contradicted, not described',
    '  draft     shows the capture and the edits of the spec that follow; --apply writes them',
    '',
    'Usually: check the log, then draft it, look at the diff, and draft it again with --apply.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json'], help: 'Text for people, or JSON for programs.' },
    form: {
      type: 'string',
      choices: FORM_NAMES,
      help: 'The form of the log; found out when it is not said.',
    },
    'keep-name': {
      type: 'string',
      value: 'NAME',
      several: 'with-commas',
      help: 'A tag or the name of an attribute that stays though the spec does not know it. Repeat it, or write commas between names.',
    },
    'keep-value': {
      type: 'string',
      value: 'ENUM=VALUE',
      several: 'one-each',
      help: 'A value that stays though its enum does not list it, such as terminate-reasons=busy. Repeat it for more.',
    },
    'fail-on': {
      ...FAIL_ON_OPTION,
      help: 'check: error is a leak or what cannot be read, warning a contradiction, note what is not described.',
    },
    all: {
      type: 'boolean',
      help: 'check, draft: tell everything. Without it, what comes again is told once, and what the spec does not describe is counted.',
    },
    technique: {
      type: 'string',
      value: 'ID',
      help: 'draft: how it was captured. Required; left out, the techniques of the spec are listed.',
    },
    client: {
      type: 'string',
      value: 'ID',
      help: 'draft: the program that was observed: a flavor, or official. Default: the library whose log it is.',
    },
    contributor: { type: 'string', value: 'ID', help: 'draft: who captured it.' },
    kind: {
      type: 'string',
      choices: ['captured', 'replayed', 'synthetic'],
      help: 'draft: what it is. A synthetic stanza is evidence for nothing.',
    },
    direction: {
      type: 'string',
      value: 'WAY',
      help: 'draft: incoming or outgoing, where the log leaves it open.',
    },
    id: { type: 'string', value: 'ID', help: 'draft: the id of the capture. Default: made from its stanza.' },
    title: { type: 'string', value: 'TEXT', help: 'draft: what it shows.' },
    'captured-at': { type: 'string', value: 'DAY', help: 'draft: the day, such as 2026-01-31.' },
    issue: { type: 'string', value: '#N', help: 'draft: the issue that it came with.' },
    tool: { type: 'string', value: 'NAME', help: 'draft: what it was captured with.' },
    apply: { type: 'boolean', help: 'draft: write the files.' },
    partial: { type: 'boolean', help: 'draft: apply though a part of the log could not be read.' },
    'dry-run': { type: 'boolean', help: 'draft: only show the diff, which is also the default.' },
  },
  positionals: ['COMMAND', 'FILE'],
  notes: [
    'A tag or the name of an attribute that the spec does not know may be somebody’s, so it is replaced as well.',
    'If the protocol has it, keep it with --keep-name: the draft then adds an entry for it. A value that its enum',
    'does not list is kept with --keep-value in the same way.',
    '',
    'Forms of log:',
    ...FORMS.map(({ name, title }) => `  ${name.padEnd(13)} ${title}`),
    '',
    'Examples:',
    '  npm run capture -- check my.log',
    '  npm run capture -- draft my.log --technique baileys-instrumentation',
    '  npm run capture -- draft my.log --technique baileys-instrumentation --keep-name new-attribute --apply',
    '',
    'Data goes to stdout, everything else to stderr.',
    'Exit codes: 0 clean, 1 something leaks, cannot be read or fails --fail-on, 2 misuse.',
  ].join('\n'),
};

/** `npm run capture`: from a raw log to a merge-ready change of the spec. */
export async function capture(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const [command, file] = given.positionals;
  if (command === undefined) throw new UsageError(`Say what to do.\n\n${USAGE.call}`);
  if (!isCommand(command)) {
    const near = suggest(command, COMMANDS);
    const hint = near === undefined ? `Use one of ${COMMANDS.join(', ')}.` : `Did you mean ${near}?`;
    throw new UsageError(`capture cannot ${printableLine(command)}. ${hint}`);
  }
  if (file === undefined)
    throw new UsageError(`Name a log, or - for stdin: npm run capture -- ${command} FILE`);
  const name = file === '-' ? 'stdin' : file;
  if (command === 'parse') return runParse(await read(file, given, io), name, given, io);
  const folder = specFolder(given.values['spec'], io);
  if (command === 'draft' && willApply(given)) await finishInterrupted(folder.root);
  const spec = await readSpec(folder, io);
  const { corpus } = spec;
  // The options are looked at before the log is: nobody should wait for a mistake.
  const options = command === 'draft' ? draftOptions(given, corpus) : undefined;
  const parsed = await read(file, given, io);
  const keepNames = namesToKeep(given);
  const keepValues = valuesToKeep(given, corpus);
  const kept = [...keepNames, ...keepValues];
  if (kept.length > 0) {
    io.err(`Kept on purpose, though the spec may not know them: ${printableLine(kept.join(', '))}.\n`);
  }
  const known = shareValues(corpus, keepValues);
  switch (command) {
    case 'sanitize':
      return runSanitize(checkCapture(parsed, known, { keepNames }), name, given, io);
    case 'check':
      return runCheck(checkCapture(parsed, known, { keepNames }), name, given, io);
    case 'draft':
      return runDraft(parsed, name, options as DraftOptions, spec, folder, given, io);
    default:
      return command satisfies never;
  }
}

const isCommand = (name: string): name is CommandName => (COMMANDS as readonly string[]).includes(name);

/** The names that a person keeps; one that looks personal is a misuse. */
function namesToKeep(given: Arguments): string[] {
  const names = given.lists['keep-name'] ?? [];
  for (const [i, name] of names.entries()) {
    const why = nameWithheldReason(name);
    // Which one is told by its number: the name itself may be personal.
    if (why !== undefined)
      throw new UsageError(`--keep-name: name ${i + 1} is not kept. ${why} Leave it out.`);
  }
  return [...names];
}

/** The values that a person keeps; one that looks personal, or that no enum of the spec has, is a misuse. */
function valuesToKeep(given: Arguments, corpus: Corpus): string[] {
  const paths = given.lists['keep-value'] ?? [];
  for (const [i, path] of paths.entries()) {
    const said = `--keep-value: value ${i + 1}`;
    const one = readValuePath(path);
    if (one === undefined) {
      throw new UsageError(`${said} names no enum. Write ENUM=VALUE, such as terminate-reasons=busy.`);
    }
    const why = valueWithheldReason(one.value);
    if (why !== undefined) throw new UsageError(`${said} is not kept. ${why} Leave it out.`);
    const ids = [...corpus.definitions.enum.keys()];
    if (!ids.includes(one.enum)) {
      const near = suggest(one.enum, ids);
      const hint = near === undefined ? 'Begin it with: npm run new -- enum ID' : `Did you mean ${near}?`;
      throw new UsageError(`${said} is of an enum that the spec does not have. ${hint}`);
    }
  }
  return [...paths];
}

async function read(file: string, given: Arguments, io: Io): Promise<ParseResult> {
  const input = await readInput(file, io);
  const said = given.values['form'] as CaptureForm | 'any' | undefined;
  const form = said === 'any' ? undefined : said;
  const parsed = parse(input, { form });
  // The decoder is large, and most logs do not need it.
  const binary = parsed.problems.some(({ code }) => code === 'wabinary/no-decoder');
  return binary ? parse(input, { form, decodeBinary: await loadBinaryDecoder() }) : parsed;
}

async function readSpec(folder: SpecFolder, io: Io): Promise<Loaded> {
  const loaded = loadCorpus(await preloadDefinitions(folder, io));
  const errors = loaded.findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return loaded;
  io.err(renderPretty(errors, prettyOptions(loaded.texts, io)));
  throw new UsageError(
    'The spec has errors, so nothing can be held against it. Mend them first: npm run validate',
  );
}

// --- parse and sanitize

function runParse(parsed: ParseResult, name: string, given: Arguments, io: Io): ExitCode {
  const { problems, skipped, skippedLines } = parsed;
  const ok = problems.length === 0;
  io.out(printed(parsed.stanzas, given, { ok, problems, skipped, skippedLines }));
  tellProblems(problems, name, given, io);
  io.err(
    `${counted(parsed.stanzas.length, 'stanza')}, as raw as in the log. To replace what is personal: npm run capture -- sanitize FILE\n${others(skipped)}`,
  );
  return ok ? 0 : 1;
}

function runSanitize(check: CaptureCheck, name: string, given: Arguments, io: Io): ExitCode {
  const clean = tellMistakes(check, name, given, io);
  const { problems, skipped, skippedLines, refused, leaks, replaced } = check;
  // What still leaks is not printed: somebody would copy it.
  const stanzas = leaks.length > 0 ? [] : check.stanzas;
  const report = { ok: clean, problems, skipped, skippedLines, refused, leaks, replaced };
  if (leaks.length === 0 || given.values['format'] === 'json') io.out(printed(stanzas, given, report));
  if (leaks.length > 0) return 1;
  io.err(
    `${counted(stanzas.length, 'stanza')}. Replaced: ${describeReplaced(replaced) || 'nothing'}.\n${others(skipped)}`,
  );
  return clean ? 0 : 1;
}

/** Stanzas as text, or as JSON together with what is to be said about their input. */
function printed(stanzas: readonly CapturedStanza[], given: Arguments, report: object): string {
  if (given.values['format'] !== 'json')
    return printable(stanzas.map(({ root }) => printXml(root)).join('\n'));
  const list = stanzas.map(({ root, form, direction, line, column }) => ({
    line,
    column,
    form,
    direction: direction ?? null,
    stanza: JSON.parse(printJson(root)) as unknown,
  }));
  return `${JSON.stringify({ ...report, stanzas: list }, undefined, 2)}\n`;
}

/** Says what could not be read, what was refused and what leaks; whether there was none of it. */
function tellMistakes(
  { problems, refused, leaks }: CaptureCheck,
  name: string,
  given: Arguments,
  io: Io,
): boolean {
  tellProblems(problems, name, given, io);
  for (const { line, column, reason } of refused) {
    const hint = 'Cut the stanza out of the log and try it alone; this one is left out.';
    io.err(inWords(`${name}:${line}:${column}`, `The stanza is not sanitized: ${reason}.`, hint));
  }
  for (const { line, kind } of leaks) {
    const hint = 'Do not publish it, and report this without the log: the sanitizer should have replaced it.';
    io.err(inWords(`${name}:${line}`, `After sanitizing there still is what looks like ${kind}.`, hint));
  }
  return problems.length + refused.length + leaks.length === 0;
}

/** Says what could not be read; of many problems the first ones, unless all are asked for. */
function tellProblems(problems: ParseResult['problems'], name: string, given: Arguments, io: Io): void {
  const told = upTo(TOLD.problems, problems, given);
  for (const { line, column, message, hint } of told) {
    io.err(inWords(`${name}:${line}:${column}`, message, hint));
  }
  const more = problems.length - told.length;
  if (more > 0) io.err(`And ${counted(more, 'more problem')}; --all tells each.\n\n`);
}

/** How many are told of what a log may hold thousands of; --all tells each. */
const TOLD = { problems: 10, captures: 15, raises: 20, left: 15 } as const;

const upTo = <T>(most: number, list: readonly T[], { values }: Arguments): readonly T[] =>
  values['all'] === true ? list : list.slice(0, most);

const inWords = (place: string, message: string, hint: string): string =>
  `${printableLine(place)}  error\n  ${printableLine(message)}\n  help: ${printableLine(hint)}\n\n`;

// --- check

function runCheck(check: CaptureCheck, name: string, given: Arguments, io: Io): ExitCode {
  const worst = levelOfCheck(check);
  const ok = worst === undefined || LEVELS.indexOf(worst) < LEVELS.indexOf(given.values['fail-on'] as Level);
  const { stanzas, reviews, replaced, refused, problems, leaks, skipped, skippedLines } = check;
  if (given.values['format'] === 'json') {
    const reports = reviews.map((review, i) => reviewJson(review, stanzas[i] as CapturedStanza));
    const report = { ok, problems, skipped, skippedLines, refused, leaks, replaced, stanzas: reports };
    io.out(`${JSON.stringify(report, undefined, 2)}\n`);
    io.err(others(skipped));
    return ok ? 0 : 1;
  }
  io.out(renderReviews(reviews, stanzas, given.values['all'] === true));
  if (reviews.length > 0) io.err('\n');
  tellMistakes(check, name, given, io);
  const verdicts = reviews.flatMap((review) => review.verdicts.map(({ verdict }) => verdict));
  const contradictions = verdicts.filter((one) => one === 'contradicts').length;
  io.err(
    `${counted(stanzas.length, 'stanza')}; to be replaced: ${describeReplaced(replaced) || 'nothing'}; ${counted(contradictions, 'contradiction')}.\n${others(skipped)}`,
  );
  if (reviews.some(({ stanza }) => stanza !== undefined) && leaks.length === 0) {
    io.err('To put it into the spec: npm run capture -- draft FILE --technique ID\n');
  }
  return ok ? 0 : 1;
}

// --- draft

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** The techniques that can be chosen, each with its title. */
const techniqueList = (corpus: Corpus): string =>
  [...corpus.techniques.keys()]
    .map((id) => [id, printableLine(corpus.definitions.technique.get(id)?.data.title ?? '')])
    .map(([id = '', title = ''], _, rows) =>
      `  --technique ${id.padEnd(Math.max(...rows.map(([one = '']) => one.length)))}  ${title}`.trimEnd(),
    )
    .join('\n');

function draftOptions(given: Arguments, corpus: Corpus): DraftOptions {
  const text = (name: string): string | undefined => {
    const value = given.values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const technique = text('technique');
  if (technique === undefined) {
    throw new UsageError(
      `Where does your log come from? Say it with one of these:\n${techniqueList(corpus)}`,
    );
  }
  const known = (kind: string, id: string, ids: Iterable<string>, hint: string): void => {
    const all = [...ids];
    if (all.includes(id)) return;
    const near = suggest(id, all);
    throw new UsageError(`There is no ${kind} ${id}. ${near === undefined ? hint : `Did you mean ${near}?`}`);
  };
  known('technique', technique, corpus.techniques.keys(), `Use one of these:\n${techniqueList(corpus)}`);
  const client = text('client');
  if (client !== undefined && client !== 'official' && !corpus.absent.has('flavor')) {
    const flavors = [...corpus.definitions.flavor.keys()];
    known('client', client, ['official', ...flavors], `Use official or one of ${flavors.join(', ')}.`);
  }
  const contributor = text('contributor');
  if (contributor !== undefined && !corpus.absent.has('contributor')) {
    const hint = `Make an entry first: npm run new -- contributor ${contributor}`;
    known('contributor', contributor, corpus.definitions.contributor.keys(), hint);
  }
  const id = text('id');
  for (const name of ['id', 'title', 'tool']) {
    const value = text(name) ?? '';
    const [leak] = name === 'id' ? findLeaksInId(value) : findLeaks(value);
    if (leak !== undefined)
      throw new UsageError(`--${name} holds what looks like ${leak.kind}. Write another one.`);
  }
  if (id !== undefined && !ID.test(id)) {
    throw new UsageError(`${id} is no id. Use letters, digits, dots, hyphens and underscores.`);
  }
  if (
    id !== undefined &&
    [...corpus.definitions.capture.keys()].some((one) => one.toLowerCase() === id.toLowerCase())
  ) {
    throw new UsageError(`There is a capture ${id} already. Choose another --id, or leave it out.`);
  }
  const direction = text('direction');
  if (direction !== undefined && direction !== 'incoming' && direction !== 'outgoing') {
    throw new UsageError(`--direction ${direction}: use incoming or outgoing.`);
  }
  const capturedAt = text('captured-at');
  if (capturedAt !== undefined && !isDay(capturedAt)) {
    throw new UsageError(`--captured-at ${capturedAt}: write a day as year-month-day, such as 2026-01-31.`);
  }
  const issue = text('issue')?.replace(/^(?=\d+$)/, '#');
  if (issue !== undefined && !/^#\d{1,9}$/.test(issue))
    throw new UsageError(`--issue ${issue}: write its number, such as 12.`);
  const tool = text('tool');
  const keepNames = namesToKeep(given);
  const keepValues = valuesToKeep(given, corpus);
  if (given.values['kind'] === 'synthetic' && keepValues.some((path) => !corpus.factByPath.has(path))) {
    throw new UsageError(
      '--keep-value with --kind synthetic: a synthetic stanza adds nothing to the spec, so it cannot bring a new value. Add the value to its enum first, or leave --keep-value out.',
    );
  }
  if (given.values['kind'] === 'synthetic' && keepNames.some((name) => !knownNames(corpus).has(name))) {
    throw new UsageError(
      '--keep-name with --kind synthetic: a synthetic stanza adds nothing to the spec, so it cannot bring a new name. Describe the name first, or leave --keep-name out.',
    );
  }
  return {
    technique,
    client,
    contributor,
    kind: given.values['kind'] as DraftOptions['kind'],
    id,
    direction,
    title: text('title'),
    capturedAt,
    issue,
    tools: tool === undefined ? [] : [tool],
    keepNames,
    keepValues,
  };
}

const willApply = ({ values }: Arguments): boolean => values['apply'] === true && values['dry-run'] !== true;

async function runDraft(
  parsed: ParseResult,
  name: string,
  options: DraftOptions,
  spec: Loaded,
  { root, files }: SpecFolder,
  given: Arguments,
  io: Io,
): Promise<ExitCode> {
  const { corpus } = spec;
  const check = checkCapture(parsed, shareValues(corpus, options.keepValues ?? []), options);
  const partial = given.values['partial'] === true;
  const clean = tellMistakes(check, name, given, io) || partial;
  if (check.leaks.length > 0) return 1;
  const drafted = draft(parsed.stanzas, corpus, files, options);
  const apply = willApply(given);
  const rules = await allRules(files);
  const findingsOf = (loaded: Loaded): Finding[] => [...loaded.findings, ...runRules(loaded.corpus, rules)];
  const fresh = newFindings(findingsOf(spec), findingsOf(drafted.after)).sort(compareFindings);
  const errors = fresh.filter(({ level }) => level === 'error');
  const ok = drafted.captures.length > 0 && errors.length === 0;

  if (given.values['format'] === 'json')
    io.out(`${JSON.stringify(draftJson(drafted, check, ok && clean), undefined, 2)}\n`);
  else if (!apply || !ok || !clean) {
    const shown = drafted.files.map(({ path, before, after: text }) =>
      unifiedDiff(posix.join(files.name, path), before, text),
    );
    io.out(printable(shown.join('')));
  }
  io.err(talkOf(drafted, check, given));
  // A drafted entry says itself that it has to be filled in; with its findings a report would be lost among them.
  const told = fresh.filter(({ code }) => code !== 'text/placeholder');
  if (told.length > 0) io.err(`\n${renderPretty(told, prettyOptions(drafted.after.texts, io))}`);
  const open = fresh.length - told.length;
  if (open > 0) {
    io.err(
      `\n${open} drafted ${open === 1 ? 'text is' : 'texts are'} to be filled in: they say “not known yet”.\n`,
    );
  }
  if (!ok) {
    io.err(
      errors.length > 0
        ? '\nNothing was written: the spec would not be valid. The findings above say what to mend.\n'
        : '\nNothing was written: there is no stanza that a capture can be made of. What is left out above says why.\n',
    );
    return 1;
  }
  if (!clean) {
    io.err(
      '\nNothing was written: the log has the problems above. Mend it, or add --partial to take what could be read.\n',
    );
    return 1;
  }
  if (!apply) {
    io.err('\nNothing was written yet. Look at the diff, then run this again with --apply.\n');
    return 0;
  }
  await mkdir(join(root, 'captures'), { recursive: true });
  await writeTransaction(
    root,
    drafted.files.map(({ path, before, after: text }) => ({
      path: join(root, path),
      text,
      fresh: before === undefined,
      ...(before === undefined ? {} : { before }),
    })),
  );
  if (given.values['format'] !== 'json') {
    io.out(
      drafted.files
        .map(({ path }) => `${withSlashes(join(dirname(root) === io.cwd ? files.name : root, path))}\n`)
        .join(''),
    );
  }
  // What else must hold is known of the spec of this repository alone.
  const next = root === join(PROJECT_ROOT, 'spec') ? 'npm run check:spec' : 'npm run validate';
  io.err(
    `\nWrote ${counted(drafted.files.length, 'file')}. Next: fill in what is marked “not known yet”, ${next}, commit.\n`,
  );
  return 0;
}

function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const key = ({ code, file, path, message }: Finding): string => [code, file, path, message].join('\n');
  const known = new Set(before.map(key));
  return after.filter((one) => !known.has(key(one)));
}

function draftJson(
  { files, captures, raises, left }: Draft,
  { problems, skipped, skippedLines }: CaptureCheck,
  ok: boolean,
): object {
  return {
    ok,
    problems,
    skipped,
    skippedLines,
    files: files.map(({ path, before }) => ({ path, new: before === undefined })),
    captures: captures.map(({ id, review, supports, disputes, added, settled }) => ({
      id,
      stanza: review.stanza,
      direction: review.direction ?? null,
      supports,
      disputes,
      added,
      settled,
    })),
    raises,
    left: left.map(({ code, line, reason }) => ({ code, line: line ?? null, reason })),
  };
}

function talkOf(
  { captures, raises, left }: Draft,
  { replaced, skipped }: CaptureCheck,
  given: Arguments,
): string {
  const rows = [`Replaced: ${describeReplaced(replaced) || 'nothing'}.`];
  const rest = (told: number, all: number, what: string): void => {
    if (all > told) rows.push(`  and ${counted(all - told, what)}; --all tells each`);
  };
  const shown = upTo(TOLD.captures, captures, given);
  for (const { id, review, supports, disputes, added, settled } of shown) {
    rows.push('', `${id}: ${review.stanza}, ${review.direction ?? 'direction as given'}`);
    rows.push(`  a source of ${counted(supports.length, 'fact')}`);
    if (disputes.length > 0) rows.push(`  disputes ${disputes.join(', ')}`);
    if (added.length > 0) rows.push(`  adds ${added.join(', ')}: describe what they mean`);
    for (const { question, owner, answer } of settled)
      rows.push(`  answers ${question} (${owner}): ${answer}`);
  }
  rest(shown.length, captures.length, 'more capture');
  if (captures.some(({ settled }) => settled.length > 0)) {
    rows.push('', 'If an answer settles its question, write status: resolved and the answer.');
  }
  if (raises.length > 0) {
    rows.push('', 'Facts that could now be raised; a draft raises none:');
    const told = upTo(TOLD.raises, raises, given);
    for (const { path, from, to, why } of told) rows.push(`  ${path}: ${from} -> ${to} (${why})`);
    rest(told.length, raises.length, 'more fact');
  }
  if (left.length > 0) {
    rows.push('', 'Left out:');
    const groups = [...Map.groupBy(left, ({ reason }) => reason)];
    const told = upTo(TOLD.left, groups, given);
    for (const [reason, same] of told) {
      const lines = same.flatMap(({ line }) => (line === undefined ? [] : [line]));
      rows.push(`  ${lines.length === 0 ? '' : `${linesInWords(lines)}: `}${reason}`);
    }
    rest(told.length, groups.length, 'more reason');
  }
  if (left.some(({ code }) => code === 'unknown-direction')) rows.push('  Say it with --direction.');
  return `${rows.map(printableLine).join('\n')}\n\n${others(skipped)}`;
}

const others = (skipped: number): string =>
  `${skipped} other ${skipped === 1 ? 'line holds' : 'lines hold'} no stanza.\n`;

const counted = (n: number, noun: string): string => `${inThousands(n)} ${noun}${n === 1 ? '' : 's'}`;

if (import.meta.main) await runCommand(capture);
