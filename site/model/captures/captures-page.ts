import { captureRecords } from '../../../lib/corpus/captures/capture-records.ts';
import { clientWords } from '../../../lib/corpus/captures/client-words.ts';
import { definitionList } from '../../../lib/corpus/lists/definition-list.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Capture } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { stanzaRef } from '../views/record-view.ts';
import { captureReviews } from './capture-reviews.ts';
import { capturedStanzas, kindOf, presencePath, type Seen } from './presence-page.ts';

/** A capture in the list of captures. */
export interface CaptureRow {
  readonly id: Ref;
  readonly title: string;
  /** What it is: a stanza, its tag if the spec does not describe it, or how many records a trace has. */
  readonly stanza: Ref;
  readonly isTrace: boolean;
  readonly kind: string;
  /** undefined of a trace, which has an observer instead. */
  readonly direction: Capture['direction'];
  /** Whose client was observed, in words. */
  readonly observer: string;
  readonly technique: Ref;
  readonly client: string;
  /** How many stanzas it has. */
  readonly records: number;
  /** How many facts name it as a source. */
  readonly facts: number;
}

export interface CapturesPage {
  readonly rows: readonly CaptureRow[];
  readonly synthetic: number;
  /** The records of all captures. */
  readonly records: number;
  /** The stanzas of which there are captures, with the pages that compare these. */
  readonly presence: readonly { readonly stanza: Ref; readonly seen: Seen }[];
}

/** Every capture, and which stanzas they show. */
export async function capturesPage({ corpus }: Publication, links: Links): Promise<CapturesPage> {
  const reviews = await captureReviews(corpus);
  const rows = definitionList(corpus, 'capture').map(({ entry: { data: capture }, facts }): CaptureRow => {
    const records = captureRecords(capture);
    const [first] = reviews.get(capture.id) ?? [];
    return {
      id: links.ref('capture', capture.id),
      title: capture.title ?? '',
      stanza:
        capture.trace === undefined
          ? stanzaRef(first?.review.stanza, capture.stanza_tag ?? '', corpus, links)
          : { text: counted(records.length, 'record'), href: undefined },
      isTrace: capture.trace !== undefined,
      kind: kindOf(capture),
      direction: capture.direction,
      observer: observerWords(capture.observer),
      technique: links.ref('technique', capture.source.technique),
      client: clientWords(capture.source, corpus),
      records: records.length,
      facts: facts.length,
    };
  });
  const presence = [...(await capturedStanzas(corpus))].map(([id, seen]) => ({
    stanza: { text: stanzaRef(id, '', corpus, links).text, href: links.page(presencePath(id)) },
    seen,
  }));
  return {
    rows,
    synthetic: rows.filter(({ kind }) => kind === 'synthetic').length,
    records: rows.reduce((sum, row) => sum + row.records, 0),
    presence,
  };
}

/** Whose client was observed, in words. */
export function observerWords(observer: Capture['observer']): string {
  switch (observer) {
    case undefined:
      return '';
    case 'caller':
      return 'at the caller';
    case 'callee':
      return 'at the callee';
    case 'other-device':
      return 'at another device';
    default:
      return observer satisfies never;
  }
}
