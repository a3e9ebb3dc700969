import type { AnsweredQuestion } from '../../../lib/capture/match/answered-questions.ts';
import type { Verdict } from '../../../lib/capture/match/verdict.ts';
import type { MatchedRecord } from '../../../lib/capture/review/match-capture.ts';
import { verdictMessage } from '../../../lib/capture/review/verdict-message.ts';
import { captureRecords } from '../../../lib/corpus/captures/capture-records.ts';
import { factsSupportedBy } from '../../../lib/corpus/lookup/facts-supported-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { differenceInTime } from '../../../lib/corpus/sources/difference-in-time.ts';
import { diagnosesOfTraces } from '../../../lib/diagnose/diagnoses-of-traces.ts';
import { recordFragment } from '../../../lib/pages/fragment.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { safeUrl } from '../../../lib/prose/safe-url.ts';
import type { Capture } from '../../../lib/schema/types.generated.ts';
import { type DiagnosisView, diagnosisView } from '../diagnosis/diagnosis-view.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type RecordView, recordView, stanzaRef } from '../views/record-view.ts';
import { captureReviews } from './capture-reviews.ts';
import { observerWords } from './captures-page.ts';
import { kindOf, presencePath } from './presence-page.ts';

/** Something in a capture that the spec does not describe, or contradicts. */
export interface CaptureRemark {
  readonly at: Ref;
  readonly message: string;
  /** The numbers of the records of a trace that have it. */
  readonly records: readonly number[];
}

/** Everything that the page of a capture shows. */
export interface CapturePage {
  readonly capture: Capture;
  readonly title: string;
  /** The title, with the id if another capture has the same one. */
  readonly headTitle: string;
  readonly description: string;
  readonly kind: string;
  /** What a single stanza is; undefined of a trace. */
  readonly stanza: Ref | undefined;
  readonly technique: Ref;
  /** The program that was observed. */
  readonly client: Ref | undefined;
  readonly contributor: Ref | undefined;
  readonly issue: Ref | undefined;
  /** Where it was published. */
  readonly url: Ref | undefined;
  /** Whose client was observed, in words. */
  readonly observer: string;
  /** The captures of the other sides of the call. */
  readonly otherSides: readonly Ref[];
  /** Its stanzas, in their order. */
  readonly records: readonly RecordView[];
  /** The call of a trace, held against its flow; undefined of a single stanza. */
  readonly diagnosis: DiagnosisView | undefined;
  /** The facts that it shows and agrees with. */
  readonly shows: readonly OwnerFacts[];
  readonly contradicts: readonly CaptureRemark[];
  /** The year of a capture of former years: what differs from it is a difference in time. */
  readonly year: string | undefined;
  readonly unknown: readonly CaptureRemark[];
  readonly settled: readonly AnsweredQuestion[];
  /** The facts that name it as a source. */
  readonly named: readonly OwnerFacts[];
  /** Where all captures of the stanza are compared. */
  readonly presence: string | undefined;
  readonly yaml: string | undefined;
  readonly edit: string | undefined;
  readonly report: string | undefined;
}

/**
 * The page of a capture.
 * @throws (rejects) when the corpus has no capture of this id
 */
export async function capturePage(publication: Publication, links: Links, id: string): Promise<CapturePage> {
  const { corpus } = publication;
  const entry = corpus.definitions.capture.get(id);
  if (entry === undefined) throw new Error(`no capture ${id}`);
  const { data } = entry;
  const { source } = data;
  const matched = (await captureReviews(corpus)).get(id) ?? [];
  const single = data.trace === undefined ? matched[0]?.review.stanza : undefined;
  const shown = new Set(
    matched.flatMap(({ review }) =>
      review.verdicts.filter(({ verdict }) => verdict === 'supports').map(({ path }) => path),
    ),
  );
  // The captures of one report have its title: search engines and tabs tell them apart by their ids.
  const isAlone = [...corpus.definitions.capture.values()].every(
    (one) => one.id === id || one.data.title === undefined || one.data.title !== data.title,
  );
  const description = plainProse(data.decoded ?? data.title ?? `A ${kindOf(data)} stanza.`);
  return {
    capture: data,
    title: data.title ?? id,
    headTitle: isAlone ? (data.title ?? id) : `${data.title} (${id})`,
    description: isAlone ? description : `${id}: ${description}`,
    kind: kindOf(data),
    stanza: data.trace === undefined ? stanzaRef(single, data.stanza_tag ?? '', corpus, links) : undefined,
    observer: observerWords(data.observer),
    technique: links.ref('technique', source.technique),
    client: clientOf(source.client, links),
    contributor: source.contributor === undefined ? undefined : links.ref('contributor', source.contributor),
    issue: source.issue === undefined ? undefined : links.source(source.issue),
    url: source.url === undefined ? undefined : { text: shortUrl(source.url), href: safeUrl(source.url) },
    otherSides:
      data.call === undefined
        ? []
        : [...corpus.definitions.capture.values()]
            .filter((one) => one.id !== id && one.data.call === data.call)
            .map((one) => links.ref('capture', one.id)),
    records: captureRecords(data).map((record) =>
      recordView(
        record,
        matched.find((one) => one.record.n === record.n),
        corpus,
        links,
      ),
    ),
    diagnosis: diagnosisOf(id, corpus, links),
    shows: factsByOwner(
      [...shown].flatMap((path) => corpus.factByPath.get(path) ?? []),
      corpus,
      links,
    ),
    contradicts: remarksOf(matched, ['contradicts'], corpus, links),
    year: differenceInTime({ sources: [`capture:${id}`] }, corpus),
    unknown: remarksOf(matched, ['unknown', 'ledger'], corpus, links),
    settled: answersOf(matched),
    named: factsByOwner(factsSupportedBy(corpus, 'capture', id), corpus, links),
    presence: single === undefined ? undefined : links.page(presencePath(single)),
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(`Capture ${id}`),
  };
}

function diagnosisOf(id: string, corpus: Corpus, links: Links): DiagnosisView | undefined {
  const diagnosis = diagnosesOfTraces(corpus).get(id);
  if (diagnosis === undefined) return undefined;
  const place = (record: number): Ref => ({ text: `record ${record}`, href: recordFragment(record) });
  // The page lists the questions that its records answer apart.
  return diagnosisView({ ...diagnosis, answers: [] }, { corpus, links, place });
}

/** What the records have of some kinds, each once, with the records that have it. */
function remarksOf(
  matched: readonly MatchedRecord[],
  kinds: readonly Verdict['verdict'][],
  corpus: Corpus,
  links: Links,
): CaptureRemark[] {
  const remarks = new Map<string, CaptureRemark & { records: number[] }>();
  for (const { record, review } of matched) {
    for (const verdict of review.verdicts) {
      if (!kinds.includes(verdict.verdict)) continue;
      const { path } = verdict;
      const message = verdictMessage(verdict);
      const fact = corpus.factByPath.get(path);
      const at = { text: path, href: fact === undefined ? undefined : links.fact(fact) };
      const key = JSON.stringify([path, message]);
      const one = remarks.get(key) ?? { at, message, records: [] };
      remarks.set(key, one);
      if (record.n !== undefined) one.records.push(record.n);
    }
  }
  return [...remarks.values()];
}

/** The questions that the records answer, each once. */
const answersOf = (matched: readonly MatchedRecord[]): AnsweredQuestion[] => [
  ...new Map(
    matched.flatMap(({ review }) => review.settled).map((one) => [JSON.stringify(one), one]),
  ).values(),
];

/** An address without its scheme, and without what is in the middle of a long path. */
function shortUrl(url: string): string {
  const text = url.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const steps = text.split('/');
  return text.length <= 60 || steps.length < 5 ? text : [...steps.slice(0, 3), '…', steps.at(-1)].join('/');
}

function clientOf(client: string | undefined, links: Links): Ref | undefined {
  if (client === undefined) return undefined;
  return client === 'official'
    ? { text: 'an official client', href: undefined }
    : links.ref('flavor', client);
}
