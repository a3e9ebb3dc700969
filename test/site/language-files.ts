import { FILES } from './corpus-of.ts';

const MANY = Array.from(
  { length: 12 },
  (_, i) => `  - { name: a${i}, type: int, confidence: unknown, description: Number ${i}. }`,
);

/** Changes of the spec below in which its payload has the facts of a shared node for any tag. */
export const withAnyTag = (files: typeof LANGUAGE_FILES): Record<string, string> => ({
  ...files,
  'nodes/action.yaml': `
id: action
tag: '*'
display_name: Action
status: draft
spec_version: '0.1.0'
summary: What names a call.
attributes:
  - { name: id, type: string, required: true, confidence: unknown, description: The call. }
`,
  'stanzas/call-ring.yaml': files['stanzas/call-ring.yaml'].replace(
    'description: The payload.',
    'use: action\n    description: The payload, i.e. `a. B`. It has an order.',
  ),
});

/** A spec with everything that the language has for facts at several places and on two legs. */
export const LANGUAGE_FILES = {
  'spec.yaml': FILES['spec.yaml'],
  'flavors/meow.yaml': `{ id: meow, name: Meow, repository: 'https://github.com/example/meow', commit: '0123456789abcdef0123456789abcdef01234567', version: '1.2', date: '2026-03-01' }`,
  'enums/reasons.yaml': FILES['enums/reasons.yaml'],
  'captures/first.yaml': `
id: first
source: { technique: websocket-capture, client: official, version: '2.3000.7', platform: WhatsApp Web, captured_at: '2026-02-03T04:05:06Z' }
stanza_tag: call
direction: incoming
confidence: probable
raw: { format: xml, body: '<call id="1"/>' }
sanitized: true
`,
  'stanzas/envelope.yaml': `
id: envelope
tag: call
display_name: The Envelope
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: Around every message.
attributes:
  - name: to
    type: jid
    sent: required
    delivered: never
    written_by: [client]
    confidence: probable
    description: Who gets it.
    provenance: { techniques: [websocket-capture], sources: ['capture:first', 'meow:src/a.go#L1'] }
  - name: t
    type: timestamp
    sent: never
    delivered: { presence: always, confidence: speculative, provenance: { sources: ['meow:src/a.go#L2'] }, note: The server adds it. }
    written_by: [server]
    confidence: probable
    description: When it was sent.
    provenance: { techniques: [websocket-capture] }
    disputes: [{ claim: It is absent. }]
`,
  'nodes/te.yaml': `
id: te
tag: te
display_name: Endpoint
status: draft
spec_version: '0.1.0'
summary: An address of a relay.
attributes:
  - { name: ip, type: string, required: false, confidence: probable, description: The address., provenance: { techniques: [websocket-capture] } }
  - { name: host, type: string, required: false, confidence: unknown, description: The name., disputes: [{ claim: It is a number. }] }
  - { name: why, type: 'enum:reasons', confidence: unknown, description: Why. }
one_of:
  - { id: where, of: ['@ip', '@host'], occurrence: '1', confidence: speculative, description: An address or a name. }
open_questions: [Is it sorted?]
`,
  'nodes/large.yaml': `
id: large
tag: large
display_name: Large Node
status: draft
spec_version: '0.1.0'
summary: It has much.
attributes:
${MANY.join('\n')}
children:
  - { tag: te, use: te, occurrence: 0..1, confidence: unknown }
`,
  'stanzas/call-ring.yaml': `
id: call-ring
tag: call
envelope: envelope
display_name: Call Ring
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: It rings.
children:
  - tag: ring
    occurrence: '1'
    confidence: probable
    description: The payload.
    provenance: { techniques: [websocket-capture] }
    attributes:
      - name: count
        type: int
        value: '0'
        sent: required
        delivered: sometimes
        only_if: 'incoming and ring/te is present'
        required_if: 'ring/net is absent'
        builds: [{ client: WhatsApp Web, platform: Chrome, since: '2.3000.1' }, { client: WhatsApp, until: '2.25.9' }]
        confidence: speculative
        description: A number.
    children:
      - { tag: te, use: te, occurrence: 1..n, when: If it is known., without: ['@host', one_of(where)], confidence: probable, provenance: { techniques: [websocket-capture] },
          attributes: [{ name: ip, type: string, required: true, confidence: unknown, description: Always here. }, { name: extra, type: int, confidence: unknown, description: One more. }] }
      - { tag: net, apart: It has no address., occurrence: '1', sent: never, delivered: sometimes, confidence: unknown, description: The network. }
      - { tag: large, use: large, occurrence: 0..1, confidence: unknown }
      - { tag: '*', tags_from: 'enum:reasons', occurrence: 0..n, confidence: unknown, description: A reason as a tag. }
    children_order: { sent: [te, net], delivered: any }
    one_of:
      - { id: media, of: [net, large], occurrence: 0..1, confidence: probable, description: One of both., provenance: { techniques: [websocket-capture] } }
examples:
  - { title: As sent, format: xml, leg: sent, body: '<call to="A@s.whatsapp.net"><ring count="0"><te ip="192.0.2.1" extra="1"/></ring></call>' }
`,
  'stanzas/call-large.yaml': `
id: call-large
tag: large
use: large
display_name: Large Alone
category: signaling
direction: [incoming]
status: draft
spec_version: '0.1.0'
summary: The large node by itself.
`,
};
