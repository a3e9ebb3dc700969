import type {
  Diagnosis,
  DiagnosisRow,
  Divergence,
  SeenStanza,
  StepRef,
} from '../../../../lib/diagnose/model/diagnosis.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const FLOW = `
id: refused
title: A refused call
status: draft
spec_version: '0.1.0'
summary: One calls, the other refuses.
participants: [{ id: caller, label: Caller }, { id: server, label: Server }, { id: callee, label: Callee device }]
steps:
  - { id: ring, from: server, to: callee, label: ring, confidence: probable, stanza: call-end,
      provenance: { techniques: [websocket-capture], sources: ['https://example.org/log'] } }
  - { id: prepare, from: callee, to: caller, label: prepare, confidence: unknown, optional: true }
  - { id: refuse, from: callee, to: caller, label: refuse, confidence: unknown }
  - { id: note, from: callee, to: callee, label: note, confidence: unknown }
  - { from: caller, to: callee, label: bye, confidence: unknown }
`;

/** A publication with a flow of five steps. */
export const { publication, links } = publicationOf({ ...FILES, 'flows/refused.yaml': FLOW });

const PARTICIPANTS = [
  { id: 'caller', label: 'Caller' },
  { id: 'server', label: 'Server' },
  { id: 'callee', label: 'Callee device' },
];

/** A step of the flow, by its index. */
export function step(index: number): StepRef {
  const found = publication.corpus.definitions.flow.get('refused')?.data.steps[index];
  if (found === undefined) throw new Error(`no step ${index}`);
  const { id, label, from, to, confidence } = found;
  const path = id === undefined ? `flow/refused, step ${index + 1}` : `flow/refused#${id}`;
  return { flow: 'refused', index, path, label, from, to, confidence };
}

/** A stanza in a line of a log. */
export const seen = (line: number, words: string, more: Partial<SeenStanza> = {}): SeenStanza => ({
  event: line - 1,
  line,
  at: line * 100,
  direction: 'incoming',
  words,
  stanza: 'call-end',
  ...more,
});

/** A row of a diagnosis. */
export const row = (verdict: DiagnosisRow['verdict'], more: Partial<DiagnosisRow>): DiagnosisRow => ({
  verdict,
  step: undefined,
  seen: undefined,
  answer: undefined,
  divergences: [],
  notes: [],
  ...more,
});

/** Something that departs, at the third step. */
export const divergence = (more: Partial<Divergence> = {}): Divergence => ({
  kind: 'missing',
  path: 'flow/refused#refuse',
  confidence: 'probable',
  event: 3,
  line: 4,
  step: step(2),
  expected: 'A refuse was to be sent.',
  found: '<bye> came without it.',
  evidence: { techniques: [], flavors: [], sources: [] },
  disputes: [],
  clients: { does: [], leavesOut: [] },
  follows: [],
  verdict: undefined,
  ...more,
});

/** A diagnosis from the view of the callee. */
export const made = (more: Partial<Diagnosis>): Diagnosis => ({
  call: 1,
  flow: { id: 'refused', title: 'A refused call' },
  fragments: [],
  observer: PARTICIPANTS[2],
  participants: PARTICIPANTS,
  alsoFits: [],
  rows: [],
  divergences: [],
  outcome: [],
  answers: [],
  unseen: [],
  leftOut: [],
  ...more,
});
