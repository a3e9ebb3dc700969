import { attribute, child, enumeration, sharedNode, stanza, used } from '../../../cases/texts.ts';
import { A, bundle, withAttributes, X } from './bundle.ts';
import type { CompareCase } from './compare-case.ts';

/** Changes of definitions, questions and the ledger, and facts that moved. */
export const DEFINITION_CASES: readonly CompareCase[] = [
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
