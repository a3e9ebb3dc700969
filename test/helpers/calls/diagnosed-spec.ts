const SPEC_STANZA = (id: string, rest: string): string => `id: ${id}
tag: call
envelope: call-envelope
display_name: ${id}
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: A stanza.
${rest}`;

const payload = (id: string, tag: string, rest = '', attributes = ''): string =>
  SPEC_STANZA(
    id,
    `children:
  - tag: ${tag}
    occurrence: '1'
    confidence: probable
    description: The payload.
${rest}    attributes:
      - { name: call-id, type: string, required: true, confidence: probable, description: Id. }
      - { name: call-creator, type: jid, required: true, confidence: probable, description: Caller. }
${attributes}`,
  );

const step = (id: string, from: string, to: string, stanza: string, rest = ''): string =>
  `  - { id: ${id}, from: ${from}, to: ${to}, label: ${id}, stanza: ${stanza}, confidence: probable${rest}, provenance: { techniques: [mitm-tls], flavors: [a-client], sources: ['a-client:src/call.ts#L1-L9 writes'] } }\n`;

/** A small spec of calls, with a flow, a rule of acknowledgements and an enum of outcomes, to diagnose calls with. */
export const DIAGNOSED_SPEC: Readonly<Record<string, string>> = {
  'spec.yaml': `title: Calls
version: 0.1.0
summary: Calls.
site: https://calls.example/
`,
  'flavors/a-client.yaml': `id: a-client
repository: https://github.example/a/client
commit: '0123456789abcdef0123456789abcdef01234567'
`,
  'enums/reasons.yaml': `id: reasons
title: Reasons
status: draft
summary: Why a call ended.
outcome: true
values:
  - { value: timeout, confidence: probable, description: Nobody answered. }
`,
  'stanzas/call-envelope.yaml': `id: call-envelope
tag: call
display_name: Envelope
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: What is around each payload.
attributes:
  - { name: to, type: jid, confidence: unknown, description: Receiver., sent: required, delivered: never }
  - { name: from, type: jid, confidence: unknown, description: Sender., sent: never, delivered: always }
  - { name: t, type: timestamp, required: false, confidence: unknown, description: Time. }
  - { name: id, type: string, required: true, confidence: unknown, description: Id. }
children:
  - { tag: '*', occurrence: '1', confidence: unknown, description: The payload. }
`,
  'stanzas/call-offer.yaml': payload(
    'call-offer',
    'offer',
    `    children_order: [audio, net]
    children:
      - { tag: audio, occurrence: '1', confidence: probable, description: Audio. }
      - { tag: net, occurrence: '1', confidence: probable, description: Network. }
`,
  ),
  'stanzas/call-accept.yaml': payload('call-accept', 'accept'),
  'stanzas/call-transport.yaml': payload('call-transport', 'transport'),
  'stanzas/call-terminate.yaml': payload(
    'call-terminate',
    'terminate',
    '',
    '      - { name: reason, type: "enum:reasons", required: false, confidence: probable, description: Why. }\n',
  ),
  'stanzas/call-ack.yaml': `id: call-ack
tag: ack
match: { attributes: [{ name: class, values: [call] }] }
display_name: Ack
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: An acknowledgement.
attributes:
  - { name: class, type: string, required: true, confidence: probable, description: Class. }
  - { name: id, type: string, required: true, confidence: probable, description: Id. }
  - { name: type, type: string, required: false, confidence: probable, description: Type. }
`,
  'flows/one-to-one.yaml': `id: one-to-one
title: A call
status: draft
spec_version: '0.1.0'
summary: A call that is accepted.
observers: [caller, callee]
participants:
  - { id: caller, label: Caller }
  - { id: server, label: Server }
  - { id: callee, label: Callee }
  - { id: others, label: Other devices }
steps:
${step('offer', 'caller', 'callee', 'call-offer')}${step('offer-others', 'server', 'others', 'call-offer', ', optional: true, after: [offer]')}${step('accept', 'callee', 'caller', 'call-accept', ', answers: offer')}${step('transport', 'caller', 'callee', 'call-transport')}${step('terminate', 'caller', 'callee', 'call-terminate')}`,
  'flows/acks.yaml': `id: acks
title: Acks
status: draft
spec_version: '0.1.0'
summary: What is acknowledged.
rules: true
participants:
  - { id: server, label: Server }
  - { id: client, label: Client }
steps:
${step('delivered', 'server', 'client', 'call-transport')}${step('ack', 'client', 'server', 'call-ack', ', answers: delivered, within: { ms: 2000, provenance: { techniques: [mitm-tls] } }')}`,
};
