import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueUseTable } from '../../../../site/components/clients/value-use-table.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { valueUses } from '../../../../site/model/clients/value-uses.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../../corpus-of.ts';

const value = (name: string, provenance: string): string =>
  `  - { value: ${name}, confidence: probable, description: One., provenance: { ${provenance} } }`;

const { publication, links } = publicationOf({
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
  'stanzas/call-x.yaml': minimalStanza('call-x'),
  'flavors/up.yaml': '{ id: up }',
  'flavors/extract.yaml': '{ id: extract, kind: extract, basis: [web-bundle-analysis] }',
  'flavors/reports.yaml': '{ id: reports, kind: extract, basis: [mitm-tls] }',
});
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

test('an extract is no reader of a value: it describes it', () => {
  const named = uses.find(({ value: { text } }) => text === 'named');
  assert.deepEqual([named?.readBy, named?.namedBy, named?.describedBy], [[], ['up'], ['extract']]);
});
