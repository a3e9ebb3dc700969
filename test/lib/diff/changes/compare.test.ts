import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../../../../lib/diff/bundle/bundle-text.ts';
import { readBundle } from '../../../../lib/diff/bundle/read-bundle.ts';
import type { Change } from '../../../../lib/diff/changes/change.ts';
import { compare } from '../../../../lib/diff/changes/compare.ts';
import { comparisonOf } from '../../../../lib/diff/changes/comparison.ts';
import { groupChanges } from '../../../../lib/diff/changes/group-changes.ts';
import { impactOf } from '../../../../lib/diff/changes/impact-of.ts';
import { renderDiffJson } from '../../../../lib/diff/changes/render-diff-json.ts';
import { renderDiffMarkdown } from '../../../../lib/diff/changes/render-diff-markdown.ts';
import { renderDiffPretty } from '../../../../lib/diff/changes/render-diff-pretty.ts';
import { attribute, child, enumeration, sharedNode, stanza, used } from '../../../cases/texts.ts';
import fc from '../../../helpers/fast-check.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';

const X = 'stanzas/call-x.yaml';

function bundle(files: Readonly<Record<string, string>>): Bundle {
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  assert.deepEqual(findings, []);
  return bundleOf(corpus);
}

const withAttributes = (...attributes: readonly string[]): Bundle =>
  bundle({
    [X]: stanza(
      attributes.length === 0 ? '' : `attributes:\n${attributes.map((one) => `  - ${one}\n`).join('')}`,
    ),
  });
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

/** A change without what the case does not look at. */
const short = (change: Change): string => {
  switch (change.kind) {
    case 'reshaped':
      return `${change.path} ${change.aspect} ${change.from} to ${change.to}: ${change.effect}`;
    case 'moved':
      return `${change.path} moved ${change.to}`;
    case 'definition':
    case 'dispute':
    case 'question':
    case 'ledger':
      return `${change.path} ${change.kind} ${change.event}`;
    case 'edited':
      return `${change.path} edited ${change.keys}`;
    default:
      return `${change.path} ${change.kind}`;
  }
};

const A = attribute('a', 'int');
const DISPUTED = (status: string): string =>
  attribute('a', 'int', `disputes: [{ claim: It is not., status: ${status} }]`);

const CASES: readonly [
  name: string,
  before: Bundle,
  after: Bundle,
  changes: readonly string[],
  impact: string,
][] = [
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
    'a question',
    bundle({ [X]: stanza() }),
    bundle({ [X]: stanza('open_questions: [What?]\n') }),
    ['call-x question opened'],
    'patch',
  ],
  [
    'a question that got an id and an answer',
    bundle({ [X]: stanza('open_questions: [What?]\n') }),
    bundle({
      [X]: stanza('open_questions: [{ id: q, question: What?, status: resolved, answer: That. }]\n'),
    }),
    ['call-x question settled'],
    'patch',
  ],
  [
    'a new stanza',
    bundle({ [X]: stanza() }),
    bundle({ [X]: stanza(), 'stanzas/call-y.yaml': stanza(`attributes: [${A}]\n`, 'call-y') }),
    ['call-y definition added', 'call-y:@a added'],
    'minor',
  ],
  [
    'another tag and title',
    bundle({ [X]: stanza() }),
    bundle({ [X]: stanza().replace('tag: call', 'tag: call2').replace('Call X', 'Call XX') }),
    ['call-x tag call to call2: narrowed', 'call-x edited display_name'],
    'major',
  ],
  [
    'a renamed stanza',
    withAttributes(A),
    bundle({
      'stanzas/call-y.yaml': stanza(
        `moved_from: [call-x]\nattributes: [${attribute('a', 'int', '', 'probable')}]\n`,
        'call-y',
      ),
    }),
    ['call-x moved call-y', 'call-y:@a raised'],
    'major',
  ],
  [
    'a fact that moved',
    withAttributes(A),
    bundle({
      [X]: stanza(`attributes: [${attribute('b', 'hex')}]\n`),
      'tombstones.yaml':
        "tombstones: [{ path: 'call-x:@a', reason: Misread., date: '2026-01-31', successor: 'call-x:@b' }]\n",
    }),
    ['call-x:@a moved call-x:@b', 'call-x:@b type int to hex: narrowed'],
    'major',
  ],
  [
    'facts that moved into a shared node, from two places',
    bundle({
      [X]: stanza(
        `children:\n  - ${child('te', '1', `attributes: [${A}]`)}\n  - ${child('te2', '1', `attributes: [${A}]`)}\n`,
      ),
    }),
    bundle({
      [X]: stanza(`children:\n  - ${used('te')}\n  - ${used('te', 'apart: It is old.', 'te2')}\n`),
      'nodes/te.yaml': sharedNode(`attributes: [${attribute('a', 'hex')}]\n`),
    }),
    [
      'node/te definition added',
      'call-x:te use not said to te: reworded',
      'call-x:te described',
      'call-x:te2 use not said to te: reworded',
      'call-x:te2 described',
      'call-x:te2@a moved node/te:@a',
      'node/te:@a type int to hex: narrowed',
      'call-x:te@a moved node/te:@a',
    ],
    'major',
  ],
  [
    'a fact that moved to the envelope',
    withAttributes(A),
    bundle({
      [X]: stanza('envelope: call-e\n'),
      'stanzas/call-e.yaml': stanza(`attributes: [${A}]\n`, 'call-e'),
    }),
    ['call-x edited envelope', 'call-e definition added', 'call-x:@a moved call-e:@a'],
    'major',
  ],
  [
    'a renamed shared node',
    bundle({ [X]: stanza(), 'nodes/te.yaml': sharedNode(`attributes: [${A}]\n`) }),
    bundle({
      [X]: stanza(),
      'nodes/tee.yaml': sharedNode(
        `moved_from: [node/te]\nchildren_order: [a, b]\nattributes: [${A}]\n`,
        'tee',
        'te',
      ),
    }),
    ['node/te moved node/tee', 'node/tee order not said to a, b: narrowed'],
    'major',
  ],
  [
    'a stanza that has become a shared node',
    bundle({ [X]: stanza(`attributes: [${A}]\n`), 'stanzas/call-y.yaml': stanza('', 'call-y') }),
    bundle({
      'stanzas/call-y.yaml': stanza('', 'call-y'),
      'nodes/te.yaml': sharedNode(`moved_from: [call-x]\nattributes: [${A}]\n`),
    }),
    ['call-x moved node/te'],
    'major',
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
  [
    'an enum value and a name of the ledger',
    bundle({ [X]: stanza(), 'enums/colors.yaml': enumeration(['red']) }),
    bundle({
      [X]: stanza(),
      'enums/colors.yaml': enumeration(['red', 'a=b:c@d']),
      'ledger.yaml': 'names: [{ name: lobby, kind: tag, sources: [a note] }]\n',
    }),
    ['colors=a=b:c@d added', 'lobby ledger listed'],
    'minor',
  ],
];

describe('compare', () => {
  for (const [name, before, after, changes, impact] of CASES) {
    it(`reports ${name}`, () => {
      const found = compare(before, after);
      assert.deepEqual(found.map(short), changes);
      assert.equal(impactOf(found), impact);
    });
  }

  it('reports no changes in the order of files and keys', () => {
    const one = { 'stanzas/a.yaml': stanza('', 'a'), 'stanzas/b.yaml': stanza('', 'b') };
    const other = {
      'stanzas/b.yaml': stanza('', 'b'),
      'stanzas/a.yaml': stanza('', 'a').split('\n').reverse().join('\n').trimStart(),
    };
    assert.deepEqual(compare(bundle(one), bundle(other)), []);
    assert.equal(bundleText(bundle(one)), bundleText(bundle(other)));
  });

  it('reports no changes between a bundle and itself, read back from its text', () => {
    for (const [, before, after] of CASES) {
      for (const one of [before, after]) {
        const { bundle: back, reason } = readBundle(bundleText(one));
        assert.equal(reason, undefined);
        assert.deepEqual(compare(one, back as Bundle), []);
      }
    }
  });

  it('the reverse comparison removes what this one adds', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const paths = (changes: readonly Change[], kind: string): string[] =>
      changes.filter((one) => one.kind === kind).map(({ path }) => path);
    fc.assert(
      fc.property(names, names, (left, right) => {
        const [a, b] = [left, right].map((list) =>
          withAttributes(...list.map((name) => attribute(name, 'int'))),
        );
        assert.ok(a && b);
        assert.deepEqual(paths(compare(a, b), 'added'), paths(compare(b, a), 'removed'));
      }),
      { numRuns: 40 },
    );
  });

  it('takes time in proportion to the bundles', () => {
    const large = (word: string, size: number): Bundle => ({
      schemaVersion: 1,
      version: '1.0.0',
      title: 'Large',
      facts: Array.from({ length: 10 * size }, (_, i) => ({
        path: `call-${Math.floor(i / 10)}:te/${word}${i % 3}@a${i}`,
        kind: 'attribute',
        confidence: 'probable',
        type: 'int',
        description: word,
      })),
      definitions: Array.from({ length: size }, (_, i) => ({
        kind: 'stanza',
        id: `call-${i}`,
        title: 'A',
        data: {},
      })),
      questions: [],
      ledger: [],
      tombstones: [],
    });
    assertGrowsLinearly(400, (size) => {
      const [a, b] = [large('old', size), large('new', size)];
      return () => {
        assert.equal(compare(a, b).length, 20 * size);
        renderDiffMarkdown(comparisonOf({ name: 'a', bundle: a }, { name: 'b', bundle: b }));
      };
    });
  });
});

describe('grouping', () => {
  it('puts a bulk edit in one line, and a new stanza in one', () => {
    const names = Array.from({ length: 30 }, (_, i) => `a${i}`);
    const all = (confidence: string, id = 'call-x') =>
      stanza(
        `attributes:\n${names.map((name) => `  - ${attribute(name, 'int', '', confidence)}\n`).join('')}`,
        id,
      );
    const before = bundle({ [X]: all('unknown') });
    const after = bundle({ [X]: all('probable'), 'stanzas/call-y.yaml': all('unknown', 'call-y') });
    const sections = groupChanges(compare(before, after));
    assert.deepEqual(
      sections.map(({ title, count, groups }) => [title, count, groups.length]),
      [
        ['New definitions', 1, 1],
        ['Confidence raised', 30, 1],
      ],
    );
    assert.deepEqual(sections[0]?.groups[0]?.words, ['stanza: ', { data: 'Call X' }, ', 30 facts']);
  });

  it('counts the facts of a new shared node, also beside a stanza of the same id', () => {
    const before = bundle({ [X]: stanza() });
    const node = sharedNode(`attributes: [${A}]\n`, 'call-x', 'te');
    const after = bundle({ [X]: stanza(`attributes: [${A}]\n`), 'nodes/call-x.yaml': node });
    assert.deepEqual(
      groupChanges(compare(before, after)).map(({ title, groups }) => [title, groups]),
      [
        ['New definitions', [{ words: ['node: ', { data: 'Shared' }, ', 1 fact'], paths: ['node/call-x'] }]],
        ['New facts', [{ words: ['new, unknown'], paths: ['call-x:@a'] }]],
      ],
    );
  });
});

describe('what is printed', () => {
  const HOSTILE = '::error::<img src=x>|`rm`\u001b[31m ##[group]\u202e';
  const evil: Bundle = {
    ...bundle({ [X]: stanza() }),
    facts: [
      {
        path: `colors=${HOSTILE}`,
        kind: 'value',
        confidence: 'probable',
        description: 'x',
        disputes: [{ claim: `${HOSTILE}\n::error::`, status: 'open' }],
      },
    ],
  };
  const clean: Bundle = { ...evil, facts: evil.facts.map(({ disputes: _, ...fact }) => fact) };
  for (const comparison of [
    comparisonOf({ name: HOSTILE, bundle: clean }, { name: 'b', bundle: evil }),
    comparisonOf({ name: 'a', bundle: evil }, { name: HOSTILE, bundle: { ...evil, facts: [] } }),
  ]) {
    it('shows hostile text without effect', () => {
      const outputs = [
        renderDiffPretty(comparison),
        renderDiffJson(comparison),
        renderDiffMarkdown(comparison),
      ];
      for (const text of outputs) {
        assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f]/u);
        assert.doesNotMatch(text, /^\s*::/m);
        assert.ok(!text.includes('##['));
      }
      // Outside of code nothing is a tag.
      const markdown = (outputs[2] ?? '').replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');
      assert.doesNotMatch(markdown, /<img/);
    });
  }
});
