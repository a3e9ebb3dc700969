import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Files, validateAll } from '../../cases/case.ts';
import { attribute, child, enumeration, stanza } from '../../cases/texts.ts';

// Two checks that share no code keep personal data out of a spec: a capture must not change when it is sanitized again,
// and the leak check must find nothing in it. No single line of data may open both.

const SECRETS: Readonly<Record<string, string>> = {
  'a phone number': '4915112345678',
  'a phone number with its country': '+49 151 12345678',
  'a JID': '4915112345678@s.whatsapp.net',
  'an IPv4 address': '89.26.12.7',
  'an IPv6 address': '2a02:8109:9f40::1',
  'a key in hex': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'a key in base64': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
};

const type = (id: string, base: string, rest = 'privacy: text'): Files => ({
  [`types/${id}.yaml`]: `id: ${id}\nstatus: draft\nsummary: A type.\nbase: ${base}\n${rest}\n`,
});
const SPEC = stanza(
  `attributes:
  - ${attribute('text', 'remark')}
  - ${attribute('number', 'amount')}
  - ${attribute('digits', 'code')}
  - ${attribute('color', 'enum:colors')}
children:
  - ${child('te', '0..1', 'content: { type: blob, confidence: unknown, description: Bytes. }')}
`,
);
const FILES: Files = {
  'stanzas/call-x.yaml': SPEC,
  'enums/colors.yaml': enumeration(['red']),
  'glossary.yaml': 'terms:\n  - { term: Grace, definition: A word. }\n',
  ...type('remark', 'string'),
  ...type('amount', 'int'),
  ...type('code', 'hex'),
  ...type('blob', 'bytes'),
};
const capture = (body: string, rest = ''): Files => ({
  'captures/one.yaml': `id: one
source: { technique: websocket-capture }
stanza_tag: call
direction: incoming
confidence: probable
raw:
  format: xml
  body: |-
    ${body}
sanitized: true
${rest}`,
});
const quoted = (text: string): string => JSON.stringify(text);

/** A spec with one line changed or added. */
const edited = (file: string, from: string | RegExp, to: string): Files => ({
  ...FILES,
  [file]: String(FILES[file]).replace(from, () => to),
});

/** The places of a stanza, with the type of each. */
const PLACES: Readonly<Record<string, string | undefined>> = {
  text: 'remark',
  number: 'amount',
  digits: 'code',
  te: 'blob',
  color: undefined,
};

const stanzaWith = (place: string, secret: string): string =>
  place === 'te' ? `<call><te>${secret}</te></call>` : `<call ${place}="${secret}"/>`;

/** Every single line that could declare the value of a place public. */
function* linesFor(
  place: string,
  secret: string,
): Generator<readonly [what: string, files: Files, rest?: string]> {
  const value = quoted(secret);
  yield ['nothing', FILES];
  yield ['an exception', FILES, `public: [{ value: ${value}, reason: Nobody has it. }]\n`];
  yield ['a term', edited('glossary.yaml', 'Grace', value)];
  const one = `  - { value: ${value}, confidence: unknown, description: A value. }\n`;
  yield ['a value of an enum', edited('enums/colors.yaml', /$/, one)];
  const match = `match: { attributes: [{ name: ${place}, values: [${value}] }] }\nattributes:`;
  yield ['a match', edited('stanzas/call-x.yaml', 'attributes:', match)];
  const fact = new RegExp(`(?:name: ${place}, |content: ).*description: (?:An attribute|Bytes)\\.`);
  const found = fact.exec(SPEC)?.[0] ?? '';
  const more = (key: string): Files => edited('stanzas/call-x.yaml', found, `${found}, ${key}`);
  yield ['an observed value', more(`observed_values: [${value}]`)];
  yield ['a constant', more(`value: ${value}`)];
  yield ['a condition', more(`only_if: ${quoted(`@text = '${secret}'`)}`)];
  const id = PLACES[place];
  if (id === undefined) return;
  const file = `types/${id}.yaml`;
  yield [`${id} is public`, edited(file, 'privacy: text', 'privacy: public')];
  for (const base of ['string', 'int', 'hex', 'bytes', 'bool', 'jid', 'timestamp']) {
    yield [`the base of ${id} is ${base}`, edited(file, /base: \w+/, `base: ${base}`)];
  }
  for (const line of [
    "pattern: '.*'",
    `pattern: ${quoted(secret.replace(/[^A-Za-z0-9 ]/g, '\\$&'))}`,
    `examples: [${value}]`,
    `expected: ${value}`,
    "placeholder: { form: '{a}', parts: [{ name: a, privacy: public }] }",
    `placeholder: { form: ${quoted(`${secret}{a}`)}, parts: [{ name: a, privacy: public }] }`,
  ]) {
    yield [`${id} has ${line}`, edited(file, /$/, `${line}\n`)];
  }
}

const refusals = (files: Files): string[] =>
  validateAll(files)
    .findings.map(({ code }) => code)
    .filter((code) => code === 'capture/leak' || code === 'capture/not-sanitized');

describe('no single line of data opens both checks', () => {
  it('and a capture without anything personal passes both', () => {
    const body = '<call text="TEXT-0001-synthetic" number="7" digits="00" color="red"/>';
    assert.deepEqual(validateAll({ ...FILES, ...capture(body) }).findings, []);
  });

  const assertRefused = (place: string, secret: string): void => {
    for (const [what, files, rest] of linesFor(place, secret)) {
      const found = refusals({ ...files, ...capture(stanzaWith(place, secret), rest) });
      assert.notDeepEqual(found, [], `${what}, at ${place}`);
    }
  };
  for (const [name, secret] of Object.entries(SECRETS)) {
    it(`for ${name}`, () => {
      for (const place of Object.keys(PLACES)) assertRefused(place, secret);
    });
  }

  // Elsewhere, six bytes look like nothing.
  it('for the bytes of an address in a node that holds one', () => assertRefused('te', '591a0c070d96'));
});

describe('two lines of data', () => {
  it('open both checks for a value that is listed and has a reason', () => {
    const secret = '335544320';
    const rest = `public: [{ value: '${secret}', reason: It is a constant of the protocol. }]\n`;
    const listed = edited(
      'enums/colors.yaml',
      /$/,
      `  - { value: '${secret}', confidence: unknown, description: A value. }\n`,
    );
    const body = `<call color="${secret}"/>`;
    assert.deepEqual(refusals({ ...listed, ...capture(body, rest) }), []);
    assert.deepEqual(refusals({ ...listed, ...capture(body) }), ['capture/leak']);
    assert.deepEqual(refusals({ ...FILES, ...capture(body, rest) }), ['capture/not-sanitized']);
    const more = `<call color="${secret} 1"/>`;
    assert.ok(refusals({ ...listed, ...capture(more, rest) }).includes('capture/leak'));
  });
});
