import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parse } from '../../../lib/capture/parse/parse.ts';
import { renderReviews } from '../../../lib/capture/review/render-reviews.ts';
import { reviewStanzas } from '../../../lib/capture/review/review-stanzas.ts';
import { packCorpus, unpackCorpus } from '../../../lib/corpus/load/packed-corpus.ts';
import { COMMAND_WAYS } from '../../../lib/node/process/command-ways.ts';
import type { StanzaRow, StanzaView } from '../../../site/scripts/workbench/messages/stanza-view.ts';
import { summarizeStanza } from '../../../site/scripts/workbench/worker/summarize-stanza.ts';
import { viewStanza } from '../../../site/scripts/workbench/worker/view-stanza.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

// What the page has of the spec, which is less than the command has.
const CORPUS = unpackCorpus(JSON.parse(JSON.stringify(packCorpus(LIVE_CORPUS))));
const FROM = 'from="100000000000001@lid" id="1111.2222-3"';
const IDS = 'call-id="00112233445566778899AABBCCDDEEFF" call-creator="100000000000001:7@lid"';
const inCall = (payload: string): string => `<call ${FROM} t="1700000000">${payload}</call>`;

function checked(log: string) {
  const reviewed = reviewStanzas(parse(log), CORPUS);
  const [stanza] = reviewed.stanzas;
  assert.ok(stanza?.standalone !== undefined);
  const { standalone } = stanza;
  const view = viewStanza({ ...stanza, standalone }, reviewed.shared, CORPUS, '/');
  const row = (name: string): StanzaRow => view.rows.find((one) => one.name === name) as StanzaRow;
  return { view, row, reviewed, summary: summarizeStanza(stanza, [], CORPUS) };
}

const counted = ({ rows }: StanzaView, verdict: StanzaRow['verdict']): number =>
  rows.filter((one) => one.verdict === verdict).length;

it('each part tells what it means, and a value what it means itself', () => {
  const { row } = checked(`<ack ${FROM} class="call" type="offer" error="439"/>`);
  assert.match(row('class').meaning?.words ?? '', /^Class of the stanza/);
  const { value, words } = row('error').meaning ?? {};
  assert.match(words ?? '', /refused/);
  assert.match(value?.words ?? '', /order/);
  assert.equal(value?.at.href, '/enums/ack-error-codes/#439');
  assert.equal(value?.confidence, LIVE_CORPUS.factByPath.get('ack-error-codes=439')?.confidence);
});

it('what a dispute denies does not agree, and the claim is told', () => {
  const { row, view, reviewed } = checked(inCall(`<reject ${IDS} count="0" reason="declined"/>`));
  assert.equal(row('reason').verdict, 'refuted');
  assert.match(row('reason').meaning?.refuted ?? '', /reject without a reason/);
  assert.equal(row('count').verdict, 'supports');
  assert.equal(view.refuted, 1);
  const text = renderReviews(reviewed.sanitized, COMMAND_WAYS);
  assert.match(text, /1 fact refuted/);
  assert.match(text, /Refuted by a dispute\n {4}terminate-reasons=declined\n {6}A refusal by the user/);
  assert.doesNotMatch(text, /Supports[\s\S]*declined/);
});

it('the counts are those of the rows, in the list as in the stanza', () => {
  for (const log of [
    inCall(`<reject ${IDS} count="0" reason="declined"/>`),
    inCall(`<terminate ${IDS} reason="timeout"/>`),
    inCall(`<offer ${IDS}><audio enc="opus" rate="16000"/><net medium="3"/></offer>`),
  ]) {
    const { view, summary } = checked(log);
    assert.equal(view.supports, counted(view, 'supports'));
    assert.ok(view.supports > 3);
    assert.equal(summary.counts.supports, view.supports);
    assert.equal(summary.counts.refuted, counted(view, 'refuted'));
  }
});

it('a name of the ledger tells what the wire has instead, with or without its envelope', () => {
  const words =
    /^<relay_latency> is not the tag on the wire: that is <relaylatency> \(see call-relaylatency\)\./;
  const bare = checked(`<relay_latency ${IDS}/>`);
  assert.match(bare.view.ledger?.words ?? '', words);
  assert.deepEqual(bare.view.ledger?.stanzas, [
    { text: 'call-relaylatency', href: '/stanzas/call-relaylatency/' },
  ]);
  const text = renderReviews(bare.reviewed.sanitized, COMMAND_WAYS);
  assert.ok(text.includes('<relaylatency>') && !text.includes('npm run new'), text);
  const { view } = checked(inCall(`<relay_latency ${IDS}/>`));
  assert.ok(view.unknown.some(({ message }) => words.test(message)));
});
