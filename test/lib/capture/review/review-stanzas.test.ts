import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewLevel } from '../../../../lib/capture/review/review-level.ts';
import { type ReviewOptions, reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import { sameNode } from '../../../../lib/capture/tree/same-node.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { enumeration, technique } from '../../../cases/texts.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';

const PART = `attributes:
  - { name: from, type: jid, confidence: speculative, description: Who sends it. }
  - { name: at, type: timestamp, confidence: speculative, description: When. }
  - { name: tone, type: 'enum:tones', confidence: speculative, description: How it sounds. }
`;
const LOADED = loadCorpus(
  memoryFiles({
    'stanzas/buzz.yaml': minimalStanza('buzz', PART)
      .replace('tag: ping', 'tag: buzz')
      .replace('[outgoing]', '[outgoing, incoming]'),
    'enums/tones.yaml': enumeration(['high', 'low'], 'tones'),
    'techniques/mitm-tls.yaml': technique('mitm-tls', 'wire'),
  }),
);
assert.deepEqual(LOADED.findings, []);
const CORPUS = LOADED.corpus;

const review = (log: string, options: ReviewOptions = {}) => reviewStanzas(parse(log), CORPUS, options);

const buzz = (user: number, at: number, more = ''): string =>
  `<buzz from="${491_700_000_000 + user}@s.whatsapp.net" at="${at}"${more}/>`;

describe('reviewStanzas', () => {
  it('sanitizes a log as a whole, so that equal values stay equal', () => {
    const { sanitized, replaced } = review(
      [buzz(1, 1_760_000_000), buzz(2, 1_760_000_050), buzz(1, 1_760_000_060)].join('\n'),
    );
    assert.deepEqual(
      sanitized.map(({ stanza }) => stanza.root.attributes.map(({ value }) => value)),
      [
        ['A@s.whatsapp.net', '1700000000'],
        ['B@s.whatsapp.net', '1700000050'],
        ['A@s.whatsapp.net', '1700000060'],
      ],
    );
    assert.deepEqual(
      replaced.find(({ kind }) => kind === 'JID'),
      { kind: 'JID', count: 3, distinct: 2 },
    );
  });

  it('gives each stanza in a form that does not change when sanitized again', () => {
    // Two days apart: what is a placeholder among others is none alone.
    const log = review([buzz(1, 1_760_000_000), buzz(2, 1_760_200_000)].join('\n'));
    for (const { standalone } of log.stanzas) {
      assert.ok(standalone !== undefined);
      const [again] = sanitize([standalone.stanza], CORPUS).stanzas;
      assert.ok(again !== undefined && sameNode(again.root, standalone.stanza.root));
    }
    const [first, second] = log.stanzas;
    assert.equal(
      first?.standalone,
      first?.sanitized,
      'nothing was left to replace, so it is the same review',
    );
    assert.notEqual(second?.standalone, second?.sanitized);
  });

  it('computes each part once', () => {
    const [one] = review(buzz(1, 1_760_000_000)).stanzas;
    assert.equal(one?.sanitized?.review, one?.sanitized?.review);
    assert.equal(one?.standalone, one?.standalone);
    assert.equal(one?.standalone?.leaks, one?.standalone?.leaks);
  });

  it('lists what was replaced in each stanza', () => {
    const log = review(['<buzz tone="high"/>', buzz(1, 1_760_000_000)].join('\n'));
    assert.deepEqual(
      log.stanzas.map(({ replaced }) => replaced.map(({ kind, count }) => `${count} ${kind}`)),
      [[], ['1 JID', '1 time']],
    );
  });

  it('does not let a partly unreadable stanza affect the placeholders of a capture', () => {
    const log = review(
      ['<buzz from="491700000009@s.whatsapp.net" at="1760000000" at="1"/>', buzz(1, 1_760_000_000)].join(
        '\n',
      ),
    );
    assert.deepEqual(
      log.stanzas.map(({ raw }) => raw.broken === true),
      [true, false],
    );
    assert.match(log.stanzas[0]?.withheld ?? '', /no evidence/);
    assert.ok(log.stanzas[0]?.standalone !== undefined, 'it can still be looked at');
    const from = (root: { attributes: readonly { value: string }[] } | undefined) =>
      root?.attributes[0]?.value;
    assert.equal(from(log.stanzas[1]?.sanitized?.stanza.root), 'B@s.whatsapp.net');
    assert.equal(from(log.stanzas[1]?.standalone?.stanza.root), 'A@s.whatsapp.net');
    assert.equal(log.stanzas[1]?.withheld, undefined);
  });

  it('refuses what cannot be sanitized, with the reason', () => {
    const deep = `<buzz>${'<a>'.repeat(70)}${'</a>'.repeat(70)}</buzz>`;
    const log = review(`${deep}\n${buzz(1, 1_760_000_000)}`);
    const [refused, other] = log.stanzas;
    if (refused?.sanitized === undefined) {
      assert.match(refused?.withheld ?? '', /^not sanitized: /);
      assert.equal(refused?.standalone, undefined);
    }
    assert.equal(other?.withheld, undefined);
    assert.equal(log.sanitized.length + log.refused.length, log.stanzas.length);
  });

  it('keeps shared names and values, also when matching', () => {
    const log = buzz(1, 1_760_000_000, ' tone="shrill" loudness="3"');
    const pathsOf = (verdict: string, options?: ReviewOptions) =>
      review(log, options)
        .sanitized[0]?.review.verdicts.filter((one) => one.verdict === verdict)
        .map(({ path }) => path);
    assert.deepEqual(pathsOf('unknown'), ['buzz:@unknown-0001']);
    assert.deepEqual(pathsOf('contradicts'), ['buzz:@tone']);
    const options = { keepNames: ['loudness'], keepValues: ['tones=shrill'] };
    assert.deepEqual(pathsOf('unknown', options), ['buzz:@loudness']);
    assert.deepEqual(pathsOf('contradicts', options), []);
    assert.ok(pathsOf('supports', options)?.includes('tones=shrill'));
  });

  it('uses the given direction only for stanzas without one', () => {
    const log = ['<buzz tone="low"/>', buzz(1, 1_760_000_000)].join('\n');
    assert.deepEqual(
      review(log, { direction: 'outgoing' }).stanzas.map(({ raw }) => raw.direction),
      ['outgoing', undefined],
    );
  });
});

describe('reviewLevel', () => {
  it('is that of the worst problem in a log', () => {
    assert.equal(reviewLevel(review(buzz(1, 1_760_000_000, ' tone="low"'))), undefined);
    assert.equal(reviewLevel(review('<hum/>')), 'note');
    // A log that ends inside a stanza, although each of its values is complete.
    assert.equal(reviewLevel(review('<buzz tone="low"')), 'note');
    assert.equal(reviewLevel(review('<buzz tone="shrill"/>')), 'warning');
    assert.equal(reviewLevel(review('<buzz tone="low" tone="high"/>')), 'error');
  });
});
