import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'yaml';
import { removeFolder } from '../lib/node/files/make-scratch-folder.ts';
import { GitRefusal, git } from '../lib/node/git/last-commit.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { printable } from '../lib/text/printable.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { packageVersion } from './cli/package-version.ts';
import { runCommand } from './cli/run-command.ts';
import { STAND_INS, type Stage } from './rehearsal/stand-ins.ts';
import {
  type Contexts,
  fillIn,
  isOn,
  type Job,
  type Workflow,
  type WorkflowStep,
} from './rehearsal/workflow.ts';

const USAGE: Usage = {
  call: 'npm run rehearse -- [options]',
  summary: [
    'Runs the steps of the workflows in .github/workflows, in fresh clones of the last commit. Steps that sign or',
    'publish are simulated, and the check itself is skipped.',
  ].join('\n'),
  options: {
    only: { type: 'string', several: 'with-commas', value: 'NAME', help: 'A workflow, such as release.' },
  },
  notes: 'Exit codes: 0 all steps succeeded, 1 one failed, 2 usage error.',
};

/** The rehearsed workflows. The one for links is omitted, since it depends on other sites. */
const WORKFLOWS = ['check', 'capture', 'release', 'deploy'] as const;

/** The last lines of a failed step that are shown. */
const MOST_LINES = 40;

/** Steps that run this rehearsal or all tests. */
const WHOLE = /^npm (?:run check|test)\s*$/m;

/** The step that all jobs have in common: its result is passed on. */
const INSTALL = 'npm ci';

/** An issue form that starts the workflow for captures; made up. */
const FORM = [
  ['Where does your log come from?', "The frames of a client's connection, decrypted"],
  ['Which client was it?', 'I do not know'],
  ['Version of the client', '_No response_'],
  ['Whose side of the call is it?', 'I do not know'],
  ['Direction', 'incoming'],
  ['Kind', 'synthetic'],
  [
    'Sanitized stanzas',
    '```text\n<call from="A@s.whatsapp.net" id="ID-0001-synthetic" t="1700000000"><terminate call-id="CALLID-0001-synthetic" call-creator="A:3@s.whatsapp.net" reason="timeout"/></call>\n```',
  ],
  ['Shared on purpose', '_No response_'],
  ['Day of the capture', '_No response_'],
  ['Address, if somebody else published it', '_No response_'],
  ['Who published it', '_No response_'],
  ['Its licence', '_No response_'],
  ['Remarks', '_No response_'],
  ['Before you send it', '- [X] It is sanitized.\n- [X] It may be published.'],
];

const ISSUE = {
  number: 12,
  title: 'Capture: a call that nobody answered',
  body: FORM.map(([label, value]) => `### ${label}\n\n${value}`).join('\n\n'),
  user: { login: 'octocat' },
  labels: [],
};

/** `npm run rehearse`: runs the workflows without publishing anything. */
export async function rehearse(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  if (process.platform !== 'linux') {
    io.err('Not rehearsed: the jobs that build and publish need Linux.\n');
    return 0;
  }
  const base = await baseOf(io);
  if (base === undefined) return 0;
  const only = given.lists['only'] ?? [];
  const scratch = await mkdtemp(join(tmpdir(), 'stanza-catalog rehearsal-'));
  const rehearsal: Rehearsal = { scratch, io, modules: undefined, base };
  try {
    await writeTools(scratch);
    for (const name of WORKFLOWS.filter((one) => only.length === 0 || only.includes(one))) {
      if (!(await rehearseWorkflow(name, rehearsal))) return 1;
    }
  } finally {
    await removeFolder(scratch);
  }
  return 0;
}

/** The commit that a pull request would be compared with; undefined, with a message, without a repository. */
async function baseOf(io: Io): Promise<string | undefined> {
  try {
    if ((await git(['status', '--porcelain'], PROJECT_ROOT)).length > 0) {
      io.err('Uncommitted changes are ignored.\n');
    }
    const commits = (await git(['log', '-2', '--format=%H'], PROJECT_ROOT)).toString().trim().split('\n');
    return commits.at(-1);
  } catch (error) {
    if (!(error instanceof GitRefusal)) throw error;
    io.err(`Not rehearsed: ${error.message}\n`);
    return undefined;
  }
}

/** The state that all rehearsals of a run share. */
interface Rehearsal {
  readonly scratch: string;
  readonly io: Io;
  readonly base: string;
  /** The folder of the packages that the first job has installed. */
  modules: string | undefined;
}

/** Puts replacements of programs that publish or need a runner first in PATH. */
async function writeTools(scratch: string): Promise<void> {
  await mkdir(join(scratch, 'bin'));
  await writeFile(join(scratch, 'bin/gh'), '#!/bin/sh\necho "gh $*" >> "$GH_CALLS"\n');
  // Packages of the system are installed here already.
  await writeFile(join(scratch, 'bin/sudo'), '#!/bin/sh\n');
  for (const name of ['gh', 'sudo']) await chmod(join(scratch, 'bin', name), 0o755);
}

async function rehearseWorkflow(name: string, rehearsal: Rehearsal): Promise<boolean> {
  const file = join(PROJECT_ROOT, '.github/workflows', `${name}.yml`);
  const { jobs } = parse(await readFile(file, 'utf8')) as Workflow;
  const needs: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  const artifacts = join(rehearsal.scratch, name, 'artifacts');
  for (const [id, job] of Object.entries(jobs)) {
    const contexts = { github: eventOf(name, rehearsal), needs };
    // The only job with a matrix is the check, and its other steps are in other jobs, too.
    if (job.strategy !== undefined || !isOn(job.if, contexts)) continue;
    const stage = {
      workspace: join(rehearsal.scratch, name, id),
      artifacts,
      repository: pathToFileURL(PROJECT_ROOT).href,
    };
    await mkdir(stage.workspace, { recursive: true });
    const outputs = await rehearseJob(`${name} / ${id}`, job, stage, contexts, rehearsal);
    if (outputs === undefined) return false;
    needs[id] = { outputs };
  }
  return true;
}

/** The context of the event that starts a workflow. */
function eventOf(name: string, { base }: Rehearsal): object {
  const events: Readonly<Record<string, object>> = {
    check: { event_name: 'pull_request', event: { number: 12, pull_request: { base: { sha: base } } } },
    capture: { event_name: 'issues', event: { action: 'opened', issue: ISSUE } },
  };
  return {
    ref_name: `v${packageVersion()}`,
    repository: 'example/stanza-catalog',
    token: 'none',
    event_name: 'push',
    event: {},
    ...events[name],
  };
}

async function rehearseJob(
  name: string,
  job: Job,
  stage: Stage,
  given: Contexts,
  rehearsal: Rehearsal,
): Promise<Readonly<Record<string, string>> | undefined> {
  const steps: Record<string, { outputs: object; outcome: string }> = {};
  for (const step of job.steps) {
    const contexts = { ...given, steps };
    if (!isOn(step.if, contexts)) continue;
    if (WHOLE.test(step.run ?? '')) {
      rehearsal.io.err(`${name}: ${titleOf(step)} (skipped)\n`);
      continue;
    }
    const start = performance.now();
    try {
      const outputs = await runStep(step, job, stage, contexts, rehearsal);
      if (step.id !== undefined) steps[step.id] = { outputs, outcome: 'success' };
    } catch (error) {
      const said = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
      rehearsal.io.err(`${name}: ${titleOf(step)} FAILED\n${printable(said)}\n`);
      return undefined;
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    rehearsal.io.err(`${name}: ${titleOf(step)} (${seconds} s)\n`);
  }
  const entries = Object.entries(job.outputs ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, fillIn(value, { ...given, steps })]));
}

const titleOf = ({ name, uses, run = '' }: WorkflowStep): string =>
  name ?? uses?.replace(/@.*/, '') ?? run.split('\n')[0] ?? '';

async function runStep(
  step: WorkflowStep,
  job: Job,
  stage: Stage,
  contexts: Contexts,
  rehearsal: Rehearsal,
): Promise<Readonly<Record<string, string>>> {
  if (step.uses !== undefined) {
    const action = step.uses.replace(/@.*/, '');
    const standIn = STAND_INS[action];
    if (standIn === undefined) throw new Error(`There is no stand-in for ${action}: add it to stand-ins.ts.`);
    const inputs = Object.entries(step.with ?? {}).map(([key, value]) => [
      key,
      fillIn(String(value), contexts),
    ]);
    return standIn(Object.fromEntries(inputs), stage);
  }
  const script = step.run ?? '';
  const modules = join(stage.workspace, 'node_modules');
  if (script.trim() === INSTALL && rehearsal.modules !== undefined) {
    await rename(rehearsal.modules, modules);
  } else {
    await bash(script, step, job, stage, contexts, rehearsal);
  }
  if (await stat(modules).catch(() => undefined)) rehearsal.modules = modules;
  return {};
}

/** Runs a script as the runner does. @throws with its last lines if it fails */
async function bash(
  script: string,
  step: WorkflowStep,
  job: Job,
  stage: Stage,
  contexts: Contexts,
  { scratch }: Rehearsal,
): Promise<void> {
  const own = Object.entries({ ...job.env, ...step.env }).map(([key, value]) => [
    key,
    fillIn(value, contexts),
  ]);
  const file = join(scratch, 'step.sh');
  const event = join(scratch, 'event.json');
  await writeFile(file, script);
  await writeFile(event, JSON.stringify((contexts['github'] as { event: object }).event));
  const child = spawn('bash', ['-e', file], {
    cwd: resolve(stage.workspace, step['working-directory'] ?? ''),
    env: {
      ...ownEnv(scratch),
      GH_CALLS: join(scratch, 'gh.txt'),
      GITHUB_EVENT_PATH: event,
      GITHUB_STEP_SUMMARY: join(scratch, 'summary.md'),
      GITHUB_REPOSITORY: 'example/stanza-catalog',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '1',
      ...Object.fromEntries(own),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const last = said.trimEnd().split('\n').slice(-MOST_LINES).join('\n');
  if (code !== 0) throw new Error(`${last}\nExit code ${code}.`);
}

/** The environment of a machine without this project, with the same Node. */
function ownEnv(scratch: string): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.startsWith(PROJECT_ROOT));
  // npm tells child processes its working directory and the script.
  const names =
    /^npm_(?!config_)|^npm_config_(?:local|global)_prefix$|^(?:INIT_CWD|SITE_URL|BASE_PATH|SPEC_DIR)$/;
  const kept = Object.entries(process.env).filter(([name]) => !names.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [join(scratch, 'bin'), dirname(process.execPath), ...path].join(delimiter),
    STANZA_CATALOG_CACHE: join(scratch, 'cache'),
    npm_config_prefer_offline: 'true',
    CI: 'true',
  };
}

if (import.meta.main) await runCommand(rehearse);
