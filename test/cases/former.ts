import type { CodeCases } from './case.ts';
import { after, RELEASED, tombstone } from './path.ts';
import { attribute, child, enumeration, sharedNode, stanza, used } from './texts.ts';

const X = 'stanzas/call-x.yaml';
const RED = { ...RELEASED, 'enums/colors.yaml': enumeration(['red']) };
const TOMBSTONES = 'tombstones.yaml';
const both = (first: string, second: string): string => `${first}${second.replace('tombstones:\n', '')}`;

/** What is said of former paths, and cannot be so. */
export const FORMER_CASES: readonly CodeCases[] = [
  {
    code: 'path/still-there',
    accepts: [
      { files: { [X]: stanza('moved_from: [call-w]\n') } },
      // An enum of that name is another thing.
      {
        files: { [X]: stanza('moved_from: [colors]\n'), 'enums/colors.yaml': enumeration(['red']) },
      },
    ],
    rejects: [
      {
        files: {
          [X]: stanza('moved_from: [call-x]\n'),
          'enums/colors.yaml': enumeration(['red'], 'colors', 'moved_from: [shapes, hues]\n'),
          'enums/shapes.yaml': enumeration(['red'], 'shapes', 'moved_from: [colors]\n'),
        },
        at: [`spec/${X}:9:14`, 'spec/enums/colors.yaml:7:14', 'spec/enums/shapes.yaml:7:14'],
      },
      // A place of a shared node is there; a shared node is named by its path.
      {
        files: {
          [X]: stanza(`children: [${used('te')}]\n`),
          'nodes/te.yaml': sharedNode("moved_from: ['call-x:te', call-x, node/te, te]\n"),
        },
        at: ['spec/nodes/te.yaml:7:14', 'spec/nodes/te.yaml:7:27', 'spec/nodes/te.yaml:7:35'],
      },
      // A child that has become a definition is no child any more; what is there and broken is there.
      {
        files: {
          [X]: stanza(`children:\n  - ${child('te')}\n`),
          'stanzas/call-y.yaml': stanza("moved_from: ['call-x:te', call-z]\n", 'call-y'),
          'stanzas/call-z.yaml': 'id: call-z\n',
        },
        at: ['spec/stanzas/call-y.yaml:9:14', 'spec/stanzas/call-y.yaml:9:27'],
      },
    ],
  },
  {
    code: 'path/claimed-twice',
    accepts: [
      {
        files: {
          [X]: stanza('moved_from: [call-a]\n'),
          'stanzas/call-y.yaml': stanza('moved_from: [call-b]\n', 'call-y'),
        },
      },
    ],
    rejects: [
      {
        files: {
          [X]: stanza('moved_from: [call-a]\n'),
          'stanzas/call-y.yaml': stanza('moved_from: [call-b, call-a]\n', 'call-y'),
        },
        at: ['spec/stanzas/call-y.yaml:9:22'],
      },
      {
        files: {
          'enums/colors.yaml': enumeration(['red'], 'colors', 'moved_from: [hues]\n'),
          'enums/shapes.yaml': enumeration(['red'], 'shapes', 'moved_from: [hues]\n'),
        },
        at: ['spec/enums/shapes.yaml:7:14'],
      },
      {
        files: {
          [X]: stanza(`moved_from: [call-a]\nchildren: [${used('te')}]\n`),
          'nodes/te.yaml': sharedNode('moved_from: [call-a]\n'),
        },
        at: ['spec/nodes/te.yaml:7:14'],
      },
    ],
  },
  {
    code: 'path/never-released',
    accepts: [{ files: after({ ...RED, [TOMBSTONES]: tombstone('colors=blue') }) }],
    rejects: [
      // Nothing was ever released.
      {
        files: { [X]: stanza(), [TOMBSTONES]: tombstone('call-x:@b') },
        at: [`spec/${TOMBSTONES}:2:13`],
      },
      {
        files: after({ ...RED, [TOMBSTONES]: both(tombstone('colors=blue'), tombstone('colors=bleu')) }),
        at: [`spec/${TOMBSTONES}:3:13`],
      },
    ],
  },
  {
    code: 'path/not-gone',
    accepts: [{ files: after({ ...RED, [TOMBSTONES]: tombstone('colors=blue') }) }],
    rejects: [
      {
        files: after({ ...RELEASED, [TOMBSTONES]: tombstone('call-x:te@ip') }),
        at: [`spec/${TOMBSTONES}:2:13`],
      },
      // The place of a shared fact.
      {
        files: after({
          ...RELEASED,
          [X]: stanza(`attributes: [${attribute('a', 'int')}]\nchildren: [${used('te')}]\n`),
          'nodes/te.yaml': sharedNode(`attributes: [${attribute('ip', 'int')}]\n`),
          [TOMBSTONES]: tombstone('call-x:te@ip'),
        }),
        at: [`spec/${TOMBSTONES}:2:13`],
      },
      {
        files: { [X]: stanza(), [TOMBSTONES]: tombstone('call-x') },
        at: [`spec/${TOMBSTONES}:2:13`],
      },
    ],
  },
  {
    code: 'path/successor',
    accepts: [
      {
        files: after({
          ...RELEASED,
          'enums/colors.yaml': enumeration(['red', 'navy']),
          [TOMBSTONES]: tombstone('colors=blue', ', successor: colors=navy'),
        }),
      },
    ],
    rejects: [
      {
        files: after({ [X]: RELEASED[X], [TOMBSTONES]: tombstone('colors', ', successor: call-q') }),
        at: [`spec/${TOMBSTONES}:2:77`],
      },
      // One that is nearly right.
      {
        files: after({
          ...RELEASED,
          'enums/colors.yaml': enumeration(['red', 'navy']),
          [TOMBSTONES]: tombstone('colors=blue', ', successor: color=navy'),
        }),
        at: [`spec/${TOMBSTONES}:2:82`],
      },
      // Two that lead to each other.
      {
        files: after({
          ...RELEASED,
          'enums/colors.yaml': enumeration(['navy']),
          [TOMBSTONES]: both(
            tombstone('colors=blue', ', successor: colors=red'),
            tombstone('colors=red', ', successor: colors=blue'),
          ),
        }),
        at: [`spec/${TOMBSTONES}:2:82`, `spec/${TOMBSTONES}:3:81`],
      },
    ],
  },
];
