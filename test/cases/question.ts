import type { CodeCases, Files } from './case.ts';
import { attribute, child, enumeration, flow, stanza } from './texts.ts';

/** Two stanzas of which the first one asks; its predicates stand from line 16 on. */
const asking = (...predicates: string[]): Files => ({
  'stanzas/call-x.yaml': stanza(
    `attributes:
  - ${attribute('to', 'jid')}
children:
  - ${child('offer', '1', `attributes: [${attribute('call-id', 'string')}], content: { type: int, confidence: unknown, description: Text. }`)}
open_questions:
  - id: a-question
    question: What is it?
    status: open
    settles:
${predicates.map((one) => `      - if: ${one}\n        then: It is so.\n`).join('')}`,
  ),
  'stanzas/call-y.yaml': stanza(
    `children:\n  - ${child("'*'", '1', `attributes: [${attribute('lid', 'jid')}]`)}\n`,
    'call-y',
  ),
});

export const QUESTION_CASES: readonly CodeCases[] = [
  {
    code: 'question/predicate',
    accepts: [
      asking(
        "'@to is present'",
        'offer is absent',
        "offer@call-id = 'and is absent' and @to is present",
        '\'offer/text() = "1"\'',
        "'call-y:*@lid is absent'",
        'incoming',
        "'@to is present and not after call-y and outgoing'",
        'call-x after call-y',
        'incoming and call-x not  after call-y and call-x after call-x',
      ),
    ],
    rejects: [
      asking(
        'offer »gone',
        "'@to »= b'",
        '»offer@call-id@x is present',
        "'»@@to is present'",
        "'@to is present »or offer is absent'",
        "'@to is present and »'",
        'offer »is presentable',
      ),
      asking("'»'''", '»offer//a is absent', '»/offer is present'),
      asking('call-x after»', 'call-x after call-y »call-x', 'call-x »before call-y'),
      // A flow has to say which stanza it means.
      {
        ...asking('call-x not after call-y'),
        'flows/a-call.yaml': flow(
          ['from: caller, to: callee'],
          'open_questions:\n  - { id: qf, question: What?, status: open, settles: [{ if: call-x after call-y, then: Yes. }, { if: »after call-y, then: Yes. }, { if: »incoming, then: Yes. }] }\n',
        ),
      },
    ],
  },
  {
    code: 'question/unknown-fact',
    accepts: [asking("'@to is present'", 'call-x:offer is absent')],
    rejects: [
      asking("»'@too is present'", '»»ofer is absent and offer/a@b is present', "»'*@lid is present'"),
      {
        ...asking('»call-z:offer is present', '»call-y:offer is present'),
        'enums/colors.yaml': enumeration(
          ['red'],
          'colors',
          "open_questions:\n  - { id: b, question: What?, status: open, settles: [{ if: »offer is present, then: It is. }, { if: 'call-x:offer is present', then: It is. }] }\n",
        ),
      },
    ],
  },
];
