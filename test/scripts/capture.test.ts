import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../../lib/node/node-files.ts';
import { rulesForSpec } from '../../lib/node/spec/rules-for-spec.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { captureFolder as folder, LOG, runCapture as run, SECRETS } from './run-capture.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const plain = (t: TestContext, log: string): Promise<string> => tempFolder(t, { 'call.log': log });

describe('capture', () => {
  it('parse prints the stanzas unchanged, with a warning', async (t) => {
    const { code, stdout, stderr } = await run(await plain(t, LOG), 'parse', 'call.log');
    assert.equal(code, 0);
    assert.match(stdout, /4915112345678:12@s\.whatsapp\.net/);
    assert.match(stderr, /2 stanzas, not sanitized/);
    const json = await run(await plain(t, LOG), 'parse', 'call.log', '--format', 'json');
    assert.deepEqual(
      JSON.parse(json.stdout).stanzas.map(({ line, direction }: Record<string, unknown>) => [
        line,
        direction,
      ]),
      [
        [1, 'incoming'],
        [3, 'outgoing'],
      ],
    );
  });

  it('sanitize prints nothing personal anywhere, and its output is its own fixed point', async (t) => {
    const root = await folder(t);
    const { code, stdout, stderr } = await run(root, 'sanitize', 'call.log');
    assert.equal(code, 0);
    assert.doesNotMatch(stdout + stderr, SECRETS);
    assert.match(stdout, /<call from="A:12@s\.whatsapp\.net" id="ID-0001-synthetic" t="1700000000"/);
    assert.match(stderr, /Replaced: 3 JIDs/);
    await writeFile(join(root, 'call.log'), stdout);
    const again = await run(root, 'sanitize', 'call.log');
    assert.equal(again.stdout, stdout);
    assert.match(again.stderr, /Replaced: nothing/);
    const json = await run(root, 'sanitize', 'call.log', '--format', 'json');
    assert.equal(JSON.parse(json.stdout).stanzas[0].stanza.tag, 'call');
  });

  it('parse and sanitize report unreadable input as JSON, with its position', async (t) => {
    const root = await folder(t, `${LOG}nothing\nhere\n<call to=4917@lid id=1>\n`);
    for (const command of ['parse', 'sanitize', 'check']) {
      const { code, stdout } = await run(root, command, 'call.log', '--format', 'json');
      const { ok, problems, skipped, skippedLines, stanzas } = JSON.parse(stdout);
      assert.deepEqual([code, ok, skipped], [1, false, 4], command);
      const lines = [
        { from: 2, to: 2 },
        { from: 4, to: 6 },
      ];
      assert.deepEqual(skippedLines, lines);
      assert.ok(stanzas.length >= 2);
      assert.deepEqual([problems[0].line, problems[0].column], [6, 1]);
      assert.ok(problems[0].message !== '' && problems[0].hint !== '');
    }
    assert.equal(
      JSON.parse((await run(await folder(t), 'parse', 'call.log', '--format', 'json')).stdout).ok,
      true,
    );
  });

  it('check reviews the log, and fails at the requested level', async (t) => {
    const root = await folder(t);
    const { code, stdout, stderr } = await run(root, 'check', 'call.log');
    assert.equal(code, 0);
    assert.doesNotMatch(stdout + stderr, SECRETS);
    assert.match(
      stdout,
      /call-reject:reject@call-creator\n {6}<reject> has no call-creator, which the spec requires/,
    );
    assert.match(stdout, /unknown-0001 on <terminate> is not described/);
    assert.match(stderr, /npm run capture -- draft/);
    assert.equal((await run(root, 'check', 'call.log', '--fail-on', 'warning')).code, 1);
    const json = JSON.parse(
      (await run(root, 'check', 'call.log', '--format', 'json', '--fail-on', 'note')).stdout,
    );
    assert.equal(json.ok, false);
    assert.deepEqual(
      json.stanzas.map(({ stanza, direction }: Record<string, unknown>) => [stanza, direction]),
      [
        ['call-terminate', 'incoming'],
        ['call-reject', 'outgoing'],
      ],
    );
    assert.ok(json.stanzas[1].verdicts.some(({ verdict }: { verdict: string }) => verdict === 'contradicts'));
  });

  it('says what to do about unknown and cut-off parts', async (t) => {
    const root = await folder(t, '<presence from="4917@lid" id="1"/>\n');
    const { stdout, stderr } = await run(root, 'check', 'call.log');
    assert.match(stdout, /The tag was replaced[^.]*--keep-name TAG keeps it\. To describe it: npm run new/);
    assert.doesNotMatch(stderr, /capture -- draft/, 'nothing can be drafted of it');
    const drafted = await run(root, 'draft', 'call.log', '--technique', 'mitm-tls');
    assert.equal(drafted.code, 1);
    assert.match(
      drafted.stderr,
      /Not drafted:\n {2}line 1: no stanza [^\n]*; describe it first: npm run new/,
    );

    await writeFile(join(root, 'call.log'), LOG);
    const named = await run(root, 'draft', 'call.log', '--technique', 'mitm-tls');
    assert.match(
      named.stderr,
      /the name of call-terminate:terminate@unknown-0001 was replaced; keep it with --keep-name/,
    );
    await writeFile(join(root, 'call.log'), '<call to="4917@lid" id="1"><reject call-id="ABC');
    assert.match(
      (await run(root, 'check', 'call.log')).stdout,
      /The log is cut off here|is cut off inside it/,
    );
    await writeFile(join(root, 'call.log'), '{"tag":"call","attrs":{"to":"4917@lid"');
    assert.match((await run(root, 'check', 'call.log')).stdout, /is cut off inside it/);
  });

  it('fails where nothing is found', async (t) => {
    const root = await folder(t, 'no stanza here\n');
    for (const command of ['parse', 'sanitize']) assert.equal((await run(root, command, 'call.log')).code, 1);
    const { code, stderr } = await run(root, 'check', 'call.log');
    assert.equal(code, 1);
    assert.match(stderr, /call\.log:1:1 {2}error\n.*\n {2}help: /);
  });

  it('keeps the names that the options allow, and says so', async (t) => {
    const root = await folder(t);
    const plainNames = await run(root, 'sanitize', 'call.log');
    assert.doesNotMatch(plainNames.stdout, /shiny/);
    const { stdout, stderr } = await run(root, 'sanitize', 'call.log', '--keep-name', 'other,shiny');
    assert.match(stdout, / shiny="/);
    assert.match(stderr, /Not replaced, as requested[^\n]*other, shiny/);
    const repeated = await run(root, 'sanitize', 'call.log', '--keep-name', 'other', '--keep-name', 'shiny');
    assert.deepEqual([repeated.stdout, repeated.stderr], [stdout, stderr]);
    for (const name of ['4915112345678', 'ana@example.org', 'deadbeef01']) {
      const refused = await run(root, 'sanitize', 'call.log', '--keep-name', 'shiny', '--keep-name', name);
      assert.equal(refused.code, 2);
      assert.equal(refused.stdout, '');
      assert.match(refused.stderr, /--keep-name: name 2 cannot be kept\. It [^.]*\. Remove it/);
      assert.ok(!refused.stderr.includes(name));
    }
    // The draft adds the entry that makes the capture valid.
    const drafted = await run(
      root,
      ...['draft', 'call.log', '--technique', 'mitm-tls', '--keep-name', 'shiny', '--apply'],
    );
    assert.equal(drafted.code, 0, drafted.stderr);
    const files = nodeFiles(join(root, 'spec'), 'spec');
    // What is new is to be described, and nothing else is wrong.
    assert.deepEqual(
      validateSpec(files, await rulesForSpec(files)).findings.map(({ code, path }) => `${code} ${path}`),
      ['text/placeholder call-terminate:terminate@shiny'],
    );
    assert.equal((await run(root, 'sanitize', 'call.log', '--form', 'hex')).code, 1);
  });

  it('keeps the values that the options allow, and says so', async (t) => {
    const root = await folder(t, LOG.replace(/count="\d+"/, 'count="0"'));
    const kept = await run(root, 'sanitize', 'call.log', '--keep-value', 'reject-reasons=H264,AV1');
    assert.equal(kept.code, 0, kept.stderr);
    assert.match(kept.stderr, /Not replaced, as requested[^\n]*reject-reasons=H264,AV1/);
    for (const [value, why] of [
      ['reject-reasons=4915112345678', /value 2 cannot be kept\. It looks like a phone number\. Remove it/],
      [
        'reject-reason=busy',
        /value 2 names an enum that the spec does not have\. Did you mean reject-reasons\?/,
      ],
      ['busy', /value 2 does not name an enum\. Write ENUM=VALUE/],
    ] as const) {
      const args = ['sanitize', 'call.log', '--keep-value', 'reject-reasons=x', '--keep-value', value];
      const refused = await run(root, ...args);
      assert.equal(refused.code, 2);
      assert.equal(refused.stdout, '');
      assert.match(refused.stderr, why);
      assert.doesNotMatch(refused.stderr, /4915112345678/);
    }
  });

  it('prints its usage', async (t) => {
    const root = await plain(t, LOG);
    const help = await run(root, '--help');
    assert.equal(help.code, 0);
    for (const word of [
      'parse',
      'sanitize',
      'check',
      'draft',
      '--technique',
      '--apply',
      '--keep-name NAME',
      '--keep-value ENUM=VALUE',
      'Examples:',
      'Exit codes',
    ])
      assert.ok(help.stdout.includes(word));
    for (const [args, expected] of [
      [[], /A command is missing/],
      [['sanitise', 'x'], /Did you mean sanitize\?/],
      [['check'], /The log is missing/],
      [['parse', 'no.log'], /There is no file no\.log/],
    ] as const) {
      const { code, stderr } = await run(root, ...args);
      assert.equal(code, 2);
      assert.match(stderr, expected);
    }
  });

  it('reads stdin, and bytes of WABinary', () => {
    const args = [join(PROJECT, 'scripts/capture.ts'), 'sanitize', '-', '--spec', FIXTURE];
    const hex =
      '00f8066411fafb81bf0308fc1149442d303030312d73796e746865746963f801f807ed0068fc1543414c4c49442d303030312d73796e74686574696347fafb81af03412d';
    const { status, stdout } = spawnSync(process.execPath, args, { input: hex, encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /<reject call-id="CALLID-0001-synthetic"/);
  });
});
