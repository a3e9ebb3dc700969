import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionList } from '../../../../lib/corpus/lists/definition-list.ts';
import { measureCoverage } from '../../../../lib/coverage/measure-coverage.ts';
import { exportContext } from '../../../../lib/export/json/export-context.ts';
import { factDisputes } from '../../../../site/components/fact-disputes.ts';
import { html, markupOf } from '../../../../site/html/html.ts';
import { flowPage } from '../../../../site/model/definitions/flow-page.ts';
import { coveragePage } from '../../../../site/model/lists/coverage-page.ts';
import { disputesPage, disputesPart } from '../../../../site/model/lists/disputes-page.ts';
import { factsPage, factsPath } from '../../../../site/model/lists/facts-page.ts';
import { coveragePart } from '../../../../site/model/paged/coverage-pages.ts';
import { factRows } from '../../../../site/model/paged/fact-rows.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { evidenceView } from '../../../../site/model/views/evidence-view.ts';
import { FIXTURE_CORPUS } from '../../../helpers/fixture-spec.ts';
import { FILES, publicationOf, STANZA } from '../../corpus-of.ts';

const FLOW = `
id: ending
title: An ending
status: draft
spec_version: '0.1.0'
summary: One ends it.
participants: [{ id: a, label: Caller }, { id: s, label: Server }, { id: b, label: Callee }]
steps:
  - { from: a, to: b, label: end, confidence: probable, stanza: call-end, note: Now.,
      provenance: { techniques: [websocket-capture], sources: ['meow:src/call.go#L1'] } }
  - { from: b, to: s, label: ack, confidence: speculative, disputes: [{ claim: It is silent. }] }
  - { from: s, to: s, label: forgets, confidence: unknown }
`;

const { publication, links } = publicationOf({
  ...FILES,
  'stanzas/call-end.yaml': STANZA.replace(
    "sources: ['#12']",
    "sources: ['#12']\n      - { claim: Nobody., status: resolved, resolution: It was a typo. }",
  ),
  'flows/ending.yaml': FLOW,
  'ledger.yaml': `{ names: [{ name: begin, kind: tag, sources: ['#1'] }] }`,
});
const { corpus } = publication;
const fact = (path: string) => {
  const found = corpus.factByPath.get(path);
  assert.ok(found);
  return found;
};

test('the evidence of a fact says which confidence it supports, what is missing, and whether it is rated lower', () => {
  const view = (path: string, confidence?: 'speculative', ratedLower?: string) =>
    evidenceView(
      { ...fact(path), ...(confidence === undefined ? {} : { confidence, ratedLower }) },
      { corpus, links, yaml: undefined, report: undefined },
    );
  assert.equal(
    view('call-end:@from').derivation,
    'Evidence supports probable: observed on the wire, 1 implementation. To confirm: a web-bundle-analysis source.',
  );
  assert.equal(view('call-end:@from').restraint, undefined);
  assert.equal(
    view('call-end:@from', 'speculative').restraint,
    'Rated lower than the evidence allows: no reason is given.',
  );
  assert.equal(
    view('call-end:@from', 'speculative', 'One session only').restraint,
    'Rated lower than the evidence allows: One session only.',
  );
  // The reason of a definition concerns only what is rated lower.
  assert.equal(
    view('call-end:end@count', 'speculative', 'One session only').restraint,
    'Inferred, not observed: rated speculative.',
  );
  assert.equal(
    view('call-end:end@count', 'speculative').restraint,
    'Inferred, not observed: rated speculative.',
  );
});

test('the table of facts has every fact once, and the choices of its filter', () => {
  const page = factsPage(publication, links);
  const rows = factRows(publication, links).flatMap((group) => group.rows);
  assert.deepEqual(
    rows.map((row) => row.owner + row.name),
    corpus.facts.map(({ path }) => path),
  );
  assert.equal(rows[0]?.dispute, 'open');
  assert.deepEqual(page.choices.confidence, [
    { value: 'confirmed', text: 'confirmed (0)' },
    { value: 'probable', text: 'probable (7)' },
    { value: 'speculative', text: 'speculative (2)' },
    { value: 'unknown', text: 'unknown (2)' },
  ]);
  assert.deepEqual(page.choices.flavor, [
    { value: 'meow', text: 'meow (2)' },
    { value: '-', text: 'no implementation (9)' },
  ]);
  assert.ok(page.choices.technique.some(({ text }) => text === 'memory-dump (0)'));
  assert.equal(factsPath({ technique: 'a b' }), 'facts/?technique=a+b');
});

test('pages, filter, coverage and twins count the same facts for each technique and flavor', () => {
  const its = { ...publication, corpus: FIXTURE_CORPUS };
  const coverage = measureCoverage(FIXTURE_CORPUS);
  const context = exportContext(its);
  const { choices } = factsPage(its, links);
  for (const [registry, rows, measured] of [
    ['technique', definitionList(its.corpus, 'technique'), coverage.byTechnique],
    ['flavor', definitionList(its.corpus, 'flavor'), coverage.byFlavor],
  ] as const) {
    assert.ok(rows.length > 5);
    for (const { entry, facts } of rows) {
      const name = entry.id;
      assert.equal(measured.find((row) => row.id === name)?.facts, facts.length, name);
      assert.equal(context.restingOn(registry, name).length, facts.length, name);
      assert.ok(
        choices[registry].some(({ text }) => text === `${name} (${facts.length})`),
        `${name} (${facts.length})`,
      );
    }
  }
});

test('a step has its columns, its names and its evidence', () => {
  const { steps, columns, tally } = flowPage(publication, links, 'ending');
  assert.equal(columns, 'of-3');
  assert.deepEqual(
    steps.map(({ from, to, classes }) => [from, to, classes]),
    [
      ['Caller', 'Callee', 'from-1 to-3 right'],
      ['Callee', 'Server', 'from-3 to-2 left'],
      ['Server', 'Server', 'from-2 to-2 self'],
    ],
  );
  assert.deepEqual(steps[0]?.label, { text: 'end', href: '/base/stanzas/call-end/' });
  assert.match(steps[0]?.evidence.derivation ?? '', /^Evidence supports probable: /);
  assert.equal(tally.words, '3 steps: 1 probable, 1 speculative, 1 unknown');
  assert.deepEqual(definitionList(publication.corpus, 'flow')[0]?.openDisputes, 1);
  assert.throws(() => flowPage(publication, links, 'nothing'), /no flow nothing/);
});

test('disputes have both sides, and resolved ones are listed separately', () => {
  const { counts } = disputesPage(publication, links);
  assert.deepEqual(counts, { open: 2, description: 0, resolved: 1 });
  const { sections, last } = disputesPart(publication, links, 1);
  assert.equal(last, 1);
  const those = (group: string) => sections.find((one) => one.group === group)?.definitions ?? [];
  const [open, resolved] = [those('open'), those('resolved')];
  assert.deepEqual(
    open.flatMap(({ disputed }) => disputed.map(({ at, says }) => [at.text, at.href, says])),
    [
      ['call-end:@from', '/base/stanzas/call-end/#@from', 'Who ends it.'],
      ['ending, step 2', '/base/flows/ending/#step-2', 'Callee to Server: ack'],
    ],
  );
  assert.equal(resolved[0]?.disputed[0]?.claims[0]?.resolution, 'It was a typo.');
  assert.equal(new Set([...open, ...resolved].map(({ anchor }) => anchor)).size, 3);
});

test('coverage shows what fills an empty cell, what to work on next and what is not described', () => {
  const page = coveragePage(publication, links);
  const { rows, last } = coveragePart(publication, links, 'stanza', 1);
  assert.equal(last, 1);
  assert.deepEqual(
    rows[0]?.cells.map(({ channel, share, fill }) => [channel, share, fill?.technique.text, fill?.words]),
    [
      ['wire', 14, undefined, undefined],
      ['runtime', 0, 'frida-hooking', 'would confirm 1'],
      ['code', 0, 'web-bundle-analysis', 'would confirm 1'],
    ],
  );
  assert.equal(page.empty, '2 of 3 cells');
  assert.equal(page.next[0]?.technique.text, 'web-bundle-analysis');
  assert.deepEqual(page.surface.undescribed, [{ text: 'begin', href: '/base/stanzas/#~tag-begin' }]);
  assert.equal(page.next[0]?.confirms.href, '/base/facts/?confirm=web-bundle-analysis');
  assert.deepEqual(page.raisable?.unexplained, {
    text: '1 fact',
    href: '/base/facts/?rated=unexplained',
  });
  assert.deepEqual(page.definitions[0]?.page, { text: 'Stanzas', href: '/base/coverage/stanzas/' });
  const kinds = page.sections.find(({ title }) => title === 'By kind');
  assert.equal(kinds?.rows[0]?.facts, '/base/facts/?kind=attribute');
});

test('a dispute of former years is shown as a difference in time, and is not open', () => {
  const dated = publicationOf({
    ...FILES,
    'stanzas/call-end.yaml': STANZA.replace(
      "sources: ['#12']",
      "sources: ['#12']\n      - { claim: It was not., sources: ['old:a'] }",
    ),
    'flavors/old.yaml': "{ id: old, date: '2015-01-01' }",
    'flavors/young.yaml': "{ id: young, date: '2026-01-01' }",
  });
  const found = dated.publication.corpus.factByPath.get('call-end:@from');
  assert.ok(found);
  const context = { ...dated.publication, links: dated.links, yaml: undefined, report: undefined };
  const { disputes } = evidenceView(found, context);
  assert.deepEqual(
    disputes.map(({ open, year }) => [open, year]),
    [
      [true, undefined],
      [false, '2015'],
    ],
  );
  assert.match(
    markupOf(html`${factDisputes(disputes, textLinksOf(dated.publication, dated.links), false)}`),
    /<b>Disputed\.<\/b>.*<b>Different in 2015\.<\/b>/s,
  );
});
