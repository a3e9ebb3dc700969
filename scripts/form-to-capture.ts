import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { loadBinaryDecoder } from '../lib/capture/decode/load-binary-decoder.ts';
import { describeReplaced } from '../lib/capture/sanitize/describe-replaced.ts';
import {
  captureFromForm,
  type FormIssue,
  type FromForm,
  type NotMade,
} from '../lib/issue-form/capture-from-form.ts';
import { sha256 } from '../lib/node/cache/sha256.ts';
import { finishInterrupted, writeTransaction } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { markdownBlock, markdownCode, markdownComment, markdownLink } from '../lib/prose/markdown-text.ts';
import { safeUrl } from '../lib/prose/safe-url.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'node scripts/form-to-capture.ts [options]',
  summary:
    'Makes a capture from an issue that was opened with the form: parses and sanitizes it, validates the spec, writes the files.',
  options: {
    event: {
      type: 'string',
      value: 'FILE',
      help: 'The event of the issue as JSON. Default: GITHUB_EVENT_PATH.',
    },
    answer: {
      type: 'string',
      value: 'FILE',
      help: 'Also write the result to FILE, as a comment for the author.',
    },
    spec: SPEC_OPTION,
  },
  notes: [
    'The result goes to stdout as Markdown. Nothing is written if anything is wrong.',
    'Exit codes: 0 written, 1 something is wrong with the form, 2 usage error.',
  ].join('\n'),
};

/** Turns the form of an issue into files of the spec. */
export async function formToCapture(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const event =
    typeof given.values['event'] === 'string' ? given.values['event'] : io.env['GITHUB_EVENT_PATH'];
  if (!event) throw new UsageError(`Pass the event with --event FILE.\n\n${USAGE.call}`);
  const issue = issueOf(await readEvent(resolve(io.cwd, event), event));
  const folder = specFolder(given.values['spec'], io);
  const { root, files } = folder;
  await finishInterrupted(root);
  const corpus = await loadSpec(folder, io);
  if (corpus === undefined) return 2;
  const made = captureFromForm(issue, corpus, files, {
    sha256,
    decodeBinary: await loadBinaryDecoder(),
  });
  const text = 'problems' in made ? refusal(issue, made) : proposal(issue, made);
  const say = async (): Promise<void> => {
    io.out(text);
    const answer = given.values['answer'];
    if (typeof answer === 'string') await writeFile(resolve(io.cwd, answer), answerOf(text, io.env));
  };
  if ('problems' in made) {
    await say();
    return 1;
  }
  for (const { path } of made.files) await mkdir(dirname(join(root, path)), { recursive: true });
  await writeTransaction(
    root,
    made.files.map(({ path, before, after }) => ({
      path: join(root, path),
      text: after,
      fresh: before === undefined,
      ...(before === undefined ? {} : { before }),
    })),
  );
  await say();
  return 0;
}

async function readEvent(path: string, shown: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageError(`${shown} is not a JSON event of GitHub.`);
  }
}

// Number and author come from GitHub, never from the body, which anybody can write.
function issueOf(event: unknown): FormIssue {
  const issue = (event as { issue?: { number?: unknown; body?: unknown; user?: { login?: unknown } } } | null)
    ?.issue;
  const number = issue?.number;
  const author = issue?.user?.login;
  const body = issue?.body ?? '';
  if (!Number.isSafeInteger(number) || typeof author !== 'string' || typeof body !== 'string') {
    throw new UsageError('The event is not about an issue.');
  }
  return { number: number as number, author, body };
}

/** The first line of the comment, invisible on the page, by which the workflow finds the comment again. */
const MARK = '<!-- stanza-catalog: answer to the form -->';

/** GitHub takes 65,536 characters. */
const MAX_COMMENT = 60_000;

/** How many reasons are listed; nobody reads more at once. */
const MAX_REASONS = 30;

function answerOf(text: string, env: Io['env']): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const url = safeUrl(`${server}/${repository}/actions/runs/${run}`);
  const where = url === undefined ? 'the run of the workflow' : markdownLink('the run of the workflow', url);
  const fits = text.length <= MAX_COMMENT;
  const body = fits ? text : `${text.split('\n', 1)[0]}\n\nThe result is too long for a comment.\n`;
  return `${MARK}\n${body}\nFor details, see ${where}. This comment is updated when the issue is edited.\n`;
}

function refusal({ number }: FormIssue, { problems, findings }: NotMade): string {
  const lines = [
    ...problems.map(({ field, message }) => `- **${markdownComment(field)}**: ${markdownComment(message)}`),
    ...findings.map(
      ({ file, line, message }) => `- ${markdownCode(`${file}:${line}`)}: ${markdownComment(message)}`,
    ),
  ];
  const more = lines.length - MAX_REASONS;
  const shown = more > 0 ? [...lines.slice(0, MAX_REASONS), `- And ${more} more.`] : lines;
  return `# Issue ${number}: no capture yet\n\n${shown.join('\n')}\n\nEdit the issue to try again.\n`;
}

function proposal({ number }: FormIssue, { files, replaced, remarks }: FromForm): string {
  const blocks = [`# Issue ${number}: a capture`];
  if (replaced.length > 0) {
    blocks.push(
      `**The pasted text was not sanitized** (${describeReplaced(replaced)}). Replace it in the issue with the text below, and delete the old revision from the issue's history.`,
    );
  }
  for (const { path, before, after } of files) {
    blocks.push(
      before === undefined
        ? `${markdownCode(path)}:\n\n${markdownBlock(after, 'yaml')}`
        : `${markdownCode(path)} is changed.`,
    );
  }
  if (remarks.length > 0) blocks.push(remarks.map((one) => `- ${markdownComment(one)}`).join('\n'));
  blocks.push('A maintainer reviews it and opens the pull request.');
  return `${blocks.join('\n\n')}\n`;
}

if (import.meta.main) await runCommand(formToCapture);
