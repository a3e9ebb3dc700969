import { type UseOfValue, useOfValue } from '../../../lib/capture/seen/use-of-value.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Who uses a value of an enum, and where it was seen, with links. */
export interface ValueUse extends Omit<UseOfValue, 'capturedIn' | 'posted'> {
  readonly value: Ref;
  readonly confidence: Confidence;
  /** The stanzas in which captures have it. */
  readonly capturedIn: readonly Ref[];
  /** Logs of the connection that somebody else posted and that show it. */
  readonly posted: readonly Ref[];
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

/**
 * Who uses the values of an enum; within a confidence, first what is written and what was seen. Empty if nobody is known
 * to have one, and no capture and no log has one.
 */
export function valueUses(facts: readonly Fact[], corpus: Corpus, links: Links): readonly ValueUse[] {
  const uses = facts.map((fact) => valueUse(fact, corpus, links));
  const isUsed = ({ namedBy, describedBy, sentBy, ...use }: ValueUse): boolean =>
    usage(use) > 0 || sentBy.length > 0 || namedBy.length + describedBy.length > 0;
  const rank = ({ confidence }: ValueUse): number => CONFIDENCES.indexOf(confidence);
  return uses.some(isUsed) ? uses.toSorted((a, b) => rank(a) - rank(b) || usage(b) - usage(a)) : [];
}

/** How much a value is known to be used: more if it is written than if it was only seen, and least if it is only read. */
const usage = (use: Pick<ValueUse, 'writtenBy' | 'readBy' | 'capturedIn' | 'posted'>): number =>
  [use.readBy, use.posted, use.capturedIn, use.writtenBy].reduce(
    (sum, list, i) => sum + (list.length > 0 ? 2 ** i : 0),
    0,
  );

function valueUse(fact: Fact, corpus: Corpus, links: Links): ValueUse {
  const use = useOfValue(fact, corpus);
  return {
    ...use,
    value: { text: fact.name === '' ? '(empty)' : fact.name, href: links.fact(fact) },
    confidence: fact.confidence,
    posted: use.posted.map((source) => ({ text: 'posted log', href: links.source(source).href })),
    capturedIn: use.capturedIn.map((id) => ({
      text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
      href: links.definition('stanza', id),
    })),
  };
}
