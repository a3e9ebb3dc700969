import { attribute, child, stanza } from '../../cases/texts.ts';

const PAYLOADS = ['ring', 'answer', 'bye'];

const trace = (
  id: string,
  call: string,
  observer: string,
  payloads: readonly string[],
  kind = 'captured',
) => `
id: ${id}
kind: ${kind}
call: ${call}
source: { technique: websocket-capture, client: official, captured_at: '2026-05-14' }
observer: ${observer}
confidence: probable
sanitized: true
trace:
${payloads
  .map((payload, i) => {
    const isOut = (payload === 'answer') === (observer === 'callee');
    return `  - { at: ${i * 500}, direction: ${isOut ? 'outgoing' : 'incoming'}, body: '<call id="ID-000${i + 1}-synthetic"><${payload} call-id="CALLID-0001-synthetic"/></call>' }\n`;
  })
  .join('')}`;

/**
 * A spec with a flow of three steps and five traces: a whole call from both sides, one that ends before its last step, one
 * without an answer,
 * and a made-up one.
 */
export const RECORDED_CALLS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    PAYLOADS.map((payload) => [
      `stanzas/call-${payload}.yaml`,
      stanza(
        `children:\n  - ${child(payload, '1', `attributes: [${attribute('call-id', 'string')}]`)}\n`,
        `call-${payload}`,
      ).replace('direction: [outgoing]', 'direction: [outgoing, incoming]'),
    ]),
  ),
  'flows/answered.yaml': `
id: answered
title: An answered call
status: draft
spec_version: '0.1.0'
summary: One rings, the other answers.
participants: [{ id: caller, label: Caller }, { id: callee, label: Callee }]
steps:
  - { id: ring, from: caller, to: callee, label: ring, confidence: unknown, stanza: call-ring }
  - { id: answer, from: callee, to: caller, label: answer, confidence: probable, stanza: call-answer, answers: ring,
      provenance: { techniques: [websocket-capture], sources: ['https://example.org/log'] } }
  - { id: bye, from: caller, to: callee, label: bye, confidence: unknown, stanza: call-bye }
`,
  'captures/whole-callee.yaml': trace('whole-callee', 'whole', 'callee', PAYLOADS),
  'captures/whole-caller.yaml': trace('whole-caller', 'whole', 'caller', PAYLOADS),
  'captures/short.yaml': trace('short', 'short', 'callee', ['ring', 'answer']),
  'captures/silent.yaml': trace('silent', 'silent', 'callee', ['ring', 'bye']),
  'captures/made-up.yaml': trace('made-up', 'made-up', 'callee', PAYLOADS, 'synthetic'),
};
