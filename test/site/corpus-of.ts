import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import type { Published } from '../../lib/diff/bundle/published.ts';
import { type Links, linksOf } from '../../site/model/links/links.ts';

/** A publication of a corpus in memory, with its links. @throws when a file breaks its schema */
export function publicationOf(
  files: Readonly<Record<string, string>>,
  changes: Partial<Published> = {},
): { publication: Published; links: Links } {
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  if (findings.length > 0)
    throw new Error(findings.map(({ message, file }) => `${file}: ${message}`).join('\n'));
  const publication: Published = {
    corpus,
    origin: 'https://example.org',
    base: '/base/',
    commit: undefined,
    date: undefined,
    directory: 'spec',
    releases: [],
    ...changes,
  };
  return { publication, links: linksOf(publication) };
}

/** A stanza with most of what a stanza can have. */
export const STANZA = `
id: call-end
tag: call
display_name: Call End
category: signaling
direction: [outgoing, incoming]
status: draft
spec_version: '0.1.0'
summary: Ends a call, see \`enum:reasons\`.
attributes:
  - name: from
    type: jid
    required: true
    confidence: probable
    description: Who ends it.
    observed_values: ['A@s.whatsapp.net']
    provenance:
      techniques: [websocket-capture]
      flavors: [meow]
      sources:
        - meow:src/call.go#L1-L2
        - meow:src/call.go#L9
        - https://example.org/log
    disputes:
      - claim: It is the peer.
        flavors: [meow]
        sources: ['#12']
children:
  - tag: end
    occurrence: '1'
    confidence: speculative
    description: The container.
    children_order: fixed
    attributes:
      - name: reason
        type: enum:reasons
        required: false
        confidence: probable
        description: Why.
        observed_values: [busy, other]
        provenance: { techniques: [websocket-capture] }
      - name: count
        type: int
        confidence: unknown
        description: A number.
    children:
      - tag: to
        occurrence: 0..n
        confidence: probable
        description: A device.
        content:
          type: bytes
          size: 32
          confidence: probable
          description: A key.
      - tag: net
        occurrence: 1..n
        confidence: probable
        description: The network.
examples:
  - title: An end
    format: xml
    body: |
      <call from="A@s.whatsapp.net">
        <end reason="busy"><to>AAAA</to></end>
      </call>
open_questions:
  - Is it ever left out?
`;

export const FILES = {
  'spec.yaml': `{ title: A spec, version: '0.1.0', repository: 'https://github.com/example/spec' }`,
  'stanzas/call-end.yaml': STANZA,
  'enums/reasons.yaml': `{ id: reasons, title: Reasons, status: draft, summary: Why., values: [
    { value: busy, confidence: probable, description: In another call., provenance: { techniques: [websocket-capture] } }] }`,
  'flavors/meow.yaml': `{ id: meow, repository: 'https://github.com/example/meow', commit: '0123456789abcdef0123456789abcdef01234567' }`,
};
