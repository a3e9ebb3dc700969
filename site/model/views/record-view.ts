import type { MatchedRecord } from '../../../lib/capture/review/match-capture.ts';
import { printXml } from '../../../lib/capture/tree/print-xml.ts';
import type { CaptureRecord } from '../../../lib/corpus/captures/capture-records.ts';
import { matchExample } from '../../../lib/corpus/match/match-example.ts';
import { matchTarget } from '../../../lib/corpus/match/match-node.ts';
import { parseXml } from '../../../lib/corpus/match/parse-xml.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { PlacedLink } from './linked-lines.ts';

/** A record of a capture. */
export interface RecordView {
  readonly record: CaptureRecord;
  /** The tag of its outermost node, then those of its payload, each once. */
  readonly tags: readonly string[];
  /** The stanza that it shows; undefined if the spec does not describe it. */
  readonly stanza: Ref | undefined;
  /** The stanza as XML with its names linked, or as it is where it cannot be read. */
  readonly code: {
    readonly text: string;
    readonly format: CaptureRecord['format'];
    readonly links: readonly PlacedLink[];
    /** Whether the capture has another form, which is then shown below. */
    readonly printed: boolean;
  };
}

/** The stanza that a record shows, by its display name; its tag if the spec does not describe it. */
export const stanzaRef = (id: string | undefined, tag: string, { definitions }: Corpus, links: Links): Ref =>
  id === undefined
    ? { text: `<${tag}>`, href: undefined }
    : { text: definitions.stanza.get(id)?.data.display_name ?? id, href: links.definition('stanza', id) };

/**
 * The view of a record.
 * @param matched undefined if it cannot be parsed
 */
export function recordView(
  record: CaptureRecord,
  matched: MatchedRecord | undefined,
  corpus: Corpus,
  links: Links,
): RecordView {
  const { stanza, tag = '', payload = [] } = matched?.review ?? {};
  return {
    record,
    tags: [tag, ...new Set(payload)],
    stanza: stanza === undefined ? undefined : stanzaRef(stanza, tag, corpus, links),
    code: codeOf(record, matched, corpus, links),
  };
}

function codeOf(
  raw: CaptureRecord,
  review: MatchedRecord | undefined,
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
