import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesOf } from '../../../../lib/export/json/addresses.ts';
import { jsonOfFact } from '../../../../lib/export/json/json-of-fact.ts';
import { markdownOfFact } from '../../../../lib/export/markdown/markdown-of-fact.ts';
import { valueUseTable } from '../../../../site/components/clients/value-use-table.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { valueUses } from '../../../../site/model/clients/value-uses.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../../corpus-of.ts';

const value = (name: string, provenance: string): string =>
  `  - { value: ${name}, confidence: probable, description: One., provenance: { ${provenance} } }`;

/** A recorded call in which a client sends one value and gets another. */
const captureOf = (client: string, platform: string): string => `id: a-call
title: A call
status: draft
kind: captured
source: { technique: websocket-capture, client: ${client}, platform: ${platform} }
confidence: probable
sanitized: true
trace:
  - { at: 0, direction: outgoing, body: '<ping why="reported"/>' }
  - { at: 1, direction: incoming, body: '<ping why="issue"/>' }
`;

const FILES = {
  'enums/reasons.yaml': `id: reasons
title: Reasons
status: draft
summary: Why.
values:
${value('named', "sources: ['up:a#L1 names', 'extract:a#L1 reads']")}
${value('bundle', "techniques: [static-smali-analysis], sources: ['https://example.org/code']")}
${value('reported', "techniques: [mitm-tls], sources: ['reports:log.md#L3 names']")}
${value('issue', "techniques: [mitm-tls], sources: ['https://example.org/issues/7']")}
${value('written', "sources: ['up:a#L2 writes']")}
`,
  'stanzas/call-x.yaml': minimalStanza(
    'call-x',
    'attributes: [{ name: why, type: enum:reasons, confidence: probable, description: D. }]\n',
  ),
  'flows/ending.yaml': `id: ending
title: Ending
status: draft
spec_version: '1.0.0'
summary: It ends.
participants: [{ id: a, label: 'Ann, who rings' }, { id: b, label: Bob }]
steps:
  - { from: a, to: b, label: x, confidence: unknown, stanza: call-x, with: "@why = 'written'" }
  - { from: b, to: a, label: x, confidence: unknown, stanza: call-x, with: "@why = 'written'" }
  - { from: a, to: b, label: x, confidence: unknown, stanza: call-x, with: "@why = 'named'" }
  - { from: b, to: a, label: x, confidence: unknown, stanza: call-x, with: "@why is absent and @id = 'named'" }
`,
  'flavors/up.yaml': '{ id: up }',
  'flavors/extract.yaml': '{ id: extract, kind: extract, basis: [web-bundle-analysis] }',
  'flavors/reports.yaml': '{ id: reports, kind: extract, basis: [mitm-tls] }',
};
const { publication, links } = publicationOf(FILES);
const { corpus } = publication;
const uses = valueUses(corpus.factsOf.enum.get('reasons') ?? [], corpus, links);

test('a value that a posted log shows says so, and what is written or seen comes before what is only named', () => {
  assert.deepEqual(
    uses.map(({ value: { text }, posted }) => [text, posted.length]),
    [
      ['written', 0],
      ['reported', 1],
      ['issue', 1],
      ['named', 0],
      ['bundle', 0],
    ],
  );
  const table = markupOf(valueUseTable(uses, 'Who uses them'));
  assert.match(
    table,
    /<td data-label="Seen in"><a href="https:\/\/example\.org\/issues\/7"[^>]*>posted log<\/a><\/td>/,
  );
});

test('the sides of a call that send a value are those whose steps have it, if anybody was seen to', () => {
  const sent = uses.flatMap(({ value: { text }, sentBy }) => (sentBy.length > 0 ? [[text, sentBy]] : []));
  assert.deepEqual(sent, [['written', ['Ann', 'Bob']]]);
  assert.match(markupOf(valueUseTable(uses, 'Who')), /<td data-label="Sent by">Ann, Bob<\/td>/);
  const inJson = (corpus.factsOf.enum.get('reasons') ?? []).flatMap((fact) => {
    const one = jsonOfFact(fact, corpus, addressesOf(publication));
    return one.sent_by === undefined ? [] : [one];
  });
  assert.deepEqual(
    inJson.map(({ name, sent_by: by }) => [name, by]),
    sent,
  );
  assert.match(inJson.map(markdownOfFact).join(''), /^- Sent by: Ann, Bob$/m);
});

test('an official client that was recorded writes what it sent, and neither what it got nor for others', () => {
  const { publication: recorded, links: to } = publicationOf({
    ...FILES,
    'captures/a-call.yaml': captureOf('official', 'Web phone'),
    'captures/b-call.yaml': captureOf('up', 'Linux').replace('id: a-call', 'id: b-call'),
  });
  const values = recorded.corpus.factsOf.enum.get('reasons') ?? [];
  const written = valueUses(values, recorded.corpus, to).map(({ value: { text }, writtenBy }) => [
    text,
    writtenBy,
  ]);
  assert.deepEqual(
    written.filter(([, by]) => by?.length !== 0),
    [
      ['reported', ['Web phone (recorded)']],
      ['written', ['up']],
    ],
  );
});

test('an extract is no reader of a value: it describes it', () => {
  const named = uses.find(({ value: { text } }) => text === 'named');
  assert.deepEqual([named?.readBy, named?.namedBy, named?.describedBy], [[], ['up'], ['extract']]);
});
