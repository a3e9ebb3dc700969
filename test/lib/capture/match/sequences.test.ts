import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchedRecords } from '../../../../lib/capture/review/match-capture.ts';
import { flow, stanza } from '../../../cases/texts.ts';
import { corpusOf } from '../nodes.ts';

const payload = (id: string): string =>
  stanza('', id).replace('summary:', `match: { payload: [${id.replace('call-', '')}] }\nsummary:`);
const ASKED = `open_questions:
  - id: preaccept-first
    question: Must a preaccept come before the accept?
    status: open
    settles:
      - { if: call-accept after call-preaccept, then: This time it did. }
      - { if: call-accept not after call-preaccept, then: No. }
`;
const SPEC = {
  'stanzas/call-offer.yaml': payload('call-offer'),
  'stanzas/call-preaccept.yaml': payload('call-preaccept'),
  'stanzas/call-accept.yaml': payload('call-accept'),
  // The history of a call is known from its offer on.
  'flows/a-call.yaml': flow(['from: caller, to: callee, stanza: call-offer'], ASKED),
};
const call = (tag: string, id = 'C1'): string => `<call from="A@lid" id="x"><${tag} call-id="${id}"/></call>`;

/** The answers of a trace with these bodies, after the number of the record. */
function answers(...bodies: readonly string[]): string[] {
  const records = bodies
    .map((body, i) => `  - { at: ${i}, direction: incoming, body: '${body}' }\n`)
    .join('');
  const { definitions, ...rest } = corpusOf({
    ...SPEC,
    'captures/t.yaml': `id: t
kind: captured
source: { technique: websocket-capture }
observer: caller
confidence: probable
sanitized: true
trace:
${records}`,
  });
  const matched = matchedRecords({ definitions, ...rest }).get('t') ?? [];
  return matched.flatMap(({ record, review }) => review.settled.map(({ answer }) => `${record.n} ${answer}`));
}

describe('a question about the order of a call', () => {
  it('is answered by a trace', () => {
    assert.deepEqual(answers(call('offer'), call('preaccept'), call('accept')), ['3 This time it did.']);
    assert.deepEqual(answers(call('offer'), call('accept'), call('preaccept')), ['2 No.']);
  });

  it('is asked of each call alone', () => {
    assert.deepEqual(
      answers(call('offer'), call('preaccept'), call('offer', 'C2'), call('accept', 'C2'), call('accept')),
      ['4 No.', '5 This time it did.'],
    );
  });

  it('has no answer in a trace that begins in the middle of a call', () => {
    assert.deepEqual(answers(call('accept')), []);
    assert.deepEqual(answers(call('preaccept'), call('accept')), []);
  });

  it('has no answer behind a record that cannot be read, or that was cut', () => {
    assert.deepEqual(answers(call('offer'), '<call', call('accept')), []);
    assert.deepEqual(answers(call('offer'), call('accept'), '<call'), ['2 No.']);
    assert.deepEqual(answers(call('offer'), '<call from="A@lid" id="x">...</call>', call('accept')), []);
  });
});
