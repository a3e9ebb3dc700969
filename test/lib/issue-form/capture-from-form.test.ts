import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { captureFromForm } from '../../../lib/issue-form/capture-from-form.ts';
import { sha256 } from '../../../lib/node/cache/sha256.ts';
import { issueBody as body, CLEAN, ENUM, STANZA } from './issue-body.ts';

const SPEC = { 'stanzas/ping.yaml': STANZA, 'enums/kinds.yaml': ENUM };

function make(text: string, author = 'Alice-1', more: Readonly<Record<string, string>> = {}) {
  const files = memoryFiles({ ...SPEC, ...more });
  return captureFromForm({ number: 12, author, body: text }, loadCorpus(files).corpus, files, { sha256 });
}

function fileOf(made: ReturnType<typeof make>, path: string): Record<string, unknown> {
  assert.ok('files' in made, JSON.stringify(made));
  const file = made.files.find((one) => one.path === path);
  assert.ok(file, path);
  return parse(file.after) as Record<string, unknown>;
}

test('a form gives a capture with its technique, direction, day, issue and author', () => {
  const made = make(body({ day: '2026-01-31' }));
  const capture = fileOf(made, 'captures/issue-12.yaml');
  assert.deepEqual(capture['source'], {
    technique: 'websocket-capture',
    issue: '#12',
    contributor: 'alice-1',
    captured_at: '2026-01-31',
  });
  assert.equal(capture['direction'], 'incoming');
  assert.equal(capture['sanitized'], true);
  assert.match(
    (capture['raw'] as { body: string }).body,
    /<ping from="A@s\.whatsapp\.net" kind="loud"\s*\/>/,
  );
  assert.deepEqual(fileOf(made, 'contributors/alice-1.yaml'), {
    id: 'alice-1',
    name: 'Alice-1',
    github: 'Alice-1',
  });
});

test('an unsanitized stanza is sanitized, and the answer says so', () => {
  const made = make(body({ text: '<ping from="15551234567@s.whatsapp.net" kind="loud" secret="hunter2"/>' }));
  assert.ok('files' in made, JSON.stringify(made));
  assert.notDeepEqual(made.replaced, []);
  assert.doesNotMatch(JSON.stringify(made), /15551234567|hunter2/);
});

test('the answer lists new parts that were not shared, without their text', () => {
  const text = '<ping from="A@s.whatsapp.net" kind="shrill" pitch="1"><echo/></ping>';
  const made = make(body({ text }));
  assert.ok('files' in made, JSON.stringify(made));
  const said = made.remarks.join('\n');
  assert.match(said, /A value that kinds does not list .* “Shared on purpose” write kinds= and/);
  assert.match(said, /Names that the spec does not know were replaced with placeholders: 2\./);
  assert.doesNotMatch(said, /shrill|pitch|echo/);
  const shared = make(body({ text, share: 'kinds=shrill\npitch, echo' }));
  assert.ok('files' in shared, JSON.stringify(shared));
  assert.doesNotMatch(shared.remarks.join('\n'), /Shared on purpose/);
});

test('a cut-off stanza is accepted as far as it goes, and the answer says so', () => {
  const made = make(body({ text: '<ping from="A@s.whatsapp.net" kind="lo' }));
  assert.ok('files' in made, JSON.stringify(made));
  assert.match(made.remarks.join(), /cut off/);
});

test('a form is checked with the rules that compare the spec with its releases, as validate does', () => {
  const made = make(body(), 'Alice-1', { 'releases/0.1.0.json': '{}', 'releases/digests.json': '[]' });
  assert.ok('findings' in made, JSON.stringify(made));
  assert.deepEqual(
    made.findings.map(({ code }) => code),
    ['path/bundle', 'release/digests'],
  );
});

test('the author comes from the event, never from the text', () => {
  const known = { 'contributors/al.yaml': 'id: al\nname: Al\ngithub: aLICE-1\n' };
  const text = body({ remarks: 'contributor: mallory\nauthor: mallory' });
  assert.deepEqual(fileOf(make(text, 'Alice-1', known), 'captures/issue-12.yaml')['source'], {
    technique: 'websocket-capture',
    issue: '#12',
    contributor: 'al',
  });
  const other = { 'contributors/Alice-1.yaml': 'id: Alice-1\nname: Another\ngithub: somebody\n' };
  const made = make(text, 'Alice-1', other);
  assert.equal(
    (fileOf(made, 'captures/issue-12.yaml')['source'] as { contributor: string }).contributor,
    'github-alice-1',
  );
  assert.doesNotMatch(JSON.stringify(made), /mallory/);
  for (const author of ['', 'a b', '../x', "x'\ny: z", 'robot[bot]', '__', 'x'.repeat(60)]) {
    const none = make(text, author);
    assert.ok('problems' in none, author);
    assert.deepEqual(
      none.problems.map(({ field }) => field),
      ['Author'],
      author,
    );
    assert.match(
      none.problems[0]?.message ?? '',
      author.endsWith('[bot]') ? /opened by a bot/ : /not opened by an ordinary GitHub account/,
    );
  }
});

test('a login of an enterprise is accepted, and two people never share an id', () => {
  assert.deepEqual(fileOf(make(body(), 'Mona-Lisa_acme'), 'contributors/mona-lisa-acme.yaml'), {
    id: 'mona-lisa-acme',
    name: 'Mona-Lisa_acme',
    github: 'Mona-Lisa_acme',
  });
  const others = {
    'contributors/mona.yaml': 'id: mona\nname: A\n',
    'contributors/github-mona.yaml': 'id: github-mona\nname: B\n',
  };
  assert.equal(fileOf(make(body(), 'Mona', others), 'contributors/github-mona-2.yaml')['github'], 'Mona');
});

test('an unlisted value is shared only if the form says so, together with its entry', () => {
  const text = '<ping from="A@s.whatsapp.net" kind="quiet" hue="1"/>';
  const plain = make(body({ text }));
  assert.doesNotMatch(JSON.stringify(plain), /quiet|hue/);
  const made = make(body({ text, share: 'kinds=quiet\nhue' }));
  const { raw } = fileOf(made, 'captures/issue-12.yaml') as { raw: { body: string } };
  assert.match(raw.body, /kind="quiet" hue="/);
  const { values } = fileOf(made, 'enums/kinds.yaml') as { values: object[] };
  assert.deepEqual(values[1], {
    value: 'quiet',
    confidence: 'speculative',
    description: 'Seen in a capture. What it means is not known yet.',
    provenance: { techniques: ['websocket-capture'], sources: ['capture:issue-12'] },
  });
  for (const [given, why] of [
    [{ text, share: 'kinds=loud\nkinds=silent' }, /1 of the values do not occur/],
    [{ text, share: 'kinds=4915112345678' }, /a phone number/],
    [{ text, share: 'kinds=quiet', kind: 'synthetic' }, /cannot introduce a new name or value/],
    [{ text, share: 'hue', kind: 'synthetic' }, /cannot introduce a new name or value/],
  ] as const) {
    const none = make(body(given));
    assert.ok('problems' in none, JSON.stringify(given));
    assert.equal(none.problems[0]?.field, 'Shared on purpose');
    assert.match(none.problems[0]?.message ?? '', why);
    assert.doesNotMatch(JSON.stringify(none), /silent|quiet|4915112345678/);
  }
});

test('an error names its field, and no capture is made', () => {
  for (const [given, field] of [
    [{ technique: 'guessing' }, 'Where does your log come from?'],
    [{ direction: '_No response_' }, 'Direction'],
    [{ text: '' }, 'Sanitized stanzas'],
    [{ text: 'no stanza here' }, 'Sanitized stanzas'],
    [{ text: `${CLEAN}\n${CLEAN}` }, 'Sanitized stanzas'],
    [{ text: '<pong/>' }, 'Sanitized stanzas'],
  ] as const) {
    const made = make(body(given));
    assert.ok('problems' in made, JSON.stringify(given));
    assert.ok(made.problems.length > 0, JSON.stringify([given, made]));
    assert.deepEqual([...new Set(made.problems.map((one) => one.field))], [field], JSON.stringify(given));
  }
});

const INJECTIONS: readonly string[] = [
  `${CLEAN}\n\`\`\`\n\n### Direction\n\noutgoing`,
  `${CLEAN}\n\`\`\`\nsanitized: false\nid: evil\n---\n`,
  '<ping from="A@s.whatsapp.net" kind="loud"/>\n    sanitized: false\nconfidence: confirmed',
  '<ping kind="$(rm -rf /)`id`; echo ${{ secrets.X }}"/>',
  '<ping kind="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"/>',
  '<ping kind="::error::x"/>\n::set-output name=x::y',
  '<ping kind="![x](https://evil.example/a.png) [b](javascript:x)"/>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><ping kind="&e;"/>',
  '<ping kind="\u202e\u0000\u001b[31m"/>',
  '{"tag": "ping", "attrs": {"__proto__": "x", "kind": "!!js/function x"}}',
  '<ping kind="*a &amp;b: !!binary"/>',
];

test('an injection attempt gives a plain capture or an error', () => {
  for (const text of INJECTIONS) {
    const made = make(body({ text }));
    if ('problems' in made) {
      assert.ok(made.problems.length + made.findings.length > 0);
      continue;
    }
    const capture = fileOf(made, 'captures/issue-12.yaml');
    assert.equal(capture['id'], 'issue-12');
    assert.equal(capture['sanitized'], true);
    assert.equal(capture['confidence'], 'probable');
    assert.equal(capture['direction'], 'incoming');
    assert.deepEqual(
      made.files.map(({ path }) => path).sort(),
      [...new Set(made.files.map(({ path }) => path))].sort(),
    );
    for (const { path, after } of made.files) {
      assert.match(path, /^(?:captures\/issue-12|contributors\/alice-1|stanzas\/ping|enums\/kinds)\.yaml$/);
      assert.doesNotMatch(
        after,
        /<script|alert|evil|javascript|secrets|rm -rf|::|passwd|\u202e|\u0000|\u001b/,
        text,
      );
    }
  }
});

test('an answer says what the author of an issue can do, without commands', () => {
  const texts = [
    make(body({ text: '<pong from="A@s.whatsapp.net"/>' })),
    make(body({ text: '<ping from="A@s.whatsapp.net" kind="loud" newcomer="3"/>' })),
    make(body({ text: '<ping from="A@s.whatsapp.net" kind="shrill"/>' })),
    make(body(), 'call-4917000000001'),
  ].map((made) => JSON.stringify(made));
  assert.match(texts[0] ?? '', /describe it first: propose a file for it/);
  assert.match(texts[1] ?? '', /keep it with a line under “Shared on purpose”/);
  for (const text of texts) assert.doesNotMatch(text, /npm run|--[a-z]/);
});
