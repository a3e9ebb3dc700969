import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import type { StanzaView } from '../../../../site/scripts/workbench/messages/stanza-view.ts';
import { summarizeStanza } from '../../../../site/scripts/workbench/worker/summarize-stanza.ts';
import { viewStanza } from '../../../../site/scripts/workbench/worker/view-stanza.ts';
import { LIVE_CORPUS as corpus } from '../../../spec/live-spec.ts';

const NOTHING = { keepNames: [], keepValues: [] };

function viewOf(log: string): StanzaView {
  const [stanza] = reviewStanzas(parse(log), corpus, NOTHING).stanzas;
  assert.ok(stanza?.standalone !== undefined);
  const { standalone } = stanza;
  const view = viewStanza({ ...stanza, standalone }, NOTHING, corpus, '/base/');
  // The list of stanzas and the stanza itself count the same.
  const { counts } = summarizeStanza(stanza, [], corpus);
  assert.deepEqual([counts.unknown, counts.cut], [view.unknown.length, view.cut.length]);
  return view;
}

describe('a verdict of the workbench', () => {
  it('has the confidence of the value, and says what to do about it', () => {
    const { rows } = viewOf('<ack class="call" type="offer" id="1" error="439"/>');
    const row = rows.find(({ name }) => name === 'error');
    assert.deepEqual([row?.verdict, row?.confidence], ['supports', 'speculative']);
    const remedy = row?.meaning?.value?.remedy ?? [];
    assert.match(remedy.map(({ text }) => text).join(''), /order-of-children/);
    assert.ok(remedy.some(({ href = '' }) => href.endsWith('/call-offer/#order-of-children')));
  });

  it('on what is cut off is not new', () => {
    const { cut, unknown } = viewOf(
      '<call from="100000000000001@lid" id="1.2"><terminate reason="timeo…"/></call>',
    );
    assert.deepEqual(unknown, []);
    assert.ok(cut.length > 0);
  });

  it('on a name of the ledger says what the reader does', () => {
    const { unknown } = viewOf('<call from="100000000000001@lid" id="1.2"><relay_latency/></call>');
    const [hint = ''] = unknown.flatMap((one) => one.hint ?? []);
    assert.match(hint, /relaylatency/);
    assert.doesNotMatch(hint, /\.yaml/);
  });
});
