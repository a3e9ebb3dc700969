import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { match, type StanzaReview } from '../../../lib/capture/match/match.ts';
import { tiedById } from '../../../lib/capture/match/not-evidence.ts';
import type { Verdict } from '../../../lib/capture/match/verdict.ts';
import { parse } from '../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../lib/capture/review/review-stanzas.ts';
import { verdictMessage } from '../../../lib/capture/review/verdict-message.ts';
import { legOf } from '../../../lib/corpus/match/leg.ts';
import { RECORDED_CALLS, type RecordedStanza } from '../../helpers/calls/recorded-calls.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

/** What recorded calls have and the spec does not describe. It may only become shorter. */
const UNDESCRIBED = readFileSync(new URL('./undescribed.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const REVIEWS = RECORDED_CALLS.flatMap(({ records }) => {
  const onTheWire = records.filter(({ isEngine }) => !isEngine);
  const byId = tiedById(
    onTheWire.map(({ stanza }) => stanza),
    LIVE_CORPUS,
  );
  return onTheWire.map((record, i) => ({
    record,
    review: match(record.stanza, LIVE_CORPUS, undefined, undefined, byId[i]),
  }));
});

/** What a review has against the spec, in words. */
const against = ({ verdicts, directionListed, direction, stanza }: StanzaReview): string[] => [
  ...(directionListed ? [] : [`${stanza} is not known to be ${direction}`]),
  ...verdicts.flatMap((one) =>
    one.verdict === 'contradicts' ? [`${legOf(direction)} ${one.path}: ${verdictMessage(one)}`] : [],
  ),
];

/** Findings, each with the number of records that have it and the first of them. */
function counted(found: readonly { readonly record: string; readonly says: string }[]): string[] {
  const records = new Map<string, string[]>();
  for (const { record, says } of found) records.set(says, [...(records.get(says) ?? []), record]);
  return [...records].map(([says, names]) => `${says} (${names.length}, first ${names[0]})`);
}

describe('the recorded calls, leg by leg', () => {
  it('contradict no fact, and lack nothing that is required', () => {
    assert.ok(REVIEWS.length > 800);
    const found = REVIEWS.flatMap(({ record, review }) =>
      against(review).map((says) => ({ record: record.name, says })),
    );
    assert.deepEqual(counted(found), []);
  });

  it('contradict nothing as a whole log either, where what came earlier is known, and sanitized', () => {
    const found = RECORDED_CALLS.flatMap(({ name, records }) => {
      const { stanzas } = reviewStanzas(parse(records.map(({ text }) => text).join('\n')), LIVE_CORPUS, {
        isTrace: true,
      });
      assert.equal(stanzas.length, records.length);
      return stanzas.flatMap(({ sanitized }) =>
        sanitized === undefined
          ? [{ record: name, says: 'refused by the sanitizer' }]
          : against(sanitized.review).map((says) => ({ record: name, says })),
      );
    });
    assert.deepEqual(counted(found), []);
  });

  it('support facts of many stanzas, so that the comparison means something', () => {
    const supported = new Set(
      REVIEWS.flatMap(({ review }) =>
        review.verdicts.filter(({ verdict }) => verdict === 'supports').map(({ path }) => path),
      ),
    );
    assert.ok(supported.size >= 100, `${supported.size} facts`);
    assert.ok(new Set(REVIEWS.map(({ review }) => review.stanza)).size >= 12);
  });

  it('have nothing that is described neither in the spec nor in undescribed.txt, which lists nothing else', () => {
    const seen = new Set(REVIEWS.flatMap(({ record, review }) => undescribed(record, review)));
    assert.deepEqual(
      [...seen].filter((line) => !UNDESCRIBED.includes(line)).sort(),
      [],
      'not described: add the facts to spec/',
    );
    assert.deepEqual(
      UNDESCRIBED.filter((line) => !seen.has(line)),
      [],
      'described by now: remove the lines from test/spec/diagnosis/undescribed.txt',
    );
    assert.deepEqual(UNDESCRIBED, [...new Set(UNDESCRIBED)].sort(), 'sorted, each line once');
  });
});

function undescribed({ stanza }: RecordedStanza, { verdicts, ...review }: StanzaReview): string[] {
  const leg = legOf(stanza.direction);
  if (review.stanza === undefined) {
    const { tag, attributes } = stanza.root;
    const type = attributes.find(({ name }) => name === 'class')?.value ?? '';
    return [`${leg} <${tag} class="${type}">`];
  }
  const isNew = ({ verdict }: Verdict): boolean => verdict === 'unknown' || verdict === 'ledger';
  return verdicts.filter(isNew).map(({ path }) => `${leg} ${path}`);
}
