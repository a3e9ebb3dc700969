import { singleQuoted } from '../../text/single-quoted.ts';
import { KINDS, type PageKind } from '../kinds.ts';
import { minimalBody } from './minimal-body.ts';

export interface SkeletonOptions {
  /** The version of the spec. */
  readonly version: string;
  /** The id of a technique that the spec has. */
  readonly technique: string;
  /** Of a part: its folder, which is its category, and a code that no other part has. */
  readonly part?: { readonly folder: string; readonly code: string };
  /** Of a stanza: the phases of the spec. */
  readonly phases?: readonly string[];
  /** Of a contributor: the name that readers see, and the one on GitHub where it is known. */
  readonly person?: { readonly name: string; readonly github: string | undefined };
}

type Body = (id: string, given: SkeletonOptions) => string;

/** What follows the first line of a new file, for kinds that explain more than their schema requires. */
const OWN_BODIES: { readonly [K in PageKind]?: Body } = {
  stanza: (id, { version, phases: [phase, ...others] = [] }) => `id: ${id}
tag: TODO
display_name: ${titleOf(id)}
category: signaling # signaling, keying, media or transport
${phase === undefined ? '' : `phase: ${phase}${others.length === 0 ? '' : ` # or ${others.join(', ')}`}\n`}direction: [outgoing, incoming]
status: draft
spec_version: '${version}'
summary: >-
  TODO: what the stanza does, in a few sentences.
# attributes:
#   - name: from
#     type: jid # string, int, hex, bytes, bool, jid, timestamp, the id of a type, or enum:<id>
#     required: true # on both legs; remove this line if it is not known, or write sent and delivered
#     confidence: speculative # confirmed, probable, speculative or unknown
#     description: What it means.
#     observed_values: ['A@s.whatsapp.net'] # sanitized, in quotes
#     provenance:
#       techniques: [websocket-capture]
#       sources: ['capture:some-capture']
# children:
#   - tag: payload
#     occurrence: '1' # '1', '0..1', '0..n' or '1..n'
#     confidence: speculative
#     description: What it is for.
#   - tag: te
#     use: te # a shared node: nodes/te.yaml describes what is in it
#     occurrence: '0..n'
#     confidence: speculative
# open_questions:
#   - id: ${id}-first-question
#     question: What is not known yet?
#     status: open
#     asks: [websocket-capture]
`,
  node: (id, { version }) => `id: ${id}
tag: TODO
display_name: ${titleOf(id)}
status: draft
spec_version: '${version}'
summary: >-
  TODO: what the node is, in a few sentences.
# Each place has the rest: children: [{ tag: TODO, use: ${id}, occurrence: '0..1', confidence: speculative }]
# and there, if it lacks a part: without: ['@name', some-child]
# attributes:
#   - name: port
#     type: int # string, int, hex, bytes, bool, jid, timestamp, the id of a type, or enum:<id>
#     sent: optional # required, optional or never: what a client writes
#     delivered: always # always, sometimes or never: what the server delivers
#     confidence: speculative # confirmed, probable, speculative or unknown
#     description: What it means.
#     provenance:
#       techniques: [websocket-capture]
#       sources: ['capture:some-capture']
# one_of:
#   - id: address
#     of: ['@ip', '@host'] # attributes after @, children by their tags
#     occurrence: '1' # '1': exactly one, '0..1': at most one
#     confidence: speculative
#     description: What decides between them.
`,
  enum: (id) => `id: ${id}
title: ${titleOf(id)}
status: draft
summary: >-
  TODO: what the values stand for.
values: []
#  - value: '0' # always in quotes
#    confidence: speculative
#    description: What it means.
#    provenance:
#      flavors: [some-flavor]
#      sources: ['some-flavor:path/in/its/repository.ts#L1-L2']
`,
  type: (id) => `id: ${id}
status: draft
summary: >-
  TODO: what its values are, in a sentence or two.
base: string # string, int, hex, bytes, bool, jid or timestamp
# pattern: '[0-9A-F]{32}' # what a whole value matches
# expected: a call id has 32 digits in upper-case hex # the same in words
# examples: ['CALLID-0001-synthetic'] # sanitized, in quotes
privacy: text # public, id, account, device, address, secret, time or text
# placeholder: # only where a value has parts that are seen alone elsewhere
#   form: '{call}:{device}'
#   parts:
#     - { name: call, privacy: id }
#     - { name: device, privacy: device }
# typescript: string # string, number, boolean, a template literal of these, or 'a' | 'b'
`,
  flow: (id, { version }) => `id: ${id}
title: ${titleOf(id)}
status: draft
spec_version: '${version}'
summary: >-
  TODO: what happens, in a few sentences.
participants:
  - id: caller
    label: Caller
  - id: server
    label: Server
steps: []
#  - from: caller
#    to: server
#    label: offer
#    stanza: call-offer
#    confidence: speculative
`,
  part: (id, { version, part = { folder: KINDS.part.at.folders[0], code: 'TBD-00' } }) => `id: ${id}
code: ${part.code} # unique; comments in code can cite it
category: ${part.folder} # the folder of this file
title: ${titleOf(id)}
summary: >-
  TODO: what it describes, in a few sentences.
status: draft
spec_version: '${version}'
# requires: [another-part]
# requirements:
#   - id: is-answered # part/${id}#is-answered
#     level: must # must, must-not, should, should-not or may
#     actor: reader # sender, reader or server
#     subject: call-offer:offer # the path of a fact
#     text: A reader answers it with a receipt.
#     confidence: speculative # confirmed, probable, speculative or unknown
#     provenance:
#       flavors: [some-flavor]
#       sources: ['some-flavor:path/in/its/repository.ts#L1-L2 writes']
# layout:
#   - id: address
#     title: Address
#     size: 6
#     fields:
#       - { name: ip, bytes: 4, type: bytes, meaning: The address., confidence: speculative }
#       - { name: port, bytes: 2, type: uint, meaning: The port., confidence: speculative }
#     vectors:
#       - { bytes: 'c63364010d96', values: { ip: 'c6336401', port: '3478' } }
# procedure:
#   - id: derive
#     text: What is done.
#     inputs: [what it needs]
#     outputs: [what it gives]
#     constants: [{ name: salt, value: '00' }]
#     confidence: speculative
`,
  technique: (id) => `id: ${id}
title: ${titleOf(id)}
status: draft
maturity: experimental # established, emerging or experimental
summary: >-
  TODO: how it works, in a few sentences.
targets: []
strengths: []
limitations: []
tooling: []
channel: wire # wire, runtime or code: where it listens
# effort: medium # low, medium or high: what takes less is proposed first
`,
  flavor: (id) => `id: ${id}
name: ${titleOf(id)}
# repository: https://github.com/owner/name
# commit: the full hash to which every source of this flavor refers
# language: TypeScript
# maturity: experimental # experimental, partial, working or production
# derives_from: [] # flavors that it was ported from; it does not corroborate them
description: >-
  TODO: what it is, in a few sentences.
status: draft
`,
  contributor: (id, { person }) => `id: ${singleQuoted(id)}
name: ${person === undefined ? titleOf(id) : singleQuoted(person.name)}
${person?.github === undefined ? '# github: your-name' : `github: ${singleQuoted(person.github)}`}
# techniques: [websocket-capture]
`,
  capture: (id, { technique }) => `id: ${id}
title: 'TODO: what it shows'
status: draft
kind: synthetic # captured, replayed or synthetic
source:
  technique: ${technique}
stanza_tag: call
direction: incoming
confidence: speculative
raw:
  format: xml
  body: |-
    <call/>
sanitized: true
`,
};

/** The text of a new definition: valid as it is, with comments that say what can follow. */
export function skeleton(kind: PageKind, id: string, given: SkeletonOptions): string {
  const make: Body =
    OWN_BODIES[kind] ?? (() => minimalBody(KINDS[kind].schema, { id, version: given.version }));
  const body = make(id, given).replace(/^id: (.*)/, (line) =>
    IS_TEXT.test(id) ? line : `id: ${singleQuoted(id)}`,
  );
  return `# yaml-language-server: $schema=../schema/${kind}.schema.json\n${body}`;
}

// An id of digits alone would be a number, and null nothing.
const IS_TEXT = /^(?!(?:null|true|false)$)[a-z]/;

const titleOf = (id: string): string =>
  `'${id
    .split(/[-_.]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')}'`;
