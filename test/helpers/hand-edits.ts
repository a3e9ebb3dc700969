/** A change of the data that somebody makes by hand: what is looked for in a file of the frozen spec, and what it becomes. */
export interface HandEdit {
  readonly what: string;
  readonly file: string;
  /** Pairs of a text and its replacement; every occurrence is replaced. */
  readonly changes: readonly (readonly [string, string])[];
  /** A file that comes with it. */
  readonly more?: { readonly file: string; readonly text: string };
}

const DTMF = 'stanzas/call-dtmf.yaml';
const DURATION = 'stanzas/call-duration.yaml';

/** One edit of each kind that a contributor proposes. They touch different places, so that they also go together. */
export const HAND_EDITS: readonly HandEdit[] = [
  {
    what: 'a new attribute',
    file: DTMF,
    changes: [
      [
        "        observed_values: ['A.0:3@s.whatsapp.net']\n",
        `        observed_values: ['A.0:3@s.whatsapp.net']
        provenance:
          flavors: [cobalt]
          sources:
            - cobalt:modules/lib/src/main/java/com/github/auties00/cobalt/calls/signaling/incall/DtmfStanza.java
      - name: held
        type: int
        required: false
        when: The key was held down.
        confidence: probable
        description: For how many milliseconds the key was held down.
        observed_values: ['250']
`,
      ],
    ],
  },
  {
    what: 'a new child',
    file: DURATION,
    changes: [
      [
        '    provenance:\n      flavors: [baileys-pr2391]\n      sources:\n        - baileys-pr2391:src/Socket/messages-recv.ts#L574-L599\n        - cobalt:',
        `    children:
      - tag: quality
        occurrence: 0..1
        confidence: speculative
        description: A mark that the user gave the call.
        provenance:
          flavors: [cobalt]
          sources: ['cobalt:modules/lib/src/main/java/com/github/auties00/cobalt/calls/signaling/SignalingType.java']
    provenance:
      flavors: [baileys-pr2391]
      sources:
        - baileys-pr2391:src/Socket/messages-recv.ts#L574-L599
        - cobalt:`,
      ],
    ],
  },
  {
    what: 'a value of an enum',
    file: 'enums/reject-reasons.yaml',
    changes: [
      [
        'open_questions:\n',
        `  - value: 'on-hold'
    confidence: probable
    description: The device keeps another call on hold.
    provenance:
      techniques: [websocket-capture]
      sources: ['https://example.org/logs/on-hold']
open_questions:
`,
      ],
    ],
  },
  {
    what: 'a dispute',
    file: DTMF,
    changes: [
      [
        '        - whatsapp-rust-pr218:src/calls/stanza.rs#L189\nchildren:\n',
        `        - whatsapp-rust-pr218:src/calls/stanza.rs#L189
    disputes:
      - claim: A tone has no id, since nothing acknowledges it.
        flavors: [cobalt]
        sources:
          - cobalt:modules/lib/src/main/java/com/github/auties00/cobalt/calls/signaling/incall/DtmfStanza.java
children:
`,
      ],
    ],
  },
  {
    what: 'an answer to a question',
    file: 'stanzas/call-duration.yaml',
    changes: [
      [
        '    question: Is `audio_duration` in milliseconds or in seconds?\n    status: open\n',
        `    question: Is \`audio_duration\` in milliseconds or in seconds?
    status: resolved
    answer: In milliseconds.
    sources: ['https://example.org/logs/twenty-seconds']
`,
      ],
    ],
  },
  {
    what: 'a new question',
    file: DTMF,
    changes: [
      [
        'open_questions:\n',
        `open_questions:
  - id: call-dtmf-pause
    question: Is there a tone that stands for a pause?
    status: open
    asks: [frida-hooking]
`,
      ],
    ],
  },
  {
    what: 'a new source of a fact',
    file: DURATION,
    changes: [
      [
        '            - baileys-pr2391:src/Socket/messages-recv.ts#L580-L593\n',
        `            - baileys-pr2391:src/Socket/messages-recv.ts#L580-L593
            - https://example.org/logs/one-to-one
`,
      ],
    ],
  },
  {
    what: 'a rename, with its tombstone',
    file: DURATION,
    changes: [
      ['      - name: peer\n', '      - name: peer_jid\n'],
      [' peer="B@s.whatsapp.net"', ' peer_jid="B@s.whatsapp.net"'],
    ],
    more: {
      file: 'tombstones.yaml',
      text: `# yaml-language-server: $schema=schema/tombstones.schema.json
tombstones:
  - path: 'call-duration:duration@peer'
    reason: The name was cut off in the log that it was read from.
    date: '2026-01-31'
    successor: 'call-duration:duration@peer_jid'
`,
    },
  },
];
