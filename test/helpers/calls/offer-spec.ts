/**
 * A spec of call offers, with one more stanza, that uses all of the language: an envelope, shared nodes, legs, choices,
 * constants, tags from an enum, order by leg, conditions. The recorded offers of calls between two accounts fit it.
 */
export const OFFER_SPEC: Readonly<Record<string, string>> = {
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
  - { name: t, type: timestamp, confidence: unknown, description: Time., sent: never, delivered: always }
  - { name: id, type: string, required: true, confidence: unknown, description: Id. }
  - { name: version, type: string, required: false, confidence: unknown, description: Version. }
  - { name: platform, type: string, required: false, confidence: unknown, description: Platform. }
  - { name: notify, type: string, required: false, confidence: unknown, description: Name. }
  - { name: e, type: int, required: false, confidence: unknown, description: Expiry. }
children:
  - { tag: '*', occurrence: '1', confidence: unknown, description: The payload. }
`,
  'stanzas/call-offer.yaml': `id: call-offer
tag: call
envelope: call-envelope
display_name: Offer
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: Offers a call.
children:
  - tag: offer
    occurrence: '1'
    confidence: unknown
    description: The offer.
    children_order:
      sent: [privacy, audio, video, net, capability, destination, encopt, device-identity]
      delivered: [audio, video, capability, device-identity, enc, encopt, metadata, net, rte, relay]
    one_of:
      - { id: keys, of: [enc, destination], occurrence: '1', confidence: unknown, description: The call key. }
    attributes:
      - { name: call-id, type: hex, required: true, confidence: unknown, description: Id. }
      - { name: call-creator, type: jid, required: true, confidence: unknown, description: Caller. }
      - { name: caller_pn, type: jid, confidence: unknown, description: Number., sent: never, delivered: sometimes }
      - { name: joinable, type: bool, confidence: unknown, description: Joinable., sent: never, delivered: always }
      - { name: caller_country_code, type: string, required: false, confidence: unknown, description: Country., only_if: offer@caller_pn is present }
      - { name: notify, type: string, required: false, confidence: unknown, description: Name., only_if: incoming and offer@joinable is present }
    children:
      - { tag: privacy, occurrence: '0..1', confidence: unknown, description: Token., sent: required, delivered: never, content: { type: hex, confidence: unknown, description: Bytes. } }
      - tag: audio
        occurrence: '1..n'
        confidence: unknown
        description: An audio format.
        attributes:
          - { name: enc, type: string, required: true, confidence: unknown, description: Codec., value: opus }
          - { name: rate, type: int, required: true, confidence: unknown, description: Rate. }
      - { tag: net, occurrence: '1', confidence: unknown, description: Network., attributes: [{ name: medium, type: 'enum:media', required: true, confidence: unknown, description: Medium. }] }
      - { tag: capability, occurrence: '1', confidence: unknown, description: Bits., attributes: [{ name: ver, type: int, required: true, confidence: unknown, description: Version. }], content: { type: hex, confidence: unknown, description: Bits. } }
      - tag: destination
        occurrence: '0..1'
        confidence: unknown
        description: The devices.
        delivered: never
        children:
          - { tag: to, occurrence: '1..n', confidence: unknown, description: A device., attributes: [{ name: jid, type: jid, required: true, confidence: unknown, description: Device. }], children: [{ tag: enc, occurrence: '1', confidence: unknown, use: enc }] }
      - { tag: enc, occurrence: '0..1', confidence: unknown, use: enc, sent: never }
      - { tag: encopt, occurrence: '1', confidence: unknown, description: Keys., attributes: [{ name: keygen, type: int, required: true, confidence: unknown, description: How. }] }
      - { tag: device-identity, occurrence: '0..1', confidence: unknown, description: Identity., required_if: offer/enc@type = 'pkmsg', content: { type: bytes, confidence: unknown, description: Bytes. } }
      - { tag: rte, occurrence: '0..1', confidence: unknown, description: Endpoint., sent: never, delivered: always, content: { type: hex, confidence: unknown, description: Bytes. } }
      - { tag: relay, occurrence: '0..1', confidence: unknown, use: relay, sent: never, delivered: always }
`,
  'stanzas/call-mute.yaml': `id: call-mute
tag: call
envelope: call-envelope
display_name: Mute
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: Mutes.
children:
  - { tag: mute_v2, occurrence: '1', confidence: unknown, description: The state. }
`,
  'nodes/enc.yaml': `id: enc
tag: enc
display_name: Encrypted key
status: draft
spec_version: '0.1.0'
summary: The call key.
attributes:
  - { name: v, type: int, required: true, confidence: unknown, description: Version., value: '2' }
  - { name: type, type: 'enum:enc-types', required: true, confidence: unknown, description: Kind. }
  - { name: count, type: int, required: true, confidence: unknown, description: Retries. }
content: { type: bytes, confidence: unknown, description: Bytes. }
`,
  'nodes/relay.yaml': `id: relay
tag: relay
display_name: Relay
status: draft
spec_version: '0.1.0'
summary: Relays of the call.
attributes:
  - { name: uuid, type: string, required: true, confidence: unknown, description: Id. }
  - { name: self_pid, type: int, required: true, confidence: unknown, description: Own number. }
  - { name: peer_pid, type: int, required: true, confidence: unknown, description: Number of the peer. }
children:
  - tag: te2
    occurrence: 1..n
    confidence: unknown
    description: An endpoint.
    attributes:
      - { name: relay_id, type: int, required: true, confidence: unknown, description: Id. }
      - { name: relay_name, type: string, required: true, confidence: unknown, description: Name. }
      - { name: c2r_rtt, type: int, required: false, confidence: unknown, description: Latency. }
    content: { type: hex, confidence: unknown, description: Address. }
  - { tag: '*', occurrence: '1..n', confidence: unknown, description: A secret., tags_from: 'enum:relay-secrets', attributes: [{ name: id, type: int, required: false, confidence: unknown, description: Number. }], content: { type: bytes, confidence: unknown, description: Bytes. } }
`,
  'enums/relay-secrets.yaml': enumOf('relay-secrets', ['token', 'auth_token', 'key', 'hbh_key']),
  'enums/enc-types.yaml': enumOf('enc-types', ['msg', 'pkmsg']),
  'enums/media.yaml': enumOf('media', ["'2'", "'3'"]),
};

function enumOf(id: string, values: readonly string[]): string {
  const rows = values.map((value) => `  - { value: ${value}, confidence: unknown, description: A value. }\n`);
  return `id: ${id}\ntitle: Values\nstatus: draft\nsummary: An enum.\nvalues:\n${rows.join('')}`;
}
