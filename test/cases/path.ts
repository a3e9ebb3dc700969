import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { bundleOf } from '../../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../../lib/diff/bundle/bundle-text.ts';
import type { Finding } from '../../lib/findings/finding.ts';
import { sha256 } from '../../lib/node/cache/sha256.ts';
import { runRules } from '../../lib/rules/run-rules.ts';
import { type CodeCases, everyRule, type Files } from './case.ts';
import { attribute, child, enumeration, flow, sharedNode, stanza, used } from './texts.ts';

const X = 'stanzas/call-x.yaml';
/** What was released: an attribute, a child with one, and an enum of two values. */
export const RELEASED = {
  [X]: stanza(
    `attributes:\n  - ${attribute('a', 'int')}\nchildren:\n  - ${child('te', '1', `attributes: [${attribute('ip', 'int')}]`)}\n`,
  ),
  'enums/colors.yaml': enumeration(['red', 'blue']),
};

const bundleTextOf = (files: Files): string =>
  bundleText(bundleOf(loadCorpus(memoryFiles(files)).corpus, { version: '1.0.0', date: '2026-01-31' }));
const BUNDLE = bundleTextOf(RELEASED);
const digestsOf = (bundle: string): string => `{ "1.0.0": "${sha256(bundle)}" }`;
const LISTED = digestsOf(BUNDLE);

/** A spec that comes after a release. */
const afterBundle = (bundle: string, files: Files): Files => ({
  'releases/1.0.0.json': bundle,
  'releases/digests.json': digestsOf(bundle),
  ...files,
});

/** A spec that comes after a release of RELEASED. */
export const after = (files: Files): Files => afterBundle(BUNDLE, files);

/** A spec with a flow of some steps; '' is one without an id. */
const withSteps = (ids: readonly string[], id?: string): Files => ({
  [X]: stanza(),
  [`flows/${id ?? 'a-call'}.yaml`]: flow(
    ids.map((one) => `${one === '' ? '' : `id: ${one}, `}from: caller, to: callee`),
    '',
    id,
  ),
});
const STEPS = bundleTextOf(withSteps(['one', 'two', '']));

/** A spec that comes after a release of those steps. */
const afterSteps = (ids: readonly string[], more: Files = {}, id?: string): Files =>
  afterBundle(STEPS, { ...withSteps(ids, id), ...more });

/** A spec of which some definitions cannot be read: only what the rules say of it. */
export const rulesOf = (files: Files) => (): readonly Finding[] => {
  const port = memoryFiles(files);
  return runRules(loadCorpus(port).corpus, everyRule(port));
};

/** A spec with these files in its folder of releases. */
const releases = (files: Files): Files => ({
  ...RELEASED,
  ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`releases/${name}`, text])),
});

export const tombstone = (path: string, rest = ''): string =>
  `tombstones:\n  - { path: '${path}', reason: It never was., date: '2026-01-31'${rest} }\n`;

export const PATH_CASES: readonly CodeCases[] = [
  {
    code: 'path/lost',
    accepts: [
      // What cannot be read may say what became of any path.
      { run: rulesOf(after({ [X]: 'id: call-x\n', 'enums/colors.yaml': enumeration(['red']) })) },
      { run: rulesOf(after({ ...RELEASED, 'enums/colors.yaml': 'id: colors\n' })) },
      { run: rulesOf(after({ [X]: stanza(), 'tombstones.yaml': 'tombstones: no\n' })) },
      { files: after(RELEASED) },
      // At a place of a shared node, and of an envelope.
      {
        files: after({
          ...RELEASED,
          [X]: stanza(`envelope: call-e\nchildren: [${used('te')}]\n`),
          'stanzas/call-e.yaml': stanza(`attributes: [${attribute('a', 'int')}]\n`, 'call-e'),
          'nodes/te.yaml': sharedNode(`attributes: [${attribute('ip', 'int')}]\n`),
        }),
      },
      // In what has become a shared node.
      {
        files: after({
          [X]: stanza(`attributes: [${attribute('a', 'int')}]\nchildren: [${used('t2')}]\n`),
          'nodes/t2.yaml': sharedNode(`moved_from: ['call-x:te']\n`, 't2'),
          'enums/colors.yaml': enumeration(['red', 'blue']),
        }),
      },
      // A step without an id has no path, and the tombstone of a flow covers its steps.
      { files: afterSteps(['one', 'two']) },
      {
        files: afterSteps(['one', 'second'], {
          'tombstones.yaml': tombstone('flow/a-call#two', ", successor: 'flow/a-call#second'"),
        }),
      },
      {
        files: afterSteps(
          ['one'],
          { 'tombstones.yaml': tombstone('flows/a-call', ', successor: flows/b-call') },
          'b-call',
        ),
      },
      {
        files: after({
          'stanzas/call-y.yaml': stanza('moved_from: [call-x]\n', 'call-y'),
          'enums/colors.yaml': enumeration(['red']),
          'tombstones.yaml': tombstone('colors=blue'),
        }),
      },
      {
        files: after({
          [X]: stanza('moved_from: [call-x:te]\n'),
          'tombstones.yaml': `${tombstone('call-x:@a')}${tombstone('colors', ', successor: call-x').replace('tombstones:\n', '')}`,
        }),
      },
    ],
    rejects: [
      {
        files: after({ [X]: stanza(), 'enums/colors.yaml': enumeration(['red', 'blue']) }),
        at: [`spec/${X}:1:1`, `spec/${X}:1:1`, `spec/${X}:1:1`],
      },
      {
        files: after({ ...RELEASED, 'enums/colors.yaml': enumeration(['red']) }),
        at: ['spec/enums/colors.yaml:5:1'],
      },
      // A shared node that lacks a part, or whose part this place lacks.
      ...['', 'without: ["@ip"]'].map((without) => ({
        files: after({
          ...RELEASED,
          [X]: stanza(`attributes: [${attribute('a', 'int')}]\nchildren: [${used('te', without)}]\n`),
          'nodes/te.yaml': sharedNode(`attributes: [${attribute(without === '' ? 'port' : 'ip', 'int')}]\n`),
        }),
        at: [`spec/${X}:10:12`],
      })),
      // At what seems to have taken its place, and inside of what was renamed.
      {
        files: after({
          [X]: stanza(
            `attributes:\n  - ${attribute('b', 'int')}\nchildren:\n  - ${child('te2', '1', `attributes: [${attribute('ip', 'int')}]`)}\n`,
          ),
          'enums/colours.yaml': enumeration(['red', 'blue'], 'colours'),
        }),
        at: [
          `spec/${X}:10:13`,
          `spec/${X}:12:12`,
          `spec/${X}:12:99`,
          'spec/enums/colours.yaml:1:5',
          'spec/enums/colours.yaml:6:14',
          'spec/enums/colours.yaml:7:14',
        ],
      },
      {
        files: after({ ...RELEASED, 'enums/colors.yaml': enumeration(['blue', 'crimson']) }),
        at: ['spec/enums/colors.yaml:7:14'],
      },
      { files: afterSteps(['one', '']), at: ['spec/flows/a-call.yaml:9:1'] },
      { files: afterSteps(['one', 'second']), at: ['spec/flows/a-call.yaml:11:47'] },
      {
        files: afterSteps(['one', 'two'], {}, 'b-call'),
        at: ['spec/flows/b-call.yaml:1:5', 'spec/flows/b-call.yaml:10:47', 'spec/flows/b-call.yaml:11:47'],
      },
      // Where more than one could be it, none is proposed.
      {
        files: after({ ...RELEASED, 'enums/colors.yaml': enumeration(['blue', 'crimson', 'green']) }),
        at: ['spec/enums/colors.yaml:5:1'],
      },
    ],
  },
  {
    code: 'path/moved-from',
    accepts: [
      { files: { [X]: stanza('moved_from: [call-y]\n') } },
      { files: { [X]: stanza('moved_from: ["call-y:te"]\n') } },
    ],
    rejects: [
      {
        files: { [X]: stanza('moved_from: [call-y, "call-x:@b"]\n') },
        at: [`spec/${X}:9:22`],
      },
      {
        files: { 'enums/colors.yaml': enumeration(['red'], 'colors', 'moved_from: [colors=blue]\n') },
        at: ['spec/enums/colors.yaml:7:14'],
      },
    ],
  },
  {
    code: 'path/bundle',
    accepts: [{ files: { ...RELEASED, 'releases/notes.json': '{', 'releases/digests.json': '{}' } }],
    rejects: [
      { files: { ...RELEASED, 'releases/1.0.0.json': '{' }, at: ['spec/releases/1.0.0.json:1:1'] },
      {
        files: { ...RELEASED, 'releases/1.0.0.json': '{"schemaVersion": 1, "version": "1.0.0"}' },
        at: ['spec/releases/1.0.0.json:1:1'],
      },
    ],
  },
  {
    code: 'release/missing',
    accepts: [{ files: releases({}) }, { files: releases({ '1.0.0.json': BUNDLE, 'digests.json': LISTED }) }],
    rejects: [
      { files: releases({ 'digests.json': LISTED }), at: ['spec/releases/digests.json:1:1'] },
      {
        files: releases({
          '1.0.0.json': BUNDLE,
          'digests.json': LISTED.replace('{', `{ "0.9.0": "${sha256('')}",`),
        }),
        at: ['spec/releases/digests.json:1:1'],
      },
    ],
  },
  {
    code: 'release/changed',
    accepts: [{ files: releases({ '1.0.0.json': BUNDLE, 'digests.json': LISTED }) }],
    rejects: [
      {
        files: releases({ '1.0.0.json': `${BUNDLE} `, 'digests.json': LISTED }),
        at: ['spec/releases/1.0.0.json:1:1'],
      },
      {
        files: releases({ '1.0.0.json': '', 'digests.json': LISTED }),
        at: ['spec/releases/1.0.0.json:1:1'],
      },
    ],
  },
  {
    code: 'release/unlisted',
    accepts: [{ files: releases({ '1.0.0.json': BUNDLE, 'digests.json': LISTED }) }],
    rejects: [
      { files: releases({ '1.0.0.json': BUNDLE }), at: ['spec/releases/1.0.0.json:1:1'] },
      {
        files: releases({ '1.0.0.json': BUNDLE, 'digests.json': '{}' }),
        at: ['spec/releases/1.0.0.json:1:1'],
      },
    ],
  },
  {
    code: 'release/digests',
    accepts: [{ files: releases({ 'digests.json': '{}' }) }],
    rejects: ['', '[]', '{"1.0.0": 7}', '{"1.0.0": "abc"}'].map((text) => ({
      files: releases({ '1.0.0.json': BUNDLE, 'digests.json': text }),
      at: ['spec/releases/digests.json:1:1'],
    })),
  },
];
