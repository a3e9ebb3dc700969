import { matchedRecords } from '../../../lib/capture/review/match-capture.ts';
import { sightings } from '../../../lib/capture/review/sightings.ts';
import { recordRef } from '../../../lib/corpus/captures/capture-records.ts';
import { marksOf } from '../../../lib/corpus/clients/marks.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Who uses a value of an enum, and where it was seen. */
export interface ValueUse {
  readonly value: Ref;
  readonly confidence: Confidence;
  readonly writtenBy: readonly string[];
  readonly readBy: readonly string[];
  /** Clients whose code has the value and is not known to do anything with it. */
  readonly namedBy: readonly string[];
  /** The stanzas in which captures have it. */
  readonly capturedIn: readonly Ref[];
}

/** The values of an enum by how much a reader can rely on them. */
export interface ValueOrder {
  /** The best known first. */
  readonly known: readonly Fact[];
  /** Those that an open dispute denies. */
  readonly refuted: readonly Fact[];
}

/** Orders the values of an enum: the best known first, and apart from them what is refuted. */
export function orderValues(facts: readonly Fact[], corpus: Corpus): ValueOrder {
  const refuted = refutedFacts(corpus);
  const rank = ({ confidence }: Fact): number => CONFIDENCES.indexOf(confidence);
  return {
    known: facts.filter(({ path }) => !refuted.has(path)).sort((a, b) => rank(a) - rank(b)),
    refuted: facts.filter(({ path }) => refuted.has(path)),
  };
}

/** Who uses the values of an enum. Empty if nobody is known to write or read one, and no capture has one. */
export function valueUses(facts: readonly Fact[], corpus: Corpus, links: Links): readonly ValueUse[] {
  const uses = facts.map((fact) => valueUse(fact, corpus, links));
  const isUsed = ({ writtenBy, readBy, namedBy, capturedIn }: ValueUse): boolean =>
    writtenBy.length + readBy.length + namedBy.length + capturedIn.length > 0;
  return uses.some(isUsed) ? uses : [];
}

function valueUse(fact: Fact, corpus: Corpus, links: Links): ValueUse {
  const marks = [...marksOf(fact, corpus)];
  const idsOf = (does: (mark: (typeof marks)[number][1]) => boolean): string[] =>
    marks.filter(([, mark]) => does(mark)).map(([id]) => id);
  const seen = (sightings(corpus).get(fact.path) ?? []).map(({ stanza }) => stanza);
  const stanzas = new Set([...seen, ...fact.provenance.sources.flatMap((one) => citedIn(one, corpus))]);
  return {
    value: { text: fact.name === '' ? '(empty)' : fact.name, href: links.fact(fact) },
    confidence: fact.confidence,
    writtenBy: idsOf(({ writes }) => writes),
    readBy: idsOf(({ reads }) => reads),
    namedBy: idsOf(({ writes, reads }) => !writes && !reads),
    capturedIn: [...stanzas]
      .flatMap((id) => id ?? [])
      .map((id) => ({
        text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
        href: links.definition('stanza', id),
      })),
  };
}

/** The stanzas of the records that a source names; none for another source than a capture. */
function citedIn(source: string, corpus: Corpus): (string | undefined)[] {
  const ref = parseSource(source);
  if (ref.kind !== 'capture') return [];
  return (matchedRecords(corpus).get(ref.id) ?? [])
    .filter(({ record }) => ref.record === undefined || record.ref === recordRef(ref.id, ref.record))
    .map(({ review }) => review.stanza);
}
