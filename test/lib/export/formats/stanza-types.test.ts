import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stanzaTypes } from '../../../../lib/export/formats/stanza-types.ts';
import { attribute, child, sharedNode, stanza, used } from '../../../cases/texts.ts';
import { typescriptErrors } from '../../../helpers/export/typescript-errors.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { FILES, publicationOf } from '../../../site/corpus-of.ts';
import { HOSTILE_FILES, publicationOf as hostile } from '../hostile.ts';

const { publication } = publicationOf(FILES);
const TYPES = stanzaTypes(publication.corpus);

test('attributes have their types, are optional unless required, and are removed when not trusted', () => {
  const client = `
    import type { CallEnd, Reasons, Stanzas } from './types.d.ts';
    const end: CallEnd['children']['end'] = undefined as never;
    const speculative: CallEnd = {
      tag: 'call',
      attributes: { from: 'A@s.whatsapp.net' },
      children: { end: { tag: 'end', attributes: { reason: 'busy' }, children: { net: [{ tag: 'net', attributes: {} }] } } },
    };
    const sure: CallEnd<'probable'> = { tag: 'call', attributes: { from: 'A@s.whatsapp.net' }, children: {} };
    const none: CallEnd<'confirmed'> = { tag: 'call', attributes: {}, children: {} };
    const reason: Reasons = 'busy';
    const same: Stanzas['call-end'] = speculative;
    const key: Uint8Array | undefined = end.children.to?.[0]?.content;
    const unknown: CallEnd<'unknown'>['children']['end']['attributes']['count'] = 3;
    export { sure, none, reason, same, key, unknown };`;
  assert.deepEqual(typescriptErrors(TYPES, client), []);
});

test('types of the spec have the type that they say, or that of their base', () => {
  const type = (id: string, rest: string): string =>
    `id: ${id}\nstatus: draft\nsummary: S.\nprivacy: id\n${rest}`;
  const types = stanzaTypes(
    publicationOf({
      ...FILES,
      'types/call-id.yaml': type('call-id', "base: string\ntypescript: '`${string}:${number}`'\n"),
      'types/port.yaml': type('port', 'base: int\n'),
      'types/unsafe.yaml': type('unsafe', "base: int\ntypescript: 'any; export const x = 1'\n"),
      'stanzas/call-x.yaml': minimalStanza(
        'call-x',
        `attributes:
  - { name: id, type: call-id, confidence: probable, description: D. }
  - { name: port, type: port, confidence: probable, description: D. }
  - { name: other, type: unsafe, confidence: probable, description: D. }
`,
      ),
    }).publication.corpus,
  );
  const client = (id: string): string => `
    import type { CallId, CallX, Port } from './types.d.ts';
    const call: CallX = { tag: 'ping', attributes: { id: ${id}, port: 1, other: 2 } };
    const id: CallId = 'a:1';
    const port: Port = 3;
    export { call, id, port };`;
  assert.deepEqual(typescriptErrors(types, client("'a:1'")), []);
  assert.match(typescriptErrors(types, client("'a'")).join(), /not assignable/);
  assert.doesNotMatch(types, /export const/);
});

for (const [name, statement, said] of [
  ['a missing required attribute', `const a: CallEnd['attributes'] = {};`, /from.* is missing/],
  ['a value that the enum has not', `const r: Reasons = 'sunday';`, /not assignable/],
  ['another tag', `const t: CallEnd['tag'] = 'ring';`, /not assignable/],
  ['a fact that is not trusted', `declare const c: CallEnd<'probable'>; c.children.end;`, /does not exist/],
  [
    'no child where there is at least one',
    `declare const c: CallEnd; c.children.end.children.net = [];`,
    /not assignable/,
  ],
] as const) {
  test(`${name} does not compile`, () => {
    const client = `import type { CallEnd, Reasons } from './types.d.ts';\n${statement}\nexport type { CallEnd, Reasons };`;
    const errors = typescriptErrors(TYPES, client);
    assert.equal(errors.length, 1, errors.join('\n'));
    assert.match(errors[0] ?? '', said);
  });
}

const SHARED = stanzaTypes(
  publicationOf({
    'stanzas/call-x.yaml': stanza(`envelope: call-e
children: [${used('te')}, ${child('one', '0..1')}, ${child('two', '0..1')}]
one_of: [{ id: a, of: [one, two], occurrence: '0..1', confidence: unknown, description: One. }]
`),
    'stanzas/call-e.yaml': stanza(
      `attributes: [${attribute('from', 'jid', 'sent: never, delivered: always')}, ${attribute('to', 'jid', 'sent: required, delivered: never')}, ${attribute('id', 'string', 'required: true')}]\n`,
      'call-e',
    ),
    'nodes/te.yaml': sharedNode(
      `attributes: [${['ip', 'host'].map((name) => attribute(name, 'string')).join(', ')}, ${attribute('v', 'string', `required: true, value: '0'`)}]
one_of: [{ id: a, of: ['@ip', '@host'], occurrence: '1', confidence: probable, description: One. }]
`,
    ),
  }).publication.corpus,
);
const HEAD = `import type { CallX } from './types.d.ts'; export type { CallX };
type Sent = CallX<'unknown', 'sent'>; type Delivered = CallX<'unknown', 'delivered'>; type Any = CallX<'unknown'>;
type Te = Any['children']['te'];`;

test('legs, choices and constants are in the types, also of what is shared', () => {
  const client = `${HEAD}
    const sent: Sent['attributes'] = { to: '1@lid', id: 'a' };
    const delivered: Delivered['attributes'] = { from: '1@lid', id: 'a' };
    const any: Any['attributes'][] = [{ id: 'a' }, sent, delivered];
    const te: Te = { tag: 'te', attributes: { ip: '192.0.2.1', v: '0' } };
    const host: string | undefined = te.attributes.host;
    const none: Any['children'] = { te };
    const one: Any['children'] = { te, one: { tag: 'one', attributes: {} } };
    export { any, host, none, one };`;
  assert.deepEqual(typescriptErrors(SHARED, client), []);
});

for (const [name, statement] of [
  ['what is never sent', `const a: Sent['attributes'] = { to: '1@lid', id: 'a', from: '2@lid' };`],
  ['what is sent without what is required there', `const a: Sent['attributes'] = { id: 'a' };`],
  ['none of a choice', `const a: Te['attributes'] = { v: '0' };`],
  ['two of a choice', `const a: Te['attributes'] = { v: '0', ip: '1', host: '2' };`],
  [
    'two of at most one',
    `declare const o: any; const a: Any['children'] = { te: o as Te, one: { tag: 'one', attributes: {} }, two: { tag: 'two', attributes: {} } };`,
  ],
  ['another value than the constant', `const a: Te['attributes'] = { v: '1', ip: '1' };`],
] as const) {
  test(`${name} does not compile`, () => {
    assert.equal(typescriptErrors(SHARED, `${HEAD}\n${statement}\nexport { a };`).length, 1);
  });
}

test('a value that an open dispute denies says so, and no other does', () => {
  const dispute = (rest: string): string => `disputes: [{ claim: Nobody */ writes it., ${rest} }]`;
  const types = stanzaTypes(
    publicationOf({
      ...FILES,
      'enums/words.yaml': `id: words
title: Words
status: draft
summary: S.
values:
  - { value: a, confidence: speculative, description: D., ${dispute('refutes: true')} }
  - { value: b, confidence: speculative, description: D., ${dispute("refutes: true, status: resolved, resolution: 'No.'")} }
  - { value: c, confidence: speculative, description: D., ${dispute("sources: ['#1']")} }
`,
    }).publication.corpus,
  );
  assert.match(types, /\/\*\* Do not send it\. Nobody \*\\\/ writes it\. \*\/\n {4}"a": 'unknown';\n {4}"b"/);
  assert.equal(types.split('Do not send it').length, 2);
  assert.deepEqual(typescriptErrors(types, 'export {};'), []);
});

test('the types of any spec are valid TypeScript', () => {
  assert.deepEqual(typescriptErrors(stanzaTypes(hostile(HOSTILE_FILES).corpus), 'export {};'), []);
});

test('what a leg is surer of is as sure in the types; a value that was observed in an attribute is one of its own', () => {
  const types = stanzaTypes(
    publicationOf({
      ...FILES,
      'stanzas/call-x.yaml': minimalStanza(
        'call-x',
        `attributes:
  - name: id
    type: string
    required: false
    sent: { presence: required, confidence: probable }
    confidence: speculative
    description: D.
  - { name: to, type: string, confidence: speculative, description: D. }
  - { name: count, type: int, value: '0', confidence: probable, description: D. }
  - name: reason
    type: enum:reasons
    confidence: probable
    observed_values: [other, second]
    description: D.
    provenance: { techniques: [mitm-tls] }
  - name: gone
    type: string
    confidence: probable
    description: D.
    disputes: [{ claim: Nobody writes it., refutes: true }]
`,
      ),
    }).publication.corpus,
  );
  const client = (attributes: string): string =>
    `import type { CallX } from './types.d.ts';\nexport const x: CallX<'probable', 'sent'> = { tag: 'ping', attributes: { ${attributes} } };`;
  const errors = (attributes: string): string => typescriptErrors(types, client(attributes)).join();
  assert.equal(errors("id: '1', reason: 'other', count: 0"), '');
  assert.match(errors("id: '1', count: 5"), /not assignable/);
  assert.match(errors("reason: 'other'"), /id"' is missing/);
  assert.match(errors("id: '1', reason: 'third'"), /not assignable/);
  assert.match(errors("id: '1', to: '2'"), /to' does not exist|to"' does not exist/);
  assert.match(errors("id: '1', gone: '2'"), /gone' does not exist|gone"' does not exist/);
});
