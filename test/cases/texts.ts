/** The first eight lines of a stanza; what it holds follows from line 9 on. */
export const stanza = (rest = '', id = 'call-x'): string => `id: ${id}
tag: call
display_name: Call X
category: signaling
direction: [outgoing]
status: draft
spec_version: '0.1.0'
summary: A stanza.
${rest}`;

/** The first six lines of a shared node; what it holds follows from line 7 on. */
export const sharedNode = (rest = '', id = 'te', tag = id): string => `id: ${id}
tag: ${tag}
display_name: Shared
status: draft
spec_version: '0.1.0'
summary: A shared node.
${rest}`;

/** A child on one line that is a shared node. */
export const used = (use: string, rest = '', tag = use): string =>
  `{ tag: ${tag}, use: ${use}, occurrence: '1', confidence: unknown${rest === '' ? '' : `, ${rest}`} }`;

/** An attribute on one line, without a claim. */
export const attribute = (name: string, type: string, rest = '', confidence = 'unknown'): string =>
  `{ name: ${name}, type: ${type}, confidence: ${confidence}, description: An attribute.${rest === '' ? '' : `, ${rest}`} }`;

/** A child on one line, without a claim. */
export const child = (tag: string, occurrence = '1', rest = '', confidence = 'unknown'): string =>
  `{ tag: ${tag}, occurrence: '${occurrence}', confidence: ${confidence}, description: A child.${rest === '' ? '' : `, ${rest}`} }`;

/** An enum: four lines, then its values. */
export const enumeration = (values: readonly string[], id = 'colors', rest = ''): string => `id: ${id}
title: Colors
status: draft
summary: An enum.
values:
${values.map((value) => `  - { value: ${value}, confidence: unknown, description: A value. }\n`).join('')}${rest}`;

/** A flow between two participants: ten lines, then its steps. */
export const flow = (steps: readonly string[], rest = '', id = 'a-call'): string => `id: ${id}
title: A call
status: draft
spec_version: '0.1.0'
summary: A flow.
participants:
  - { id: caller, label: Caller }
  - { id: callee, label: Callee }
${rest}steps:
${steps.map((step) => `  - { label: A step, confidence: unknown, ${step} }\n`).join('')}`;

export const technique = (id: string, channel?: string, rest = ''): string => `id: ${id}
title: A technique
status: draft
maturity: established
summary: A technique.
targets: []
strengths: []
limitations: []
tooling: []
${channel === undefined ? '' : `channel: ${channel}\n`}${rest}`;

export const flavor = (id: string, rest = ''): string => `id: ${id}\n${rest}`;

/** What a flavor needs so that sources can name lines of its code. */
export const PINNED = `repository: https://a.example/b
commit: '0123456789abcdef0123456789abcdef01234567'
`;

export const contributor = (id: string, rest = ''): string => `id: ${id}\n${rest}`;

export const capture = (id: string, source = '{ technique: websocket-capture }'): string => `id: ${id}
source: ${source}
stanza_tag: call
direction: incoming
confidence: probable
raw: { format: xml, body: '<call/>' }
sanitized: true
`;

/** A trace of so many records. */
export const trace = (id: string, records: number): string => `id: ${id}
source: { technique: websocket-capture }
confidence: probable
trace: [${Array.from({ length: records }, (_, at) => `{ at: ${at}, direction: incoming, body: '<call/>' }`).join(', ')}]
sanitized: true
`;

/** A part with an id and these further lines. */
export const part = (rest: string, id = 'a-part', code = 'ABC-01', category = 'relay'): string =>
  `id: ${id}\ncode: ${code}\ncategory: ${category}\ntitle: A part\nsummary: What it is.\n${rest}`;
