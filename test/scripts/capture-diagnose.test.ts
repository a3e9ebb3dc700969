import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { findLeaks } from '../../lib/capture/leaks/find-leaks.ts';
import { DIAGNOSED_SPEC } from '../helpers/calls/diagnosed-spec.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { runCapture as run } from './run-capture.ts';

type Way = 'Recv' | 'Send';

/** A line of the log of one side of a call, with personal data in it. */
const line = (second: number, way: Way, id: string, tag: string, inside = '', call = 'DEADBEEF01'): string =>
  `10:00:${String(second).padStart(2, '0')}.000 [Client/${way} DEBUG] <call ${way === 'Recv' ? 'from' : 'to'}="4915112345678@s.whatsapp.net" id="A1B2C3D4E5F607${id}"><${tag} call-id="${call}DEADBEEFDEADBEEFDEADBE" call-creator="4915187654321@s.whatsapp.net"${inside}</${tag}></call>\n`;
const OFFER = '><audio/><net/>';
const CHAT = `10:00:01.100 [Client/Recv DEBUG] <message from="4915155555555@s.whatsapp.net" id="3A0000001" notify="Grace"><body>on my way</body></message>
10:00:01.200 [Client INFO] Grace is online
`;

const other = (way: Way): Way => (way === 'Recv' ? 'Send' : 'Recv');
const ACK = `10:00:04.100 [Client/Send DEBUG] <ack class="call" to="4915112345678@s.whatsapp.net" id="A1B2C3D4E5F60703" type="transport"/>\n`;

/** A whole call from the caller's side, or from the callee's, with chat between. */
const call = (sends: Way = 'Send', id?: string): string =>
  [
    line(0, sends, '01', 'offer', OFFER, id),
    CHAT,
    line(2, other(sends), '02', 'accept', '>', id),
    line(4, sends, '03', 'transport', '>', id),
    ...(sends === 'Recv' ? [ACK] : []),
    line(30, sends, '04', 'terminate', ' reason="timeout">', id),
  ].join('');

const SECRETS = /49151|A1B2C3|DEADBEEF|Grace|on my way|3A0000001/;

async function folder(t: TestContext, logs: Readonly<Record<string, string>>): Promise<string> {
  const spec = Object.entries(DIAGNOSED_SPEC).map(([path, text]) => [`spec/${path}`, text]);
  return tempFolder(t, { ...Object.fromEntries(spec), ...logs });
}

const diagnose = (root: string, ...args: string[]) => run(root, 'diagnose', ...args);

describe('capture diagnose', () => {
  it('says that nothing departs in a call, whole or cut off, with other traffic between', async (t) => {
    const lines = call().split(/(?<=\n)/);
    const cut = Object.fromEntries(lines.map((_, i) => [`cut-${i}.log`, lines.slice(0, i + 1).join('')]));
    const root = await folder(t, { 'a.log': call(), 'b.log': call('Recv'), ...cut });
    const { code, stdout, stderr } = await diagnose(root, 'a.log');
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^Call 1 of 1: nothing departs\n {2}flow “A call”; seen by: Caller; 4 stanzas\n/);
    assert.match(stdout, /^ {7}1 {3}0\.000 {2}→ {2}offer {2,}✓ seen$/m);
    assert.match(
      stdout,
      /^ {2}How it ended\n {4}line 6: <terminate reason="timeout">: timeout in Reasons: Nobody answered\./m,
    );
    assert.match(stdout, /Between others: offer-others \(server to others\)/);
    assert.doesNotMatch(stdout + stderr, SECRETS);
    assert.match((await diagnose(root, 'b.log')).stdout, /seen by: Callee/);
    // Two stanzas of a call are needed to speak of one.
    for (const i of lines.keys()) {
      const expected = i < 3 ? 1 : 0;
      assert.equal((await diagnose(root, `cut-${i}.log`)).code, expected, `cut after line ${i + 1}`);
    }
    assert.match((await diagnose(root, 'cut-3.log')).stdout, /The log ends before: → transport; → terminate/);
  });

  it('names the first divergence: a missing step, a wrong order of children, an answer that did not come', async (t) => {
    const root = await folder(t, {
      'missing.log': call().replace(/^.*<transport.*\n/m, ''),
      'order.log': call().replace(OFFER, '><net/><audio/>'),
      'unanswered.log': call('Recv').replace(ACK, ''),
    });
    const missing = await diagnose(root, 'missing.log');
    assert.equal(missing.code, 1);
    assert.match(missing.stdout, /^ {2}First divergence: “transport” is missing before line 5$/m);
    assert.match(missing.stdout, /^ {4}How sure {2}probable; techniques: mitm-tls; clients: a-client$/m);
    assert.match(
      missing.stdout,
      /^ {4}Sources {3}https:\/\/github\.example\/a\/client\/blob\/0123456789abcdef/m,
    );
    assert.match(missing.stdout, /^ {4}See {7}https:\/\/calls\.example\/flows\/one-to-one\/#transport$/m);
    assert.match(missing.stdout, /^ {4}Follows {3}<terminate reason="timeout">: timeout in Reasons/m);
    assert.match(missing.stdout, /→ {2}transport {2,}✗ missing, first$/m);
    const order = await diagnose(root, 'order.log');
    assert.equal(order.code, 1);
    assert.match(order.stdout, /^ {2}First divergence: “offer” in line 1 contradicts the spec$/m);
    assert.match(order.stdout, /^ {4}Expected {2}In <offer>, <audio> must come before <net>\.$/m);
    assert.match(
      order.stdout,
      /^ {4}Instead {3}<net> comes before <audio> in <offer>; the spec requires it after\.$/m,
    );
    const unanswered = await diagnose(root, 'unanswered.log');
    assert.equal(unanswered.code, 1);
    assert.match(unanswered.stdout, /^ {2}First divergence: line 5 was not answered: “ack” is missing$/m);
    // On a terminal of 80 columns, apart from addresses.
    for (const row of `${missing.stdout}${order.stdout}${unanswered.stdout}`.split('\n')) {
      assert.ok(row.length <= 80 || /https:/.test(row), row);
    }
  });

  it('prints several calls each on its own, after a line about all, and one with --call', async (t) => {
    const departing = call('Send', 'FEEDBEEF02').replace(/^.*<transport.*\n/m, '');
    const many = [1, 2, 3].map((n) => call('Send', `DEADBEEF1${n}`)).join('');
    const root = await folder(t, { 'two.log': call() + departing, 'many.log': many + departing });
    const both = await diagnose(root, 'two.log');
    assert.equal(both.code, 1);
    assert.match(
      both.stdout,
      /^2 calls: nothing departs in 1; 1 departs: call 2 \(line 11\)\n\nCall 1 of 2: nothing/,
    );
    assert.match(both.stdout, /\nCall 2 of 2: 1 divergence\n/);
    const one = await diagnose(root, 'two.log', '--call', '1');
    assert.equal(one.code, 0);
    assert.match(one.stdout, /^Call 1 of 2: nothing departs\n/);
    const short = await diagnose(root, 'many.log');
    assert.match(
      short.stdout,
      /^4 calls: nothing departs in 3; [^\n]*\n\nCall 4 of 4: [\s\S]*--all prints them\.\n$/,
    );
    assert.match((await diagnose(root, 'many.log', '--all')).stdout, /\nCall 3 of 4: nothing departs\n/);
    const none = await diagnose(root, 'two.log', '--call', '3');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /^--call 3: two\.log has 2 calls\. Use a number from 1 to 2\./);
  });

  it('diagnoses both sides of a call together, and what was sent and never arrived', async (t) => {
    const callee = call('Recv')
      .replace(/^.*<transport.*\n/m, '')
      .replace(ACK, '');
    const root = await folder(t, {
      'a.log': call(),
      'b.log': call('Recv'),
      'lost.log': callee,
      'x.log': call('Recv', 'FEEDBEEF02'),
    });
    const fine = await diagnose(root, 'a.log', 'b.log');
    assert.equal(fine.code, 0, fine.stdout);
    assert.match(fine.stdout, /^Both sides of one call: a\.log was recorded by Caller, b\.log by Callee\.\n/);
    assert.match(fine.stdout, /\na\.log, call 1 of 1: [\s\S]*\nb\.log, call 1 of 1: /);
    const lost = await diagnose(root, 'a.log', 'lost.log');
    assert.equal(lost.code, 1);
    assert.match(lost.stdout, /Sent and never arrived: <transport>, line 5 of a\.log, is not in lost\.log\./);
    const json = JSON.parse((await diagnose(root, 'a.log', 'lost.log', '--format', 'json')).stdout);
    assert.deepEqual(
      json.calls.map(({ first, undelivered }: { first: number; undelivered: { sender: number }[] }) => [
        first,
        undelivered.map(({ sender }) => sender),
      ]),
      [[1, [0]]],
    );
    const apart = await diagnose(root, 'a.log', 'x.log');
    assert.equal(apart.code, 2);
    assert.match(apart.stderr, /^a\.log and x\.log have no call in common: they have 1 call and 1 call/);
    assert.match(
      (await diagnose(root, 'a.log', 'b.log', '--observer', 'caller')).stderr,
      /^--observer is for a single log/,
    );
  });

  it('has a JSON for programs, which names nobody', async (t) => {
    const root = await folder(t, { 'a.log': call().replace(/^.*<transport.*\n/m, '') });
    const { code, stdout } = await diagnose(root, 'a.log', '--format', 'json');
    assert.equal(code, 1);
    assert.doesNotMatch(stdout, SECRETS);
    const { ok, logs, calls } = JSON.parse(stdout);
    assert.deepEqual([ok, logs[0].problems, logs[0].leaks], [false, [], []]);
    const [{ flow, observer, departs, divergences, rows }] = calls[0].sides;
    assert.deepEqual([flow.id, observer.id, departs], ['one-to-one', 'caller', true]);
    const [{ kind, path, url, event, line: at, evidence }] = divergences;
    assert.deepEqual([kind, path, event, at], ['missing', 'flow/one-to-one#transport', 2, 5]);
    assert.equal(url, 'https://calls.example/flows/one-to-one/#transport');
    assert.match(evidence.sources[0].url, /^https:\/\/github\.example\//);
    assert.deepEqual(
      rows.map(({ verdict, seen }: { verdict: string; seen: { line: number } | null }) => [
        verdict,
        seen?.line ?? null,
      ]),
      [
        ['seen', 1],
        ['seen', 4],
        ['missing', null],
        ['seen', 5],
      ],
    );
  });

  it('has a Markdown for issues: a fixed point that leaks nothing and has no names of files', async (t) => {
    const root = await folder(t, { 'grace.log': call().replace(/^.*<transport.*\n/m, '') });
    const { code, stdout } = await diagnose(root, 'grace.log', '--format', 'markdown');
    assert.equal(code, 1);
    assert.match(stdout, /^\*\*First divergence: “transport” is missing before stanza 3\*\*$/m);
    assert.match(stdout, /^\| {2}\| {2}\| sent \| transport \| ✗ missing, first \|$/m);
    assert.doesNotMatch(stdout, new RegExp(`${SECRETS.source}|grace`));
    const quoted = /\n```\n([\s\S]*?)```\n/.exec(stdout)?.[1] ?? '';
    assert.match(quoted, /^00:00:00\.000 outgoing\n<call to="A@s\.whatsapp\.net"/);
    // The hash of a commit is part of an address.
    assert.deepEqual(findLeaks(stdout.replace(/\]\(<[^>]*>\)/g, ']')), []);
    const again = await folder(t, { 'x.log': quoted });
    assert.equal((await diagnose(again, 'x.log', '--format', 'markdown')).stdout, stdout);
    assert.match((await run(again, 'sanitize', 'x.log')).stderr, /Replaced: nothing\./);
  });

  it('refuses wrong options, with what was meant', async (t) => {
    const root = await folder(t, { 'a.log': call() });
    for (const [args, message] of [
      [['--flow', 'one-to-on'], /^There is no flow one-to-on\. Did you mean one-to-one\?/],
      [['--flow', 'acks'], /^There is no flow acks\. Use one of one-to-one\./],
      [['--observer', 'calller'], /^There is no observer calller\. Did you mean caller\?/],
      [['--observer', 'server'], /^There is no observer server\. Use one of caller, callee\./],
      [['--client', 'a-cleint'], /^There is no client a-cleint\. Did you mean a-client\?/],
      [['--direction', 'up'], /^There is no direction up\. Use one of incoming, outgoing\./],
      [['--call', 'x'], /^--call x: use a whole number from 1/],
      [['b.log', 'c.log'], /^Too many arguments: c\.log/],
    ] as const) {
      const { code, stdout, stderr } = await diagnose(root, 'a.log', ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
    assert.match(
      (await run(root, 'check', 'a.log', 'b.log')).stderr,
      /^Too many arguments: check takes one log\./,
    );
    assert.match(
      (await run(root, 'check', 'a.log', '--format', 'markdown')).stderr,
      /^--format markdown is for diagnose/,
    );
    assert.match(
      (await diagnose(root, 'a.log', '--flow', 'one-to-one', '--observer', 'callee')).stdout,
      /no flow explains it/,
    );
  });

  it('fails where there is no call, or a stanza cannot be read', async (t) => {
    const root = await folder(t, {
      'chat.log': CHAT,
      'none.log': 'nothing\n',
      'torn.log': `${call()}<call to=4917@lid id=1>\n`,
    });
    const chat = await diagnose(root, 'chat.log');
    assert.deepEqual([chat.code, chat.stdout], [1, '']);
    assert.match(chat.stderr, /^chat\.log has no call: [\s\S]*npm run capture -- check FILE/);
    assert.equal((await diagnose(root, 'none.log')).code, 1);
    const torn = await diagnose(root, 'torn.log');
    assert.equal(torn.code, 0);
    assert.match(torn.stderr, /^torn\.log:7:1 {2}error/m);
    assert.match(
      (await run(root, '--help')).stdout,
      /diagnose {2}says where[\s\S]*FILE-B|diagnose caller\.log callee\.log/,
    );
  });
});
