import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { captureFormFields, readCaptureForm } from '../../../lib/issue-form/capture-form.ts';
import { type FormField, parseFormBody } from '../../../lib/issue-form/form-body.ts';
import { KINDS } from '../../../lib/schema/kinds.ts';
import { enumeration } from '../../cases/texts.ts';
import fc from '../../helpers/fast-check.ts';

const FIELDS: readonly FormField[] = [
  { id: 'way', label: 'Direction', required: true, options: ['outgoing', 'incoming'] },
  { id: 'text', label: 'Stanza', required: true },
  { id: 'day', label: 'Day', required: false },
];

const body = (way: string, text: string, day = '_No response_'): string =>
  `### Direction\n\n${way}\n\n### Stanza\n\n\`\`\`text\n${text}\n\`\`\`\n\n### Day\n\n${day}\n`;

test('a form gives the values of its fields', () => {
  const { values, problems } = parseFormBody(body('incoming', '<call/>', '2026-01-31'), FIELDS);
  assert.deepEqual(problems, []);
  assert.deepEqual(Object.fromEntries(values), { way: 'incoming', text: '<call/>', day: '2026-01-31' });
});

test('CRLF line ends are accepted, and empty optional fields are omitted', () => {
  const { values, problems } = parseFormBody(body('outgoing', 'a\nb').replaceAll('\n', '\r\n'), FIELDS);
  assert.deepEqual(problems, []);
  assert.deepEqual(Object.fromEntries(values), { way: 'outgoing', text: 'a\nb' });
});

test('a missing, unknown or duplicate field is a problem that names the field, and no value', () => {
  for (const [text, field, message] of [
    [body('_No response_', 'x'), 'Direction', /is empty\. Choose one of: outgoing, incoming/],
    [body('', 'x'), 'Direction', /is empty/],
    [body('sideways', 'x'), 'Direction', /is not an option of the form/],
    [body('Incoming', 'x'), 'Direction', /is not an option of the form/],
    [body('incoming\noutgoing', 'x'), 'Direction', /is not an option of the form/],
    [body('constructor', 'x'), 'Direction', /is not an option of the form/],
    [body('incoming', 'x').replace('### Direction', '### Way'), 'Direction', /is missing\. Restore/],
    [
      body('incoming', 'x\n```\n\n### Direction\n\noutgoing\n\n```text\n'),
      'Direction',
      /appears twice, in lines 1 and/,
    ],
    [body('incoming', ''), 'Stanza', /is empty/],
    [`### Day\n\nx\n\n${body('incoming', 'x').replace(/### Day[\s\S]*$/, '')}`, 'Day', /in the wrong place/],
  ] as const) {
    const { values, problems } = parseFormBody(text, FIELDS);
    assert.deepEqual(
      problems.map((one) => one.field),
      [field],
      text,
    );
    assert.match(problems[0]?.message ?? '', message);
    assert.equal(values.has(FIELDS.find(({ label }) => label === field)?.id ?? ''), false);
  }
});

test('nothing at all gives a problem for each required field', () => {
  const { values, problems } = parseFormBody('', FIELDS);
  assert.equal(values.size, 0);
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['Direction', 'Stanza', 'Day'],
  );
});

test('a body that is not from a form is refused before it is parsed', () => {
  assert.match(parseFormBody('x'.repeat(80_000), FIELDS).problems[0]?.message ?? '', /more than/);
});

test('no text can fake a choice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('### Direction', '### Stanza', '### Day', '```', 'incoming', '', 'x')),
      (lines) => {
        const { values, problems } = parseFormBody(lines.join('\n'), FIELDS);
        const way = values.get('way');
        assert.ok(way === undefined || way === 'incoming');
        assert.ok(values.has('way') || problems.some(({ field }) => field === 'Direction'));
      },
    ),
  );
});

const technique = (id: string, title: string): string =>
  `{ id: ${id}, title: ${title}, status: draft, maturity: established, summary: S., targets: [A], strengths: [B],
    limitations: [C], tooling: [D] }`;

const CORPUS = {
  techniques: new Map([['frida-hooking', { id: 'frida-hooking' }]]),
  definitions: loadCorpus(memoryFiles({ 'enums/colors.yaml': enumeration(['red']) })).corpus.definitions,
};

const capture = (given: Partial<Record<string, string>> = {}): string =>
  [
    ['Where does your log come from?', given['technique'] ?? 'frida-hooking'],
    ['Which client was it?', given['client'] ?? 'I do not know'],
    ['Version of the client', given['version'] ?? '_No response_'],
    ['Whose side of the call is it?', given['observer'] ?? 'I do not know'],
    ['Direction', given['direction'] ?? 'incoming'],
    ['Kind', given['kind'] ?? 'captured'],
    ['Sanitized stanzas', `\`\`\`text\n${given['text'] ?? '<call/>'}\n\`\`\``],
    ['Shared on purpose', given['share'] ?? '_No response_'],
    ['Day of the capture', given['day'] ?? '_No response_'],
    ['Address, if somebody else published it', given['url'] ?? '_No response_'],
    ['Who published it', given['author'] ?? '_No response_'],
    ['Its licence', given['license'] ?? '_No response_'],
    ['Remarks', given['remarks'] ?? '_No response_'],
    ['Before you send it', given['sure'] ?? '- [X] sanitized\n- [x] published'],
  ]
    .map(([label, value]) => `### ${label}\n\n${value}`)
    .join('\n\n');

test('the form for captures gives what a capture needs, and leaves the remarks where they are', () => {
  const read = readCaptureForm(capture({ day: '2026-01-31', remarks: 'call me at +1 555 0100' }), CORPUS);
  assert.deepEqual(read, {
    form: {
      technique: 'frida-hooking',
      client: undefined,
      version: undefined,
      observer: undefined,
      url: undefined,
      author: undefined,
      license: undefined,
      direction: 'incoming',
      kind: 'captured',
      text: '<call/>',
      capturedAt: '2026-01-31',
      shared: { keepNames: [], keepValues: [] },
    },
  });
});

test('shared names and values are read line by line; personal data is an error that does not quote it', () => {
  const read = readCaptureForm(capture({ share: 'new_thing\n\n colors=dark,green \nx=' }), CORPUS);
  assert.deepEqual('problems' in read && read.problems.map(({ message }) => message), [
    'Line 4: write the value as enum=value, such as terminate-reasons=busy.',
  ]);
  const good = readCaptureForm(capture({ share: 'new_thing\n\n colors=dark,green ' }), CORPUS);
  assert.ok('form' in good);
  assert.deepEqual(good.form.shared, { keepNames: ['new_thing'], keepValues: ['colors=dark,green'] });
  for (const [share, why] of [
    ['4915112345678', /^Line 1: the name cannot be shared\. It looks like a phone number/],
    ['colors=ana@example.org', /the value cannot be shared\. It looks like an e-mail address/],
    ['colors=4915112', /a long number/],
    ['colors=203.0.113.9', /a network address/],
    ['colors=deadbeef01', /hexadecimal/],
    ['colours=dark', /no enum of this name\. Did you mean colors\?/],
    ['sizes=dark', /no enum of this name\. Write the id of the enum/],
    ['- `9dark`', /Names of the protocol begin/],
    ['- `colors="4915112"`', /a long number/],
    ['colors=<b>', /few punctuation marks/],
    ['a\n'.repeat(60), /more than 50 lines/],
  ] as const) {
    const bad = readCaptureForm(capture({ share }), CORPUS);
    assert.ok('problems' in bad, share);
    assert.deepEqual([...new Set(bad.problems.map(({ field }) => field))], ['Shared on purpose']);
    assert.match(bad.problems[0]?.message ?? '', why);
    assert.ok(!JSON.stringify(bad.problems).includes(share.replace('colors=', '')), share);
  }
});

test('shared names and values may be in a list, in quotes, as code, several per line', () => {
  for (const [share, keepNames, keepValues] of [
    ['- new_thing\n* other-thing\n2. third', ['new_thing', 'other-thing', 'third'], []],
    ['- `colors="dark"`, new_thing', ['new_thing'], ['colors=dark']],
    ["colors='dark'", [], ['colors=dark']],
    ['`colors=dark` `colors=pale`', [], ['colors=dark', 'colors=pale']],
    ['colors=“dark”; `<tag>`, `@name`', ['tag', 'name'], ['colors=dark']],
    ['a, b,c', ['a', 'b', 'c'], []],
    ['colors="dark,green"', [], ['colors=dark,green']],
    ['colors=dark,green', [], ['colors=dark,green']],
  ] as const) {
    const read = readCaptureForm(capture({ share }), CORPUS);
    assert.deepEqual('form' in read ? read.form.shared : read.problems, { keepNames, keepValues }, share);
  }
});

test('a technique is chosen by where logs of it come from, and its id is the same choice', () => {
  const { techniques, definitions } = loadCorpus(
    memoryFiles({
      'techniques/frida-hooking.yaml': technique('frida-hooking', 'Hooks').replace(
        'tooling',
        'log_from: A hook in the app, tooling',
      ),
      'techniques/wire.yaml': technique('wire', 'Reading along'),
    }),
  ).corpus;
  const corpus = { techniques, definitions };
  const words = 'A hook in the app';
  const [field] = captureFormFields(corpus);
  assert.deepEqual([...(field?.offered ?? [])], [['frida-hooking', words]]);
  for (const said of [words, 'frida-hooking']) {
    const read = readCaptureForm(capture({ technique: said }), corpus);
    assert.ok('form' in read && read.form.technique === 'frida-hooking', said);
  }
  for (const said of ['Hooks', 'wire']) {
    const read = readCaptureForm(capture({ technique: said }), corpus);
    assert.ok('problems' in read);
    assert.match(read.problems[0]?.message ?? '', /Choose one of: A hook in the app\.$/);
  }
});

test('an unknown technique, a missing direction, an invalid day and an unchecked box are errors that name the field', () => {
  for (const [given, field] of [
    [{ technique: 'guessing' }, 'Where does your log come from?'],
    [{ technique: '__proto__' }, 'Where does your log come from?'],
    [{ direction: '_No response_' }, 'Direction'],
    [{ direction: 'bidirectional' }, 'Direction'],
    [{ kind: 'dreamt' }, 'Kind'],
    [{ day: 'yesterday' }, 'Day of the capture'],
    [{ day: '2026-02-31' }, 'Day of the capture'],
    [{ day: '2026-01-31\nstatus: stable' }, 'Day of the capture'],
    [{ sure: '- [ ] sanitized' }, 'Before you send it'],
    [{ text: '' }, 'Sanitized stanzas'],
  ] as const) {
    const read = readCaptureForm(capture(given), CORPUS);
    assert.ok('problems' in read, JSON.stringify(given));
    assert.deepEqual(
      read.problems.map((one) => one.field),
      [field],
    );
  }
});

test('the form offers the kinds that the schema knows', () => {
  const schema = KINDS.capture.schema as { properties: { kind: { enum: string[] } } };
  assert.deepEqual(
    captureFormFields(CORPUS).find(({ id }) => id === 'kind')?.options,
    schema.properties.kind.enum,
  );
});
