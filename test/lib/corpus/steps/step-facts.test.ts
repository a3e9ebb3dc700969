import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { factsSupportedBy } from '../../../../lib/corpus/lookup/facts-supported-by.ts';
import { measureCoverage } from '../../../../lib/coverage/measure-coverage.ts';
import { renderCoveragePretty } from '../../../../lib/coverage/render-coverage-pretty.ts';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../../../../lib/diff/bundle/bundle-text.ts';
import { readBundle } from '../../../../lib/diff/bundle/read-bundle.ts';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { groupChanges } from '../../../../lib/diff/changes/group-changes.ts';
import { retiredPages } from '../../../../lib/diff/retired/retired-pages.ts';
import { openSearch } from '../../../../lib/search/open-search.ts';
import { searchFiles } from '../../../../lib/search/search-files.ts';
import { factsPage } from '../../../../site/model/lists/facts-page.ts';
import { factRows } from '../../../../site/model/paged/fact-rows.ts';
import { FILES, publicationOf } from '../../../site/corpus-of.ts';

/** A flow of a step with an id, one more with evidence, and one without an id. */
const FLOW = `
id: ending
title: An ending
status: draft
spec_version: '0.1.0'
summary: One ends it.
participants: [{ id: a, label: Caller }, { id: b, label: Callee }]
steps:
  - { id: end, from: a, to: b, label: The final whistle, confidence: unknown, note: At any time. }
  - id: ack
    from: b
    to: a
    label: ack
    confidence: speculative
    optional: true
    provenance: { techniques: [websocket-capture], flavors: [meow], sources: ['meow:src/call.go#L1', 'capture:seen#2'] }
    disputes: [{ claim: It is not sent. }]
  - { from: a, to: b, label: last, confidence: unknown }
`;
const withFlow = (yaml: string, more: Readonly<Record<string, string>> = {}) =>
  publicationOf({ ...FILES, 'flows/ending.yaml': yaml, ...more });
const { publication, links } = withFlow(FLOW);
const { corpus } = publication;

describe('a step of a flow', () => {
  it('is a fact with the path of the step; one without an id is counted, too', () => {
    assert.deepEqual(
      corpus.facts
        .filter(({ kind }) => kind === 'step')
        .map(({ path, anchor, name }) => [path, anchor, name]),
      [
        ['flow/ending#end', 'end', 'The final whistle'],
        ['flow/ending#ack', 'ack', 'ack'],
        ['ending, step 3', 'step-3', 'last'],
      ],
    );
  });

  it('is counted beside the facts of stanzas and the values of enums', () => {
    const coverage = measureCoverage(corpus);
    const { all, stanzaFacts, enumValues, steps, byFlow } = coverage;
    assert.equal(steps.facts, 3);
    assert.equal(all.facts, stanzaFacts.facts + enumValues.facts + steps.facts);
    assert.deepEqual(
      byFlow.map(({ id, facts }) => [id, facts]),
      [['ending', 3]],
    );
    assert.match(renderCoveragePretty(coverage), /^ {2}steps +3 +0 +0 +1 +2 /m);
    assert.equal(factsPage(publication, links).tally.total, all.facts);
  });

  it('is a row of the table of facts that leads to it, and can be filtered by its flow', () => {
    const { choices } = factsPage(publication, links);
    const rows = factRows(publication, links).find(
      ({ kind, id }) => kind === 'flow' && id === 'ending',
    )?.rows;
    assert.deepEqual(
      rows?.map(({ owner, name, href, dispute }) => [owner, name, href, dispute]),
      [
        ['flow/ending#', 'end', '/base/flows/ending/#end', undefined],
        ['flow/ending#', 'ack', '/base/flows/ending/#ack', 'open'],
        ['ending, ', 'step 3', '/base/flows/ending/#step-3', undefined],
      ],
    );
    assert.deepEqual(choices.flow, [{ value: 'ending', text: 'ending (3)' }]);
    assert.ok(choices.kind.some(({ text }) => text === 'step (3)'));
  });

  it('is among the facts that rest on a technique, a flavor or a capture', () => {
    for (const [registry, id] of [
      ['technique', 'websocket-capture'],
      ['flavor', 'meow'],
      ['capture', 'seen'],
    ] as const) {
      assert.ok(factsSupportedBy(corpus, registry, id).some(({ path }) => path === 'flow/ending#ack'));
    }
  });

  it('is found by its label, with who sends it to whom', async () => {
    const files = searchFiles(corpus, links, []);
    const search = await openSearch(async (name) => JSON.parse(files.get(name) ?? ''));
    const [hit] = (await search('final whistle', 30)).hits;
    assert.deepEqual(
      [hit?.kind, hit?.name, hit?.path, hit?.href],
      ['step', 'The final whistle', 'flow/ending#end', '/base/flows/ending/#end'],
    );
    assert.equal(hit?.text, 'Caller to Callee. At any time.');
  });
});

const RELEASE = bundleOf(corpus, { version: '1.0.0', date: '2026-01-31' });
const SHORTER = FLOW.replace(/ {2}- \{ id: end,.*\n/, '');

test('a release keeps the steps with an id, what they say and their order', () => {
  const { bundle } = readBundle(bundleText(RELEASE));
  assert.deepEqual(bundle, RELEASE);
  const steps = RELEASE.facts.filter(({ kind }) => kind === 'step');
  assert.deepEqual(
    steps.map(({ path, step }) => [path, step]),
    [
      ['flow/ending#ack', { label: 'ack', from: 'b', to: 'a', optional: true }],
      ['flow/ending#end', { label: 'The final whistle', from: 'a', to: 'b' }],
    ],
  );
  assert.deepEqual(RELEASE.definitions.find(({ kind }) => kind === 'flow')?.data['steps'], [
    'end',
    'ack',
    { confidence: 'unknown', from: 'a', label: 'last', to: 'b' },
  ]);
});

test('the steps that an older release lists in their flow are new facts, in a line for each flow and confidence', () => {
  const older = {
    ...RELEASE,
    facts: RELEASE.facts.filter(({ kind }) => kind !== 'step'),
    definitions: RELEASE.definitions.map((one) =>
      one.kind === 'flow'
        ? { ...one, data: { ...one.data, steps: [{ from: 'a', to: 'b', label: 'x' }] } }
        : one,
    ),
  };
  assert.deepEqual(
    groupChanges(compare(older, RELEASE)).map(({ title, groups }) => [title, groups]),
    [
      [
        'New facts',
        [
          { words: ['new, speculative'], paths: ['flow/ending#ack'] },
          { words: ['new, unknown'], paths: ['flow/ending#end'] },
        ],
      ],
      ['Definitions edited', [{ words: [{ code: 'steps' }], paths: ['flows/ending'] }]],
    ],
  );
  assert.deepEqual(
    groupChanges(compare(RELEASE, older)).map(({ title }) => title),
    ['Removed', 'Definitions edited'],
  );
});

describe('a released step that is gone', () => {
  const fateIn = (tombstones: string, more: Readonly<Record<string, string>> = {}) => {
    const { publication: now } = withFlow(SHORTER, {
      'tombstones.yaml': `tombstones: [${tombstones}]`,
      ...more,
    });
    const [page] = retiredPages(now.corpus, [RELEASE]);
    return page?.parts.map(({ path, anchor, now: fate }) => [path, anchor, fate?.kind]);
  };

  it('stays at its address on the page of its flow, and leads to its successor', () => {
    const moved =
      "{ path: 'flow/ending#end', reason: Renamed., date: '2026-02-01', successor: 'flow/ending#ack' }";
    assert.deepEqual(fateIn(moved), [['flow/ending#end', 'end', 'moved']]);
    const gone = "{ path: 'flow/ending#end', reason: Never sent., date: '2026-02-01' }";
    assert.deepEqual(fateIn(gone), [['flow/ending#end', 'end', 'withdrawn']]);
  });

  it('leads to the same step of the flow that took the place of its own', () => {
    const { corpus: now } = publicationOf({
      ...FILES,
      'flows/end.yaml': FLOW.replace('id: ending', 'id: end'),
      'tombstones.yaml':
        "tombstones: [{ path: flows/ending, reason: Renamed., date: '2026-02-01', successor: flows/end }]",
    }).publication;
    const [page] = retiredPages(now, [RELEASE]);
    assert.deepEqual(
      page?.parts.map(({ path, now: fate }) => [path, fate?.kind === 'moved' && fate.path]),
      [
        ['flow/ending#ack', 'flow/end#ack'],
        ['flow/ending#end', 'flow/end#end'],
      ],
    );
    // That is one move, and not one for each step.
    assert.deepEqual(
      compare(RELEASE, bundleOf(now)).map(({ kind, path }) => [kind, path]),
      [['moved', 'flows/ending']],
    );
  });
});
