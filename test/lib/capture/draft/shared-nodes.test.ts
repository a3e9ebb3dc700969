import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft } from '../../../../lib/capture/draft/entry/draft-options.ts';
import { annotate } from '../../../../lib/capture/match/annotate.ts';
import { match } from '../../../../lib/capture/match/match.ts';
import { verdictMessage } from '../../../../lib/capture/review/verdict-message.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { factAt } from '../../../../lib/corpus/facts/fact-at.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { attribute, child, enumeration, sharedNode, stanza, technique, used } from '../../../cases/texts.ts';
import { draftStanzas } from '../draft-stanzas.ts';
import { node, stanzaOf } from '../nodes.ts';

const FILES = memoryFiles({
  'stanzas/call-x.yaml': stanza(
    `envelope: call-e\nchildren:\n  - ${child('offer', '1', `children: [${used('te')}, ${used('te', '', 'rte')}]`)}\n`,
  ),
  'stanzas/call-e.yaml': stanza(
    `attributes: [${attribute('to', 'jid')}]\nchildren: [${child("'*'")}]\n`,
    'call-e',
  ),
  'nodes/te.yaml': sharedNode(
    `attributes:\n  - ${attribute('color', 'enum:colors')}\nchildren:\n  - ${child('inner', '0..1')}\n`,
  ),
  'enums/colors.yaml': enumeration(['red', 'blue']),
  'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
});
const { corpus: CORPUS, findings } = loadCorpus(FILES);

const draftOf = (...inOffer: readonly CapturedNode[]): Draft =>
  draftStanzas(
    [stanzaOf(node('call', { to: '4915112345678@lid' }, [node('offer', {}, inOffer)]))],
    CORPUS,
    FILES,
    {
      technique: 'mitm-tls',
      kind: 'captured',
      direction: 'outgoing',
      keepNames: ['strange', 'fresh'],
      keepValues: ['colors=green'],
    },
  );
const textOf = ({ files }: Draft, path: string): string =>
  files.find((one) => one.path === path)?.after ?? '';

describe('a draft of what is in a shared node', () => {
  it('puts what is not described into the file of the node, once', () => {
    assert.deepEqual(findings, []);
    const strange = node('te', { strange: '7' }, [node('fresh', { strange: '7' })]);
    const drafted = draftOf(strange, node('rte', { strange: '7' }, [node('inner', { strange: '7' })]));
    assert.deepEqual(drafted.after.findings, []);
    const { corpus } = drafted.after;
    const added = ['node/te:@strange', 'node/te:fresh', 'node/te:fresh@strange', 'node/te:inner@strange'];
    for (const path of added) assert.ok(corpus.factByPath.has(path), path);
    assert.equal(factAt(corpus, 'call-x:offer/rte/fresh')?.path, 'node/te:fresh');
    assert.equal(textOf(drafted, 'nodes/te.yaml').match(/name: strange/g)?.length, 3);
    assert.deepEqual(
      drafted.captures[0]?.added.toSorted(),
      ['node/te:@strange', 'node/te:fresh', 'node/te:inner@strange'].toSorted(),
    );
    assert.doesNotMatch(textOf(drafted, 'stanzas/call-x.yaml'), /strange|fresh/);
  });

  it('puts what is not described in a node of any tag to its place', () => {
    const files = memoryFiles({
      'stanzas/call-x.yaml': stanza(
        `children:\n  - ${used('named', '', 'offer')}\n  - ${used('named', '', 'end')}\n`,
      ),
      'nodes/named.yaml': sharedNode(`attributes: [${attribute('call-id', 'string')}]\n`, 'named', "'*'"),
      'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
    });
    const drafted = draftStanzas(
      [stanzaOf(node('call', {}, [node('offer', { strange: '7' }, [node('fresh')]), node('end')]))],
      loadCorpus(files).corpus,
      files,
      { technique: 'mitm-tls', kind: 'captured', direction: 'outgoing', keepNames: ['strange', 'fresh'] },
    );
    assert.deepEqual(drafted.captures[0]?.added, ['call-x:offer@strange', 'call-x:offer/fresh']);
    assert.deepEqual(drafted.after.findings, []);
    assert.equal(factAt(drafted.after.corpus, 'call-x:end/fresh'), undefined);
    assert.doesNotMatch(textOf(drafted, 'nodes/named.yaml'), /strange|fresh/);
  });

  it('drafts no part that a place lacks, however deep it is, and says where that is', () => {
    const files = memoryFiles({
      'stanzas/call-x.yaml': stanza(
        `children: [{ tag: end, occurrence: '1', confidence: unknown, description: A child., children: [${used('te')}] }, ${used('te', "without: ['@ip', inner, participant@jid, participant/text()]")}]\n`,
      ),
      'nodes/te.yaml': sharedNode(
        `attributes: [${attribute('ip', 'string')}]\nchildren: [${child('inner', '0..1')}, ${used('participant')}]\n`,
      ),
      'nodes/participant.yaml': sharedNode(
        `attributes: [${attribute('jid', 'jid')}, ${attribute('rank', 'int')}]\ncontent: { type: string, confidence: unknown, description: A text. }\n`,
        'participant',
      ),
      'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
    });
    const { corpus, findings: loaded } = loadCorpus(files);
    assert.deepEqual(loaded, []);
    const participant = node('participant', { jid: '4915112345678@lid', rank: '7' }, 'busy');
    const te = node('te', { ip: '7' }, [node('inner'), participant]);
    const seen = stanzaOf(node('call', {}, [node('end', {}, [te]), te]));
    const drafted = draftStanzas([seen], corpus, files, {
      technique: 'mitm-tls',
      kind: 'captured',
      direction: 'outgoing',
    });
    const lacked = [
      'call-x:te@ip',
      'call-x:te/inner',
      'call-x:te/participant@jid',
      'call-x:te/participant/text()',
    ];
    const shown = annotate(seen.root, match(seen, corpus), corpus).flatMap(({ verdict }) =>
      verdict?.verdict === 'unknown' ? verdict : [],
    );
    assert.deepEqual(
      shown.map(({ path }) => path),
      lacked,
    );
    for (const verdict of shown)
      assert.match(verdictMessage(verdict), / is left out by 'without' of call-x:te\.$/);
    assert.deepEqual(drafted.captures[0]?.added, []);
    assert.deepEqual(drafted.after.findings, []);
    const said = drafted.left.map(({ reason }) => reason).join('\n');
    for (const path of lacked) assert.ok(said.includes(`${path} is a part of the shared node`), path);
    assert.match(said, /'without' of call-x:te leaves out/);
    // The shared node has each part once, and the place that does not lack it supports it.
    assert.equal(textOf(drafted, 'nodes/participant.yaml').match(/name: jid/g)?.length, 1);
    for (const path of ['node/te:@ip', 'node/te:inner', 'node/participant:@jid', 'node/participant:text()']) {
      assert.ok(drafted.captures[0]?.supports.includes(path), path);
    }
  });

  it('supports the fact of the node and the places, and the envelope', () => {
    const { captures, after } = draftOf(node('te', { color: 'red' }, [node('inner')]));
    for (const path of ['node/te:@color', 'node/te:inner', 'call-x:offer/te', 'call-e:@to', 'colors=red']) {
      assert.ok(captures[0]?.supports.includes(path), path);
      assert.equal(after.corpus.factByPath.get(path)?.provenance.techniques[0], 'mitm-tls', path);
    }
  });

  it('keeps a value that is shared on purpose', () => {
    const drafted = draftOf(node('te', { color: 'green' }));
    assert.match(textOf(drafted, 'enums/colors.yaml'), /value: green/);
    assert.match(
      drafted.files.find(({ path }) => path.startsWith('captures/'))?.after ?? '',
      /color="green"/,
    );
    assert.ok(drafted.captures[0]?.supports.includes('node/te:@color'));
  });

  it('puts a dispute into the file of the node', () => {
    const drafted = draftOf(node('te', {}, [node('inner'), node('inner')]), node('rte'));
    assert.match(textOf(drafted, 'nodes/te.yaml'), /disputes:/);
    assert.deepEqual(drafted.captures[0]?.disputes, ['node/te:inner']);
  });
});
