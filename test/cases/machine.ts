import type { CodeCases, Files } from './case.ts';
import { flow, stanza } from './texts.ts';

/** A machine with two states and these transitions, beside a flow whose step `one` sends `call-x`. */
const machine = (transitions: readonly string[], more = ''): Files => ({
  'stanzas/call-x.yaml': stanza(),
  'stanzas/call-y.yaml': stanza('', 'call-y'),
  'flows/a-call.yaml': flow([
    'id: one, from: caller, to: callee, stanza: call-x',
    'from: callee, to: caller',
  ]),
  'machines/caller.yaml': `id: caller
title: Caller
status: draft
spec_version: '0.1.0'
summary: Its states.
states: [{ id: idle, title: Idle }, { id: busy, title: Busy }${more}]
transitions:
${transitions.map((one) => `  - { ${one} }\n`).join('')}`,
});

const CITES = "evidence: ['flow/a-call#one']";
const FITS = `from: idle, to: busy, when: sent, stanza: call-x, ${CITES}`;

/** What the transitions of machines name. */
export const MACHINE_CASES: readonly CodeCases[] = [
  {
    code: 'machine/duplicate-state',
    accepts: [machine([FITS], ', { id: gone, title: Gone }')],
    rejects: [
      machine([FITS], ', { id: »idle, title: Again }'),
      machine([FITS], ', { id: gone, title: Gone }, { id: »gone, title: Gone }'),
    ],
  },
  {
    code: 'machine/state',
    accepts: [machine([FITS, `from: busy, to: idle, when: otherwise, ${CITES}`])],
    rejects: [
      machine([`from: »idl, to: busy, when: sent, ${CITES}`]),
      machine([FITS, `from: busy, to: »nowhere, when: received, ${CITES}`]),
    ],
  },
  {
    code: 'machine/evidence',
    accepts: [machine([FITS])],
    rejects: [
      machine(["from: idle, to: busy, when: sent, evidence: [»'flow/a-call#two']"]),
      machine([`from: idle, to: busy, when: sent, evidence: ['flow/a-call#one', »'call-x:']`]),
    ],
  },
  {
    code: 'machine/stanza',
    accepts: [machine([FITS, `from: idle, to: busy, when: sent, ${CITES}`])],
    rejects: [
      machine([`from: idle, to: busy, when: sent, stanza: »call-y, ${CITES}`]),
      machine([FITS, `from: busy, to: idle, when: received, stanza: »call-y, ${CITES}`]),
    ],
  },
];
