import type { Diagnosis, DiagnosisRow, Divergence, SeenStanza, StepRef } from '../model/diagnosis.ts';
import type { RenderAddresses } from './render-context.ts';

/** The diagnosis of a call for programs. What is not known is null. */
export function diagnosisJson(diagnosis: Diagnosis, addresses: RenderAddresses): object {
  const { call, flow, observer, participants, alsoFits, rows, divergences } = diagnosis;
  const { outcome, answers, unseen, leftOut } = diagnosis;
  const step = (one: StepRef | undefined): object | null =>
    one === undefined ? null : { ...one, url: addresses.path(one.path) ?? null };
  return {
    call,
    departs: divergences.length > 0,
    flow: flow ?? null,
    observer: observer ?? null,
    participants,
    alsoFits,
    divergences: divergences.map((one) => divergenceJson(one, step, addresses)),
    rows: rows.map((one) => rowJson(one, step)),
    outcome,
    answers,
    unseen: unseen.map(step),
    leftOut,
  };
}

type StepJson = (step: StepRef | undefined) => object | null;

function divergenceJson(
  { kind, path, confidence, event, line, step: at, expected, found, ...more }: Divergence,
  step: StepJson,
  addresses: RenderAddresses,
): object {
  const { evidence, disputes, clients, follows } = more;
  return {
    kind,
    path,
    url: addresses.path(path) ?? null,
    confidence,
    event,
    line,
    step: step(at),
    expected,
    found,
    evidence: {
      techniques: evidence.techniques,
      flavors: evidence.flavors,
      sources: evidence.sources.map((source) => {
        const { text, url = null } = addresses.source(source);
        return { text, url };
      }),
    },
    disputes,
    clients,
    follows,
  };
}

const rowJson = (
  { verdict, step: at, seen, answer, divergences, notes }: DiagnosisRow,
  step: StepJson,
): object => ({
  verdict,
  step: step(at),
  seen: seenJson(seen),
  answer: seenJson(answer),
  divergences,
  notes,
});

const seenJson = (seen: SeenStanza | undefined): object | null =>
  seen === undefined ? null : { ...seen, at: seen.at ?? null, stanza: seen.stanza ?? null };
