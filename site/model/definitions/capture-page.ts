import type { AnsweredQuestion } from '../../../lib/capture/match/answered-questions.ts';
import { mergeVerdicts } from '../../../lib/capture/match/merge-verdicts.ts';
import { verdictMessage } from '../../../lib/capture/review/verdict-message.ts';
import { printXml } from '../../../lib/capture/tree/print-xml.ts';
import { type CaptureRecord, captureRecords } from '../../../lib/corpus/captures/capture-records.ts';
import { factsSupportedBy } from '../../../lib/corpus/lookup/facts-supported-by.ts';
import { matchExample } from '../../../lib/corpus/match/match-example.ts';
import { matchTarget } from '../../../lib/corpus/match/match-node.ts';
import { parseXml } from '../../../lib/corpus/match/parse-xml.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import { KINDS } from '../../../lib/schema/kinds.ts';
import type { Capture } from '../../../lib/schema/types.generated.ts';
import { type CaptureReview, captureReviews } from '../indexes/capture-review.ts';
import { factsByOwner, type OwnerFacts } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { PlacedLink } from '../views/example-view.ts';
import { kindOf, presenceAnchor, stanzaRef } from './captures-page.ts';

/** Something in a capture that the spec does not describe, or contradicts. */
export interface CaptureRemark {
  readonly at: Ref;
  readonly message: string;
}

/** A record of a capture. */
export interface RecordView {
  readonly record: CaptureRecord;
  /** The stanza that it shows, or its tag if the spec does not describe it. */
  readonly stanza: Ref;
  /** The stanza as XML with its names linked, or as it is where it cannot be read. */
  readonly code: {
    readonly text: string;
    readonly format: CaptureRecord['format'];
    readonly links: readonly PlacedLink[];
    /** Whether the capture has another form, which is then shown below. */
    readonly printed: boolean;
  };
}

/** Everything that the page of a capture shows. */
export interface CapturePage {
  readonly capture: Capture;
  readonly title: string;
  readonly description: string;
  readonly kind: string;
  /** What a single stanza is; undefined of a trace. */
  readonly stanza: Ref | undefined;
  readonly technique: Ref;
  /** The program that was observed. */
  readonly client: Ref | undefined;
  readonly contributor: Ref | undefined;
  readonly issue: Ref | undefined;
  /** Its stanzas, in their order. */
  readonly records: readonly RecordView[];
  /** The facts that it shows and agrees with. */
  readonly shows: readonly OwnerFacts[];
  readonly contradicts: readonly CaptureRemark[];
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
  const reviews = await captureReviews(corpus);
  const records = captureRecords(data);
  const each = records.flatMap(({ ref }) => reviews.get(ref)?.review ?? []);
  const verdicts = mergeVerdicts(each.flatMap((review) => review.verdicts));
  const single = data.trace === undefined ? each[0]?.stanza : undefined;
  const refOf = (path: string): Ref => {
    const fact = corpus.factByPath.get(path);
    return { text: path, href: fact === undefined ? undefined : links.fact(fact) };
  };
  const findings = (...kinds: readonly (typeof verdicts)[number]['verdict'][]): CaptureRemark[] =>
    verdicts
      .filter(({ verdict }) => kinds.includes(verdict))
      .map((verdict) => ({ at: refOf(verdict.path), message: verdictMessage(verdict) }));
  const shown = verdicts
    .filter(({ verdict }) => verdict === 'supports')
    .flatMap(({ path }) => corpus.factByPath.get(path) ?? []);
  return {
    capture: data,
    title: data.title ?? id,
    description: plainProse(data.decoded ?? data.title ?? `A ${kindOf(data)} stanza.`),
    kind: kindOf(data),
    stanza:
      data.trace === undefined ? stanzaRef(single, data.stanza_tag ?? '', publication, links) : undefined,
    technique: links.ref('technique', source.technique),
    client: clientOf(source.client, links),
    contributor: source.contributor === undefined ? undefined : links.ref('contributor', source.contributor),
    issue: source.issue === undefined ? undefined : links.source(source.issue),
    records: records.map((record) => {
      const review = reviews.get(record.ref);
      const tag = review?.review.tag ?? '';
      return {
        record,
        stanza: stanzaRef(review?.review.stanza, tag, publication, links),
        code: codeOf(record, review, corpus, links),
      };
    }),
    shows: factsByOwner(shown, corpus, links),
    contradicts: findings('contradicts'),
    unknown: findings('unknown', 'ledger'),
    settled: each.flatMap(({ settled }) => settled),
    named: factsByOwner(factsSupportedBy(corpus, 'capture', id), corpus, links),
    presence:
      single === undefined
        ? undefined
        : `${links.page(KINDS.capture.page)}${fragment(presenceAnchor(single))}`,
    yaml: links.yaml(entry),
    edit: links.edit(entry),
    report: links.report(`Capture ${id}`),
  };
}

function codeOf(
  raw: CaptureRecord,
  review: CaptureReview | undefined,
  corpus: Corpus,
  links: Links,
): RecordView['code'] {
  const body = raw.body.replace(/\s+$/, '');
  const asIs = { text: body, format: raw.format, links: [], printed: false };
  if (review === undefined) return asIs;
  const own = raw.format === 'xml' && 'root' in parseXml(body);
  const text = own ? body : printXml(review.root).replace(/\s+$/, '');
  const parsed = parseXml(text);
  if ('error' in parsed) return asIs;
  const { root } = parsed;
  // The envelope may be described on a page of its own, to which names lead that the stanza does not describe.
  const placed = new Map<number, PlacedLink>();
  for (const id of [review.review.stanza, review.review.envelope]) {
    const page = id === undefined ? undefined : links.definition('stanza', id);
    if (id === undefined || page === undefined) continue;
    for (const { anchor, start, end } of matchExample(root, matchTarget(corpus, id), () => undefined).links) {
      if (!placed.has(start)) placed.set(start, { start, end, href: `${page}${fragment(anchor)}` });
    }
  }
  return {
    text,
    format: 'xml',
    links: [...placed.values()].sort((a, b) => a.start - b.start),
    printed: !own,
  };
}

function clientOf(client: string | undefined, links: Links): Ref | undefined {
  if (client === undefined) return undefined;
  return client === 'official'
    ? { text: 'an official client', href: undefined }
    : links.ref('flavor', client);
}
