import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft, DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import type { ReviewOptions } from '../../../../lib/capture/review/review-stanzas.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { overlayFiles } from '../../../../lib/corpus/ports/overlay-files.ts';
import { captureRules } from '../../../../lib/rules/capture-rules.ts';
import { RULES } from '../../../../lib/rules/index.ts';
import { validateSpec } from '../../../../lib/rules/validate-spec.ts';
import { enumeration, technique } from '../../../cases/texts.ts';
import { draftStanzas } from '../draft-stanzas.ts';
import { node, SPEC, SPEC_FILES, stanzaOf } from '../nodes.ts';
import { recognized } from '../spec-nodes.ts';

const STANZA = `# first comment
id: call-x
tag: call
display_name: Call X # of X
category: signaling
direction: [outgoing]
status: draft
spec_version: '0.1.0'
summary: A stanza.
attributes:
  - name: to
    type: jid
    required: true
    confidence: speculative
    description: >-
      Where it goes
      to.

    provenance:
      techniques: ["mitm-tls"] # keep these quotes
children:
  # about the offer
  - { tag: offer, occurrence: '1', confidence: unknown, description: A child. }
  - tag: accept
    occurrence: '0..1'
    confidence: probable
    description: Another child.
    attributes:
      - name: reason
        type: enum:colors
        required: true
        confidence: speculative
        description: Why.
    provenance:
        techniques: [wasm-analysis]
        sources:
        -   https://example.org/   # odd blanks
`;
const FILES = memoryFiles({
  'stanzas/call-x.yaml': STANZA,
  'enums/colors.yaml': enumeration(['red', 'blue']),
  'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
  'techniques/wasm-analysis.yaml': technique('wasm-analysis', 'code'),
});
const CORPUS = loadCorpus(FILES).corpus;
const OPTIONS: DraftOptions & ReviewOptions = {
  technique: 'mitm-tls',
  kind: 'captured',
  keepNames: ['iq', 'id', 'strange', 'new', 'a'],
};
const drafted = (
  roots: readonly CapturedNode[],
  options: Partial<DraftOptions & ReviewOptions> = {},
): Draft =>
  draftStanzas(
    roots.map((root) => stanzaOf(root)),
    CORPUS,
    FILES,
    { ...OPTIONS, ...options },
  );
const textOf = ({ files }: Draft, path: string): string =>
  files.find((one) => one.path === path)?.after ?? '';
/** What is wrong with a draft; that its entries are to be filled in is not. */
const findings = ({ files }: Draft) =>
  validateSpec(overlayFiles(FILES, new Map(files.map(({ path, after }) => [path, after]))), [
    ...RULES,
    ...captureRules(),
  ]).findings.filter(({ code }) => code !== 'text/placeholder' && code !== 'evidence/too-low');

const ROOT = node('call', { to: '4915112345678@lid', id: 'x' }, [
  node('accept', { reason: 'red', strange: '4915112345678' }, [
    node('new', { a: '1@lid' }, 'text'),
    node('new'),
  ]),
]);

describe('a draft', () => {
  it('adds sources, techniques and entries, and changes nothing else', () => {
    const result = drafted([ROOT]);
    assert.deepEqual(
      result.files.map(({ path, before }) => [path, before !== undefined]),
      [
        ['captures/call-x-mitm-tls-01.yaml', false],
        ['enums/colors.yaml', true],
        ['stanzas/call-x.yaml', true],
      ],
    );
    // The new file contains every character of the old one, in the old order.
    const text = textOf(result, 'stanzas/call-x.yaml');
    let at = 0;
    for (const character of STANZA) at = text.indexOf(character, at) + 1 || Number.NaN;
    assert.ok(at > 0);
    for (const line of [
      '# first comment',
      '      techniques: ["mitm-tls"] # keep these quotes',
      '        -   https://example.org/   # odd blanks',
    ]) {
      assert.ok(text.includes(`${line}\n`), line);
    }
    assert.deepEqual(findings(result), []);
    const [capture] = result.captures;
    assert.deepEqual(capture?.supports, [
      'call-x:@to',
      'call-x:accept',
      'call-x:accept@reason',
      'colors=red',
    ]);
    assert.deepEqual(capture?.added, ['call-x:@id', 'call-x:accept@strange', 'call-x:accept/new']);
    assert.deepEqual(capture?.disputes, ['call-x:offer']);
    assert.doesNotMatch(JSON.stringify(result), /4915112345678/);
  });

  it('records the contradiction of a missing child as a dispute with the capture', () => {
    const { definitions } = loadCorpus(
      overlayFiles(FILES, new Map(drafted([ROOT]).files.map(({ path, after }) => [path, after]))),
    ).corpus;
    const { children = [], attributes = [] } = definitions.stanza.get('call-x')?.data ?? {};
    assert.deepEqual(children[0]?.disputes, [
      { claim: 'A capture shows `<call>` without `<offer>`.', sources: ['capture:call-x-mitm-tls-01'] },
    ]);
    assert.deepEqual(attributes[0]?.provenance, {
      techniques: ['mitm-tls'],
      sources: ['capture:call-x-mitm-tls-01'],
    });
    assert.deepEqual(attributes[1]?.confidence, 'speculative');
    assert.deepEqual(children[1]?.children?.[0]?.occurrence, '0..n');
  });

  it('raises no confidence, and says which could be raised and why', () => {
    const { raises, files } = drafted([ROOT]);
    assert.deepEqual(
      raises.map(({ path, from, to }) => [path, from, to]),
      [
        ['call-x:accept', 'probable', 'confirmed'],
        ['call-x:accept@reason', 'speculative', 'probable'],
        ['colors=red', 'unknown', 'probable'],
      ],
    );
    assert.match(raises[0]?.why ?? '', /observed .* and in /);
    assert.match(files.at(-1)?.after ?? '', /tag: accept\n {4}occurrence: '0..1'\n {4}confidence: probable/);
  });

  it('puts several stanzas into several captures, and one dispute that names them all', () => {
    const other = node('call', { to: '1@lid' }, ROOT.children);
    const result = drafted([ROOT, other]);
    assert.deepEqual(
      result.captures.map(({ id }) => id),
      ['call-x-mitm-tls-01', 'call-x-mitm-tls-02'],
    );
    assert.equal(textOf(result, 'stanzas/call-x.yaml').match(/claim:/g)?.length, 1);
    assert.equal(textOf(result, 'stanzas/call-x.yaml').match(/name: strange/g)?.length, 1);
    assert.deepEqual(findings(result), []);
  });

  it('changes no fact for a synthetic stanza', () => {
    const { files, captures } = drafted([ROOT], { kind: 'synthetic' });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['captures/call-x-mitm-tls-01.yaml'],
    );
    assert.match(files[0]?.after ?? '', /^kind: synthetic$/m);
    assert.deepEqual(captures[0]?.supports, []);
  });

  it('skips what it cannot place, and says so', () => {
    const { captures, left } = drafted([
      node('iq'),
      node('call', { from: 'A@lid', to: 'B@lid' }, [node('offer')]),
      node('call', { to: 'A@lid', x: 'y'.repeat(70_000) }, [node('offer')]),
      node('call', { to: 'A@lid', '4915112345678': '1' }, [node('offer')]),
    ]);
    assert.equal(captures.length, 1);
    assert.deepEqual(
      left
        .map(
          ({ reason }) => /tag iq|direction is not known|longer|name of \S+ was replaced/.exec(reason)?.[0],
        )
        .sort(),
      ['direction is not known', 'longer', 'name of call-x:@unknown-0001 was replaced', 'tag iq'],
    );
    assert.equal(
      drafted([node('call', { from: 'A@lid', to: 'B@lid' }, [node('offer')])], { direction: 'incoming' })
        .captures.length,
      1,
    );
  });

  it('skips names that were replaced, at any depth, and says so', () => {
    const inner = node('new', { maria_silva85: '1' }, [node('new', {}, [node('joao')])]);
    const result = drafted([node('call', { to: '1@lid' }, [node('accept', { reason: 'red' }, [inner])])]);
    assert.doesNotMatch(JSON.stringify(result.files), /maria|joao/);
    assert.doesNotMatch(textOf(result, 'stanzas/call-x.yaml'), /unknown-\d/);
    assert.deepEqual(
      result.left.map(({ reason }) => /unknown-\d+/.exec(reason)?.[0]),
      ['unknown-0001', 'unknown-0002'],
    );
    assert.deepEqual(findings(result), []);
  });

  it('skips what is a capture already, and says which', () => {
    const twice = drafted([ROOT, ROOT]);
    assert.deepEqual(twice.captures.length, 1);
    assert.match(twice.left[0]?.reason ?? '', /equals the capture call-x-mitm-tls-01/);
    const files = overlayFiles(FILES, new Map(twice.files.map(({ path, after }) => [path, after])));
    const again = draftStanzas([stanzaOf(ROOT)], loadCorpus(files).corpus, files, OPTIONS);
    assert.deepEqual([again.captures, again.files], [[], []]);
    assert.match(again.left[0]?.reason ?? '', /equals the capture call-x-mitm-tls-01/);
  });

  it('gives a code for what it skips, whatever the words in the log', () => {
    const codes = (root: CapturedNode): string[] => drafted([root]).left.map(({ code }) => code);
    assert.deepEqual(codes(node('direction', { to: '1@lid' })), ['not-described']);
    assert.deepEqual(codes(node('call', {}, ROOT.children)), ['unknown-direction']);
    assert.deepEqual(
      drafted([ROOT, ROOT]).left.map(({ code }) => code),
      ['duplicate'],
    );
  });

  it('makes nothing of a partly unreadable stanza', () => {
    const result = draftStanzas([{ ...stanzaOf(ROOT), broken: true }], CORPUS, FILES, OPTIONS);
    assert.deepEqual([result.captures, result.files], [[], []]);
    assert.match(result.left[0]?.reason ?? '', /could not be read/);
  });

  it('makes nothing with an option that leaks', () => {
    for (const option of [
      { id: 'call-4915112345678' },
      { id: 'call4915112345678x' },
      { title: 'Call of +49 170 0000001' },
      { tools: ['proxy of ana@example.org.br'] },
      { contributor: '4915112345678' },
    ]) {
      const { captures, left } = drafted([ROOT], option);
      assert.deepEqual(captures, [], JSON.stringify(option));
      assert.match(left[0]?.reason ?? '', /^--(id|title|tool|contributor) contains what looks like/);
      assert.doesNotMatch(left[0]?.reason ?? '', /4915|0000001|ana@/);
    }
  });

  it('of every example of this spec is valid', () => {
    const all: CapturedNode[] = [...SPEC.definitions.stanza.values()].flatMap(({ data }) => {
      const one =
        data.match?.payload?.[0] ?? data.children?.find(({ occurrence }) => occurrence === '1')?.tag;
      const payload = one === '*' ? 'silent' : one;
      const inside = [node('odd', {}, 'd')];
      const made = node(
        data.tag,
        { to: '4915112345678@lid', id: 'a', strange: 'b' },
        payload === undefined ? [] : [node(payload, { 'call-id': 'c', new_one: '1' }, inside)],
      );
      return [recognized(made, data)];
    });
    const result = draftStanzas(
      all.map((root) => stanzaOf(root)),
      SPEC,
      SPEC_FILES,
      { technique: 'websocket-capture', kind: 'captured', keepNames: ['strange', 'new_one', 'odd'] },
    );
    assert.ok(result.captures.length > 25);
    assert.deepEqual(
      result.left.filter(({ code }) => code !== 'duplicate' && code !== 'no-times'),
      [],
    );
    const files = overlayFiles(SPEC_FILES, new Map(result.files.map(({ path, after }) => [path, after])));
    const errors = validateSpec(files, [...RULES, ...captureRules()]).findings.filter(
      ({ code, level }) => level !== 'note' && code !== 'capture/unreadable' && code !== 'text/placeholder',
    );
    assert.deepEqual(
      errors.map(({ code, path, message }) => `${code} ${path} ${message}`),
      [],
    );
  });
});
