import { attribute, child, stanza } from '../../cases/texts.ts';

const ID = attribute('id', 'string', 'required: true', 'probable');

const payload = (tag: string, more = ''): string =>
  stanza(
    `attributes:\n  - ${ID}\nchildren:\n  - ${child(tag, '1', `attributes: [${attribute('call-id', 'string', 'required: true', 'probable')}${more}]`, 'probable')}\n`,
    `call-${tag}`,
  ).replace('direction: [outgoing]', 'direction: [outgoing, incoming]');

const head = (id: string): string =>
  `id: ${id}\ntitle: A call\nstatus: draft\nspec_version: '0.1.0'\nsummary: A flow.\n`;
const CLIENTS = 'participants: [{ id: caller, label: Caller }, { id: callee, label: Callee }]\n';
const step = (id: string, from: string, to: string, rest: string): string =>
  `  - { id: ${id}, from: ${from}, to: ${to}, label: ${id}, confidence: probable, ${rest} }\n`;
const within = (ms: number): string =>
  `within: { ms: ${ms}, provenance: { techniques: [websocket-capture] } }`;

/** A spec with one flow, whose steps have all that matters to a call, and a rule about acks. */
export const ANSWERED_CALL: Readonly<Record<string, string>> = {
  'stanzas/call-ring.yaml': payload('ring', `, ${attribute('volume', 'int', 'required: false', 'probable')}`),
  'stanzas/call-alert.yaml': payload('alert'),
  'stanzas/call-answer.yaml': payload('answer'),
  'stanzas/call-bye.yaml': payload(
    'bye',
    `, ${attribute('reason', 'string', "observed_values: ['done', 'never']", 'probable')}`,
  ),
  'stanzas/call-ack.yaml': stanza(
    `match: { attributes: [{ name: class, values: [call] }] }\nattributes:\n  - ${attribute('class', 'string', 'required: true', 'probable')}\n  - ${ID}\n`,
    'call-ack',
  )
    .replace('tag: call', 'tag: ack')
    .replace('direction: [outgoing]', 'direction: [outgoing, incoming]'),
  'flows/answered.yaml': `${head('answered')}${CLIENTS}steps:
${step('ring', 'caller', 'callee', 'stanza: call-ring')}${step('alert', 'callee', 'caller', 'stanza: call-alert, optional: true, repeats: true')}${step(
  'answer',
  'callee',
  'caller',
  `stanza: call-answer, answers: ring, after: [ring, alert], ${within(1000)}`,
)}${step('bye', 'caller', 'callee', `stanza: call-bye, with: "bye@reason = 'done'"`)}`,
  'flows/acks.yaml': `${head('acks')}rules: true
participants: [{ id: server, label: Server }, { id: client, label: Client }]
steps:
${step('sent', 'client', 'server', 'stanza: call-ring')}${step('ack', 'server', 'client', `stanza: call-ack, answers: sent, echoes: [{ attribute: id }], ${within(500)}`)}`,
};
