import { captureRecords } from '../../../corpus/captures/capture-records.ts';
import { weighEvidence } from '../../../corpus/evidence/evidence.ts';
import type { Corpus } from '../../../corpus/model/corpus.ts';
import { parseSource } from '../../../corpus/sources/source-ref.ts';
import type { Capture } from '../../../schema/types.generated.ts';
import { sourceFile } from '../../../source/source-file.ts';
import type { SpecEdit } from './edits-for.ts';

/** How many records of traces a fact cites at most; pages count the others. */
const MOST = 5;

/** How many calls of one client a fact cites that is not confirmed: one may be an accident, a third says nothing new. */
const CALLS_OF_CLIENT = 2;

const NO_EVIDENCE: SpecEdit['evidence'] = { techniques: [], flavors: [], sources: [] };

/** What matters of a cited capture: two that are alike show the same. */
interface Cited {
  /** How it was observed, and the leg. */
  readonly way: string;
  readonly client: string | undefined;
  readonly platform: string | undefined;
  /** The client with its version, and the day. */
  readonly kind: string;
  /** The call: all of its sides are one. */
  readonly call: string;
  readonly isRecord: boolean;
}

/**
 * Keeps the edits of a trace small. Of the records that show one thing, at most five are cited in the whole spec, one
 * for each client, leg and day, so that they differ. A fact that has enough evidence gets no further source: one that is
 * confirmed by its evidence cites one call of a client on a leg, another one two. A client of which less is said may be
 * any. So a call that shows what is known edits few files; a source that would raise what the evidence supports is cited.
 * @param traces the traces that are drafted, which the spec does not have yet
 * @returns for each edit of a record: the edit; the same without its source, if it shows what a new entry has to hold;
 *   or undefined
 */
export function limitRecords(
  corpus: Corpus,
  traces: readonly Capture[],
): (edit: SpecEdit) => SpecEdit | undefined {
  const after = withTraces(corpus, traces);
  const citedOf = (source: string): readonly Cited[] => {
    const ref = parseSource(source);
    const capture = ref.kind === 'capture' ? after.definitions.capture.get(ref.id)?.data : undefined;
    return ref.kind !== 'capture' || capture === undefined ? [] : [citedCapture(capture, ref.record, after)];
  };
  const known = new Map<string, readonly Cited[]>();
  return (edit) => {
    const [one] = edit.evidence.sources.flatMap(citedOf);
    if (one === undefined) return edit;
    const key = `${edit.kind} ${edit.path} ${edit.kind === 'dispute' ? edit.claim : ''}`;
    const cited = known.get(key) ?? citedBy(edit).flatMap(citedOf);
    const isNew = isOneMore(one, cited) && (!isEnough(one, cited, edit, after) || isRaise(edit, after));
    known.set(key, isNew ? [...cited, one] : cited);
    if (isNew) return edit;
    return edit.kind === 'entry' || edit.kind === 'value' ? { ...edit, evidence: NO_EVIDENCE } : undefined;
  };
}

/** The corpus with captures that it does not have yet. */
function withTraces(corpus: Corpus, traces: readonly Capture[]): Corpus {
  const entries = traces.map((data) => {
    const source = sourceFile('', '', data, {
      value: 0,
      key: undefined,
      spelling: undefined,
      items: undefined,
    });
    return [data.id, { kind: 'capture', id: data.id, data, source }] as const;
  });
  const capture = new Map([...corpus.definitions.capture, ...entries]);
  return { ...corpus, definitions: { ...corpus.definitions, capture } };
}

function citedCapture(capture: Capture, record: number | undefined, { techniques }: Corpus): Cited {
  const { technique, version, platform, captured_at: day } = capture.source;
  const isOfficial = techniques.get(technique)?.observes === 'official';
  const client = capture.source.client ?? (isOfficial ? 'official' : undefined);
  const direction = record === undefined ? capture.direction : captureRecords(capture)[record - 1]?.direction;
  const way = JSON.stringify([technique, direction]);
  return {
    way,
    client,
    platform,
    kind: JSON.stringify([way, client, platform, version, day?.slice(0, 10)]),
    call: capture.call ?? capture.id,
    isRecord: record !== undefined,
  };
}

function isOneMore({ kind }: Cited, cited: readonly Cited[]): boolean {
  const records = cited.filter(({ isRecord }) => isRecord);
  return records.length < MOST && records.every((one) => one.kind !== kind);
}

/** Whether two captures may be of one client on one leg, observed in one way. */
const isSameClient = (a: Cited, b: Cited): boolean =>
  a.way === b.way &&
  (a.client === undefined || b.client === undefined || a.client === b.client) &&
  (a.platform === undefined || b.platform === undefined || a.platform === b.platform);

function isEnough(one: Cited, cited: readonly Cited[], edit: SpecEdit, corpus: Corpus): boolean {
  if (edit.kind !== 'support') return false;
  const calls = new Set(cited.flatMap((other) => (isSameClient(one, other) ? other.call : [])));
  const isConfirmed =
    edit.fact.confidence === 'confirmed' && weighEvidence(edit.fact, corpus).supports === 'confirmed';
  return calls.size >= (isConfirmed ? 1 : CALLS_OF_CLIENT);
}

/** Whether the evidence of a fact supports another confidence with the source than without it. */
function isRaise(edit: SpecEdit, corpus: Corpus): boolean {
  if (edit.kind !== 'support') return false;
  const { techniques, flavors, sources } = edit.fact.provenance;
  const provenance = {
    ...edit.fact.provenance,
    techniques: [...new Set([...techniques, ...edit.evidence.techniques])],
    flavors: [...new Set([...flavors, ...edit.evidence.flavors])],
    sources: [...sources, ...edit.evidence.sources],
  };
  return (
    weighEvidence({ ...edit.fact, provenance }, corpus).supports !== weighEvidence(edit.fact, corpus).supports
  );
}

/** The sources that what is edited has already. */
function citedBy(edit: SpecEdit): readonly string[] {
  switch (edit.kind) {
    case 'support':
      return edit.fact.provenance.sources;
    case 'dispute':
      return edit.fact.disputes.find(({ claim }) => claim === edit.claim)?.sources ?? [];
    case 'entry':
    case 'value':
      return [];
    default:
      return edit satisfies never;
  }
}
