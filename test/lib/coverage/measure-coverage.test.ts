import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { coverageBadge } from '../../../lib/coverage/coverage-badge.ts';
import { sourcedWords } from '../../../lib/coverage/coverage-sections.ts';
import { measureCoverage } from '../../../lib/coverage/measure-coverage.ts';
import { raisableByDefinition } from '../../../lib/coverage/raisable-by-definition.ts';
import { renderCoverageJson } from '../../../lib/coverage/render-coverage-json.ts';
import { renderCoverageMarkdown } from '../../../lib/coverage/render-coverage-markdown.ts';
import { renderCoveragePretty } from '../../../lib/coverage/render-coverage-pretty.ts';
import { attribute, sharedNode, stanza, used } from '../../cases/texts.ts';
import { FIXTURE, FIXTURE_CORPUS } from '../../helpers/fixture-spec.ts';

const OWN = measureCoverage(FIXTURE_CORPUS);

type Yaml = { readonly [key: string]: Yaml } & readonly Yaml[] & string;

// A source such as baileys:src/a.ts#L1 leads to the code of a flavor; https: and capture: do not.
const codeOf = (source: string): string[] => {
  const id = /^([a-z0-9-]+):(?!\/\/)\S+$/.exec(source)?.[1];
  return id === undefined || id === 'capture' ? [] : [id];
};

// Counts straight from the files, knowing nothing of the library: whatever has a confidence is a fact.
function count(folder: string) {
  const counts = new Map<string, number>();
  const bump = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const named = (node: Yaml, key: string): Set<string> => {
    const own = ['techniques', 'flavors', 'sources'].flatMap((list) => node['provenance']?.[list] ?? []);
    if (own.length > 0) return new Set((node['provenance']?.[key] ?? []) as readonly string[]);
    const inner = ['attributes', 'children'].flatMap((list) => (node[list] ?? []) as readonly Yaml[]);
    if (node['content'] !== undefined) inner.push(node['content']);
    return new Set(inner.flatMap((one) => [...everything(one, key)]));
  };
  const everything = (node: Yaml, key: string): Set<string> =>
    new Set([
      ...((node['provenance']?.[key] ?? []) as readonly string[]),
      ...['attributes', 'children'].flatMap((list) =>
        ((node[list] ?? []) as readonly Yaml[]).flatMap((one) => [...everything(one, key)]),
      ),
      ...(node['content'] === undefined ? [] : everything(node['content'], key)),
    ]);
  const walk = (node: Yaml, file: Yaml): void => {
    if (typeof node !== 'object') return;
    if (node['confidence'] !== undefined) {
      for (const key of ['all', `in ${file['id']}`, `category ${file['category']}`]) {
        bump(key);
        bump(`${key} ${node['confidence']}`);
      }
      for (const id of named(node, 'techniques')) bump(`technique ${id}`);
      const code = [...named(node, 'sources')].flatMap(codeOf);
      for (const id of new Set([...named(node, 'flavors'), ...code])) bump(`flavor ${id}`);
    }
    for (const inner of Object.values(node)) walk(inner as Yaml, file);
  };
  for (const name of readdirSync(`${FIXTURE}/${folder}`)) {
    const file = parse(readFileSync(`${FIXTURE}/${folder}/${name}`, 'utf8')) as Yaml;
    walk(file, file);
  }
  return (key: string): number => counts.get(key) ?? 0;
}

const inStanzas = count('stanzas');
const inEnums = count('enums');
const inFlows = count('flows');
const inAll = (key: string): number => inStanzas(key) + inEnums(key) + inFlows(key);

test('counts the facts in the files', () => {
  assert.equal(OWN.all.facts, inAll('all'));
  for (const name of ['confirmed', 'probable', 'speculative', 'unknown'] as const) {
    assert.equal(OWN.all.counts[name], inAll(`all ${name}`), name);
  }
  const { confirmed, probable } = OWN.all.counts;
  assert.equal(OWN.all.score, (confirmed + 0.5 * probable) / OWN.all.facts);
  assert.equal(OWN.stanzaFacts.facts, inStanzas('all'));
  assert.equal(OWN.stanzaFacts.counts.confirmed, inStanzas('all confirmed'));
  assert.equal(OWN.enumValues.facts, inEnums('all'));
  assert.equal(OWN.enumValues.counts.probable, inEnums('all probable'));
  assert.equal(OWN.steps.facts, inFlows('all'));
  assert.equal(OWN.steps.counts.probable, inFlows('all probable'));
});

test('counts each stanza, enum, category, technique and flavor', () => {
  const same = (id: string, facts: number, expected: number): void => assert.equal(facts, expected, id);
  assert.ok(OWN.byStanza.length > 0 && OWN.byEnum.length > 0);
  for (const { id, facts, counts } of OWN.byStanza) {
    same(id, facts, inStanzas(`in ${id}`));
    same(id, counts.probable, inStanzas(`in ${id} probable`));
  }
  for (const { id, facts } of OWN.byEnum) same(id, facts, inEnums(`in ${id}`));
  assert.ok(OWN.byFlow.length > 0);
  for (const { id, facts } of OWN.byFlow) same(id, facts, inFlows(`in ${id}`));
  for (const { id, facts } of OWN.byCategory) same(id, facts, inStanzas(`category ${id}`));
  for (const [word, rows] of [
    ['technique', OWN.byTechnique],
    ['flavor', OWN.byFlavor],
  ] as const) {
    for (const { id, facts } of rows) same(id, facts, inAll(`${word} ${id}`));
  }
  assert.equal(
    OWN.byKind.reduce((sum, { facts }) => sum + facts, 0),
    OWN.all.facts,
  );
});

test('counts payload tags against the ledger', () => {
  const { described, undescribed, known } = OWN.surface;
  assert.equal(known, described.length + undescribed.length);
  for (const tag of ['offer', 'accept', 'terminate', 'link_create', 'ack', 'receipt'])
    assert.ok(described.includes(tag), tag);
  assert.deepEqual(
    described.filter((tag) => ['call', 'error', 'user', '*'].includes(tag)),
    ['call'],
  );
  assert.ok(undescribed.includes('bcall_start'));
  assert.ok(!undescribed.includes('video_state'), 'another name of video');
});

const SMALL = {
  'stanzas/one.yaml': `id: one
tag: call
display_name: 'One | <b>\`two\`</b>'
category: signaling
direction: [incoming]
status: draft
spec_version: '1.0.0'
summary: One.
attributes:
  - {name: a, type: string, confidence: confirmed, description: A., provenance: {techniques: [websocket-capture, frida-hooking], sources: ['#1', '#2']}}
  - {name: b, type: string, confidence: speculative, description: B., provenance: {techniques: [mitm-tls], sources: ['#3']}}
children:
  - {tag: offer, occurrence: '1', confidence: unknown, description: C.}
open_questions:
  - {id: one-q, question: What?, status: open, asks: [wasm-analysis]}
`,
  'ledger.yaml': `names:
  - {name: lobby, kind: tag, sources: [a note]}
  - {name: call_offer, kind: tag, sources: [a note], same_as: offer}
  - {name: offer, kind: tag, sources: [a note]}
  - {name: size, kind: attribute, sources: [a note]}
`,
};

test('lists which techniques would fill an empty cell, and which would confirm most', () => {
  const coverage = measureCoverage(loadCorpus(memoryFiles(SMALL)).corpus);
  const [row] = coverage.grid;
  assert.deepEqual(row?.cells, [
    { channel: 'wire', facts: 2, fill: [], confirms: 0 },
    { channel: 'runtime', facts: 1, fill: [], confirms: 0 },
    {
      channel: 'code',
      facts: 0,
      // The easiest first; of the others, its open question asks for one.
      fill: ['web-bundle-analysis', 'wasm-analysis', 'static-smali-analysis'],
      confirms: 1,
    },
  ]);
  // What takes less comes first, whatever it would confirm.
  assert.deepEqual(
    coverage.next.map(({ technique, confirms }) => [technique, confirms]),
    [
      ['web-bundle-analysis', 1],
      ['static-smali-analysis', 1],
      ['wasm-analysis', 1],
      ['frida-hooking', 1],
      ['memory-dump', 1],
    ],
  );
  assert.deepEqual(coverage.raisable, [
    { path: 'one:@b', kind: 'stanza', owner: 'one', claims: 'speculative', carries: 'probable' },
  ]);
  assert.deepEqual(raisableByDefinition(coverage.raisable), [
    { kind: 'stanza', id: 'one', facts: 1, unexplained: 1 },
  ]);
  const reason = 'rated_lower: One session.\nattributes:';
  const explained = {
    ...SMALL,
    'stanzas/one.yaml': SMALL['stanzas/one.yaml'].replace('attributes:', reason),
  };
  const { raisable } = measureCoverage(loadCorpus(memoryFiles(explained)).corpus);
  assert.deepEqual(
    raisable.map((one) => [one.path, one.reason]),
    [['one:@b', 'One session.']],
  );
  assert.deepEqual(raisableByDefinition(raisable), [{ kind: 'stanza', id: 'one', facts: 1, unexplained: 0 }]);
  assert.deepEqual(coverage.surface, { described: ['offer'], undescribed: ['lobby'], known: 2, share: 0.5 });
  assert.equal(coverage.all.score, 1 / 3);
});

test('distinguishes facts with a source for a technique from those that only name it', () => {
  const files = {
    'stanzas/one.yaml': SMALL['stanzas/one.yaml'].replace("sources: ['#3']", 'sources: []'),
  };
  const coverage = measureCoverage(loadCorpus(memoryFiles(files)).corpus);
  const row = (id: string) => coverage.byTechnique.find((one) => one.id === id);
  assert.deepEqual([row('mitm-tls')?.facts, row('mitm-tls')?.sourced], [1, 0]);
  assert.deepEqual([row('frida-hooking')?.facts, row('frida-hooking')?.sourced], [1, 1]);
  assert.match(renderCoverageMarkdown(coverage), /^- mitm-tls: 1 without a source$/m);
  assert.match(renderCoveragePretty(coverage), /mitm-tls .* 0$/m);
  assert.equal(sourcedWords({ facts: 103, sourced: 92 }), '92 with a source, 11 without a source');
  assert.equal(sourcedWords({ facts: 2, sourced: 2 }), '2 with a source');
});

test('no capture confirms a value that no stanza contains', () => {
  const confirms = (type: string, by: string) =>
    measureCoverage(
      loadCorpus(
        memoryFiles({
          'stanzas/one.yaml': SMALL['stanzas/one.yaml'].replace(
            'name: a, type: string',
            `name: a, type: ${type}`,
          ),
          'enums/metrics.yaml': `id: metrics
title: Metrics
status: draft
summary: Codes.
values:
  - {value: '1', confidence: probable, description: One., provenance: {techniques: [wasm-analysis], sources: ['#4']}}
`,
        }),
      ).corpus,
    ).next.find(({ technique }) => technique === by)?.confirms;
  // Beside the attribute b, which a hook of the running application would confirm.
  assert.equal(confirms('enum:metrics', 'websocket-capture'), 1);
  assert.equal(confirms('string', 'websocket-capture'), undefined);
  assert.equal(confirms('enum:metrics', 'frida-hooking'), 2);
  assert.equal(confirms('string', 'frida-hooking'), 1);
});

test('an empty corpus has no score and divides by nothing', () => {
  const coverage = measureCoverage(loadCorpus(memoryFiles({})).corpus);
  assert.equal(coverage.all.score, undefined);
  assert.equal(coverage.surface.share, undefined);
  assert.equal(coverageBadge(coverage).message, 'no facts');
  assert.match(renderCoveragePretty(coverage), /^Coverage - of no facts;/);
  assert.equal(JSON.parse(renderCoverageJson(coverage)).all.score, null);
});

test('the badge has the form of the endpoint badges', () => {
  const badge = coverageBadge(OWN);
  assert.deepEqual(Object.keys(badge), ['schemaVersion', 'label', 'message', 'color']);
  assert.match(badge.message, /^\d+%$/);
});

test('every format has the same numbers', () => {
  const json = JSON.parse(renderCoverageJson(OWN));
  assert.equal(json.all.facts, OWN.all.facts);
  assert.equal(json.stanzas.length, OWN.byStanza.length);
  assert.ok(renderCoveragePretty(OWN).includes(`of ${OWN.stanzaFacts.facts} stanza facts`));
  assert.ok(renderCoverageMarkdown(OWN).includes(`of ${OWN.enumValues.facts} enum values`));
});

test('titles from data take no effect as Markdown', () => {
  const markdown = renderCoverageMarkdown(measureCoverage(loadCorpus(memoryFiles(SMALL)).corpus));
  assert.ok(markdown.includes('One \\| &lt;b&gt;\\`two\\`&lt;/b&gt;'));
  assert.doesNotMatch(markdown, /<b>/);
});

test('the facts of a shared node are counted once, by the node and as a category of their own', () => {
  const { corpus } = loadCorpus(
    memoryFiles({
      'stanzas/te.yaml': stanza(`children: [${used('te')}, ${used('te', '', 'rte')}]\n`, 'te'),
      'nodes/te.yaml': sharedNode(
        `attributes: [${attribute('ip', 'int', 'provenance: { techniques: [mitm-tls], sources: ["https://a.example/b"] }')}, ${attribute('port', 'int')}]\n`,
      ),
    }),
  );
  const coverage = measureCoverage(corpus);
  const rows = (list: readonly { id: string; facts: number }[]) =>
    list.filter(({ facts }) => facts > 0).map(({ id, facts }) => [id, facts]);
  assert.equal(coverage.all.facts, 4);
  assert.equal(coverage.stanzaFacts.facts, 4);
  assert.deepEqual(rows(coverage.byStanza), [['te', 2]]);
  assert.deepEqual(rows(coverage.byNode), [['te', 2]]);
  assert.deepEqual(rows(coverage.byCategory), [
    ['signaling', 2],
    ['shared', 2],
  ]);
  // A use without evidence of its own relies on that of the node.
  assert.deepEqual(
    coverage.grid.map(({ kind, id, cells }) => [kind, id, cells.map(({ facts }) => facts)]),
    [
      ['stanza', 'te', [2, 0, 0]],
      ['node', 'te', [1, 0, 0]],
    ],
  );
  assert.deepEqual(raisableByDefinition(coverage.raisable), [
    { kind: 'stanza', id: 'te', facts: 2, unexplained: 2 },
    { kind: 'node', id: 'te', facts: 1, unexplained: 1 },
  ]);
  assert.match(renderCoverageMarkdown(coverage), /^## By shared node$/m);
});
