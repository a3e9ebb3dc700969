import { FILES } from '../../../site/corpus-of.ts';

/** A part with a requirement, a layout with a vector, a procedure, and Markdown that is not to be trusted. */
export const PART = `
id: call-end
code: SIG-01
category: signalling
title: The end of a call
summary: How a call ends.
since: '0.1.0'
order: 2
requires: [ending-keys]
contributors: [{ contributor: someone, note: The text. }]
implementations:
  - { flavor: meow, status: working, path: src/call.go, commits: ['0123456789abcdef0123456789abcdef01234567'] }
requirements:
  - id: answers
    level: must-not
    actor: reader
    subject: call-end:end@reason
    text: A reader takes \`busy\` for no error.
    when: The call rang.
    consequence: The other side rings on.
    confidence: probable
    provenance: { flavors: [meow], sources: ['meow:src/call.go#L1'] }
  - { id: bare, level: may, actor: sender, subject: call-end, text: Nobody knows., confidence: unknown }
layout:
  - id: code
    title: Code of the end
    size: 4
    fields:
      - { name: kind, bits: 4, type: uint, meaning: Which kind., confidence: unknown }
      - { name: marks, bits: 4, type: flags, meaning: Marks., confidence: unknown }
      - { name: port, bytes: 2, type: uint, endian: little, meaning: The port., confidence: unknown }
      - { name: text, bytes: 1, type: utf8, meaning: A letter., confidence: unknown }
    vectors:
      - { bytes: '2196 0d 41', title: One, values: { kind: '2', marks: '0x1', port: '3478', text: A } }
procedure:
  - id: derive
    text: The key is derived.
    inputs: [call key]
    outputs: [end key]
    constants: [{ name: salt, value: '00ff', sources: ['meow:src/call.go#L2'] }]
    confidence: speculative
    provenance: { flavors: [meow], sources: ['meow:src/call.go#L3'] }
normative: |
  ## How

  It MUST end, see [the keys](ending-keys). <img src=x onerror=alert(1)>

  - One \`MUST\` in code is none.
  - Each side SHOULD say [why](javascript:alert(1)).

        MUST = code

  And **it
  MAY** ring.
findings: |
  It MUST be found. [Read](https://example.org/a?b=1&c=2).
`;

/** A spec with two parts. */
export const PART_FILES: Readonly<Record<string, string>> = {
  ...FILES,
  'signalling/call-end.yaml': PART,
  'crypto/ending-keys.yaml':
    'id: ending-keys\ncode: CRY-01\ncategory: crypto\ntitle: Keys <b>\nsummary: Of the end.\nparent: call-end\n',
};
