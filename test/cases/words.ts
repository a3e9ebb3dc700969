import type { CodeCases } from './case.ts';
import { attribute, enumeration, flow, sharedNode, stanza } from './texts.ts';

const X = 'stanzas/call-x.yaml';
const disputed = (...disputes: string[]): string =>
  stanza(`attributes:\n  - ${attribute('a', 'int', `disputes: [${disputes.join(', ')}]`)}\n`);
const SOURCE = "sources: ['#7']";
const spec = (version: string): string => `title: A spec\nversion: '${version}'\n`;

/** What was said and is not finished, or is not shown as it was meant. */
export const WORD_CASES: readonly CodeCases[] = [
  {
    code: 'question/no-answer',
    accepts: [
      {
        [X]: stanza(
          'open_questions:\n  - What?\n  - { id: a, question: What?, status: open }\n  - { id: b, question: What?, status: resolved, answer: This. }\n',
        ),
      },
    ],
    rejects: [
      { [X]: stanza('open_questions:\n  - { id: a, question: What?, status: »resolved }\n') },
      {
        [X]: stanza(`open_questions:\n  - { id: a, question: What?, status: »resolved, ${SOURCE} }\n`),
        'enums/colors.yaml': enumeration(
          ['red'],
          'colors',
          "open_questions:\n  - { id: b, question: What?, status: »resolved, answer: ' ' }\n",
        ),
        'flows/a-call.yaml': flow(
          ['from: caller, to: callee'],
          'open_questions:\n  - { id: c, question: What?, status: »resolved }\n',
        ),
      },
    ],
  },
  {
    code: 'dispute/no-resolution',
    accepts: [
      {
        [X]: disputed(
          `{ claim: No., ${SOURCE} }`,
          `{ claim: Never., status: resolved, resolution: Both., ${SOURCE} }`,
        ),
      },
    ],
    rejects: [
      { [X]: disputed(`{ claim: No., status: »resolved, ${SOURCE} }`) },
      {
        [X]: stanza(),
        'enums/colors.yaml': enumeration(['red']).replace(
          'A value.',
          `A value., disputes: [{ claim: No., status: open, ${SOURCE} }, { claim: No., status: »resolved, resolution: ' ', ${SOURCE} }]`,
        ),
      },
    ],
  },
  {
    code: 'dispute/no-source',
    accepts: [{ [X]: disputed(`{ claim: No., ${SOURCE} }`) }],
    rejects: [
      { [X]: disputed('{ claim: »No. }', `{ claim: No., ${SOURCE} }`, '{ claim: »No., sources: [] }') },
      // A client that is named and no place in it cannot be looked up either.
      {
        [X]: disputed('{ claim: »No., flavors: [baileys] }'),
        'flows/a-call.yaml': flow(['from: caller, to: callee, disputes: [{ claim: »No. }]']),
      },
    ],
  },
  {
    code: 'text/placeholder',
    accepts: [
      {
        [X]: stanza(
          "attributes:\n  - { name: a, type: string, confidence: unknown, description: 'The client writes `TODO` here, in a todo list.', observed_values: ['TODO'] }\n",
        ),
        'enums/colors.yaml': enumeration(['TODO']),
      },
    ],
    rejects: [
      {
        [X]: stanza()
          .replace('tag: call', 'tag: »TODO')
          .replace('Call X', '»TODO')
          .replace('A stanza.', "'»TODO: what it does.'"),
      },
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', 'int').replace('An attribute.', 'Seen once. What it means is »not known yet.')}\nnotes: FIXMEs and »FIXME, »TBD.\nopen_questions: [»TODO]\n`,
        ),
        'glossary.yaml': 'terms:\n  - { term: A, definition: »Not known yet. }\n',
        // In a folded text the place is its beginning.
        'spec.yaml': `${spec('0.1.0')}summary: »>-\n  TODO\n`,
      },
    ],
  },
  {
    code: 'text/not-linked',
    accepts: [
      {
        [X]: stanza(
          "notes: 'See [this](https://a.example/), or `[that](http://a.example/)`; a[0](1) is none, nor is [a] (b).'\n",
        ),
      },
    ],
    rejects: [
      { [X]: stanza("notes: 'See »[this](http://a.example/).'\n") },
      {
        [X]: stanza(
          'notes: |\n  See [this](https://a.example/).\n  See »[that](docs/a.md), »[that](#a) and »[that](javascript:a).\n',
        ),
        'enums/colors.yaml': enumeration(['red']).replace('A value.', '"»[A](mailto:a) value."'),
      },
    ],
  },
  {
    code: 'text/html',
    accepts: [
      {
        [X]: stanza(
          "children:\n  - { tag: s, occurrence: '1', confidence: unknown, description: 'A <s> in a <call>, an <offer> and `<br>`; 1 < 2 & 3 > 2.' }\n",
        ),
      },
    ],
    rejects: [
      {
        [X]: stanza(
          'notes: \'It is »<b>always»</b> there.»<br/>And »<a href="https://a.example/">here»</a>.\'\n',
        ),
      },
      {
        [X]: stanza("notes: 'A»&nbsp;b »&#60; c. »<!-- d -->'\n"),
        'flows/a-call.yaml': flow(['from: caller, to: callee, note: »<SCRIPT>x()»</SCRIPT>']),
      },
    ],
  },
  {
    code: 'version/ahead',
    accepts: [
      { [X]: stanza(), 'spec.yaml': spec('0.1.0') },
      { [X]: stanza(), 'spec.yaml': spec('0.10.0') },
      // A spec that states no version is held to none.
      { [X]: stanza() },
    ],
    rejects: [
      { [X]: stanza().replace("'0.1.0'", "»'7.0.0'"), 'spec.yaml': spec('0.1.0') },
      {
        [X]: stanza().replace("'0.1.0'", "»'0.10.0'"),
        'flows/a-call.yaml': flow(['from: caller, to: callee']).replace("'0.1.0'", "»'0.9.1'"),
        'nodes/te.yaml': sharedNode().replace("'0.1.0'", "»'0.9.2'"),
        'spec.yaml': spec('0.9.0'),
      },
    ],
  },
];
