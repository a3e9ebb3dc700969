import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';

/** A provenance with these sources in code. */
const seen = (...sources: string[]): string => `provenance: { sources: [${sources.join(', ')}] }`;

const attribute = (name: string, provenance: string): string =>
  `{ name: ${name}, type: string, confidence: probable, description: A name., ${provenance} }`;

export const CLIENT_FILES = {
  'stanzas/envelope.yaml': minimalStanza(
    'envelope',
    `attributes:
  - ${attribute('id', seen("'up:a#L1 writes'", "'up:a#L2 reads'", "'other:a#L1 reads'"))}
`,
  ),
  'nodes/place.yaml': `id: place
tag: place
display_name: Place
status: draft
spec_version: '0.1.0'
summary: Where it is.
attributes:
  - ${attribute('ip', seen("'up:b#L1 writes'", "'other:b#L1 reads'", "'port:b#L1 reads'"))}
`,
  'stanzas/call-x.yaml': minimalStanza(
    'call-x',
    `envelope: envelope
children:
  - tag: ring
    occurrence: '1'
    confidence: probable
    description: It rings.
    ${seen("'other:c#L1 names'")}
    attributes:
      - ${attribute('tone', seen("'up:c#L2 writes'", "'port:c#L2 writes'", "'wire:c#L2 reads'", "'text:c#L2'"))}
      - ${attribute('alone', seen("'port:c#L3 writes'"))}
    children:
      - { tag: place, use: place, occurrence: '1', confidence: probable, ${seen("'up:c#L4 writes'", "'other:c#L4 writes'")} }
`,
  ),
  'flavors/up.yaml': '{ id: up }',
  'flavors/port.yaml': '{ id: port, derives_from: [up] }',
  'flavors/other.yaml': '{ id: other }',
  'flavors/wire.yaml': '{ id: wire, kind: extract }',
  'flavors/text.yaml': '{ id: text, kind: description }',
};

export const CLIENT_CORPUS = loadCorpus(memoryFiles(CLIENT_FILES)).corpus;
