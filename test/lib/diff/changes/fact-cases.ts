import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { attribute, child, sharedNode, stanza, used } from '../../../cases/texts.ts';
import { A, bundle, withAttributes, X } from './bundle.ts';
import type { CompareCase } from './compare-case.ts';

const withChild = (occurrence: string, rest = ''): Bundle =>
  bundle({ [X]: stanza(`children:\n  - ${child('te', occurrence, rest)}\n`) });

const choiceOf = (members: string): Bundle =>
  bundle({
    [X]: stanza(
      `attributes: [${['a', 'b', 'c'].map((name) => attribute(name, 'int')).join(', ')}]
one_of: [{ id: c, of: [${members.replaceAll(/@\w/g, "'$&'")}], occurrence: '1', confidence: unknown, description: One. }]
`,
    ),
  });
const SHARED = {
  'nodes/te.yaml': sharedNode(`attributes: [${attribute('a', 'int')}, ${attribute('b', 'int')}]\n`),
};

const SEEN = 'provenance: { techniques: [mitm-tls] }';
const DISPUTED = (status: string): string =>
  attribute('a', 'int', `disputes: [{ claim: It is not., status: ${status} }]`);

/** Changes of what is said of a fact that stays in its place. */
export const FACT_CASES: readonly CompareCase[] = [
  ['nothing', withAttributes(A), withAttributes(A), [], 'none'],
  ['a new fact', withAttributes(), withAttributes(A), ['call-x:@a added'], 'minor'],
  ['a lost fact', withAttributes(A), withAttributes(), ['call-x:@a removed'], 'major'],
  [
    'a raised confidence',
    withAttributes(A),
    withAttributes(attribute('a', 'int', '', 'probable')),
    ['call-x:@a raised'],
    'patch',
  ],
  [
    'a lowered confidence',
    withAttributes(attribute('a', 'int', '', 'confirmed')),
    withAttributes(A),
    ['call-x:@a lowered'],
    'patch',
  ],
  [
    'the reason of a lower rating',
    withAttributes(attribute('a', 'int', SEEN)),
    withAttributes(attribute('a', 'int', `${SEEN}, rated_lower: Why.`)),
    ['call-x:@a described'],
    'patch',
  ],
  // Once for each of the facts that it concerns, and not for the stanza.
  [
    'the reason that a stanza gives for its facts',
    bundle({ [X]: stanza(`rated_lower: Why.\nattributes: [${attribute('a', 'int', SEEN)}, ${A}]\n`) }),
    bundle({ [X]: stanza(`rated_lower: For this.\nattributes: [${attribute('a', 'int', SEEN)}, ${A}]\n`) }),
    ['call-x:@a described'],
    'patch',
  ],
  [
    'a raised confidence, and no word of the reason that it had',
    withAttributes(attribute('a', 'int', `${SEEN}, rated_lower: Why.`)),
    withAttributes(attribute('a', 'int', SEEN, 'probable')),
    ['call-x:@a raised'],
    'patch',
  ],
  [
    'another type',
    withAttributes(A),
    withAttributes(attribute('a', 'hex')),
    ['call-x:@a type int to hex: narrowed'],
    'major',
  ],
  [
    'a type that takes more',
    withAttributes(A),
    withAttributes(attribute('a', 'string')),
    ['call-x:@a type int to string: widened'],
    'major',
  ],
  [
    'required now',
    withAttributes(A),
    withAttributes(attribute('a', 'int', 'required: true')),
    ['call-x:@a required not known to yes: narrowed'],
    'major',
  ],
  [
    'optional now',
    withAttributes(attribute('a', 'int', 'required: true')),
    withAttributes(attribute('a', 'int', 'required: false')),
    ['call-x:@a required yes to no: widened'],
    'major',
  ],
  [
    'known to be optional',
    withAttributes(A),
    withAttributes(attribute('a', 'int', 'required: false')),
    ['call-x:@a required not known to no: reworded'],
    'patch',
  ],
  [
    'a wider occurrence',
    withChild('1'),
    withChild('0..n'),
    ['call-x:te occurrence 1 to 0..n: widened'],
    'major',
  ],
  [
    'a narrower one',
    withChild('0..n'),
    withChild('1..n'),
    ['call-x:te occurrence 0..n to 1..n: narrowed'],
    'major',
  ],
  [
    'one beside the other',
    withChild('0..1'),
    withChild('1..n'),
    ['call-x:te occurrence 0..1 to 1..n: narrowed'],
    'major',
  ],
  [
    'a fixed order',
    withChild('1', 'children_order: any'),
    withChild('1', 'children_order: fixed'),
    ['call-x:te order any to fixed: narrowed'],
    'major',
  ],
  [
    'an order that is free now',
    withChild('1', 'children_order: fixed'),
    withChild('1', 'children_order: any'),
    ['call-x:te order fixed to any: widened'],
    'minor',
  ],
  [
    'prose',
    withAttributes(A),
    withAttributes(attribute('a', 'int', 'when: Now and then.').replace('An attribute', 'One')),
    ['call-x:@a described'],
    'patch',
  ],
  [
    'observed values',
    withAttributes(attribute('a', 'int', "observed_values: ['1', '2']")),
    withAttributes(attribute('a', 'int', "observed_values: ['2', '3']")),
    ['call-x:@a observed'],
    'patch',
  ],
  [
    'evidence',
    withAttributes(A),
    withAttributes(attribute('a', 'int', 'provenance: { techniques: [mitm-tls], sources: [a note] }')),
    ['call-x:@a evidence'],
    'patch',
  ],
  ['a dispute', withAttributes(A), withAttributes(DISPUTED('open')), ['call-x:@a dispute opened'], 'patch'],
  [
    'a resolved dispute',
    withAttributes(DISPUTED('open')),
    withAttributes(DISPUTED('resolved')),
    ['call-x:@a dispute closed'],
    'patch',
  ],
  [
    'a dropped dispute',
    withAttributes(DISPUTED('open')),
    withAttributes(A),
    ['call-x:@a dispute dropped'],
    'patch',
  ],
  [
    'legs',
    withAttributes(attribute('a', 'int', 'sent: required, delivered: { presence: always, note: So. }')),
    withAttributes(
      attribute(
        'a',
        'int',
        'sent: { presence: optional, confidence: probable, provenance: { techniques: [t] } }, delivered: { presence: never, note: No. }',
      ),
    ),
    [
      'call-x:@a sent required to optional (probable): widened',
      'call-x:@a delivered always to never: narrowed',
      'call-x:@a described',
      'call-x:@a evidence',
    ],
    'major',
  ],
  [
    'what is known of one leg only',
    withAttributes(A),
    withAttributes(attribute('a', 'int', 'sent: optional')),
    ['call-x:@a sent not said to optional: reworded'],
    'patch',
  ],
  [
    'a delivered attribute that may be absent now',
    withAttributes(attribute('a', 'int', 'delivered: always')),
    withAttributes(attribute('a', 'int', 'delivered: sometimes')),
    ['call-x:@a delivered always to sometimes: widened'],
    'major',
  ],
  [
    'a constant, conditions, writers and builds',
    withAttributes(A),
    withAttributes(
      attribute(
        'a',
        'int',
        "value: '0', only_if: incoming, required_if: outgoing, written_by: [client, server], builds: [{ client: Web, platform: Chrome, since: '2.1', until: '2.3' }]",
      ),
    ),
    [
      'call-x:@a value not said to 0: narrowed',
      'call-x:@a only_if not said to incoming: narrowed',
      'call-x:@a required_if not said to outgoing: narrowed',
      'call-x:@a written_by not said to client, server: reworded',
      'call-x:@a builds not said to Web (Chrome) 2.1 to 2.3: reworded',
    ],
    'major',
  ],
  [
    'a choice and its members',
    choiceOf('@a, @b'),
    choiceOf('@a, @b, @c'),
    ['call-x:one_of(c) of @a, @b to @a, @b, @c: narrowed'],
    'major',
  ],
  [
    'an order by leg',
    withChild('1', 'children_order: fixed'),
    withChild('1', 'children_order: { sent: [a, b], delivered: any }'),
    ['call-x:te order fixed to sent: a, b; delivered: any: narrowed'],
    'major',
  ],
  [
    'parts that a place lacks, and tags from an enum',
    bundle({
      [X]: stanza(`children: [${used('te', "without: ['@a', '@b']")}, ${child("'*'")}]\n`),
      ...SHARED,
    }),
    bundle({
      [X]: stanza(
        `children: [${used('te', "without: ['@a']")}, ${child("'*'", '1', 'tags_from: enum:colors')}]\n`,
      ),
      ...SHARED,
    }),
    ['call-x:* tags_from not said to enum:colors: narrowed', 'call-x:te without @a, @b to @a: widened'],
    'major',
  ],
];
