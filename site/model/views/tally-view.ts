import { countConfidences } from '../../../lib/corpus/lists/counter.ts';
import type { Tally } from '../../../lib/corpus/lists/tally.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import { percent } from '../../../lib/coverage/percent.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';

/** A number of facts by confidence, in words and as the parts of a bar. */
export interface TallyView {
  readonly total: number;
  readonly counts: Readonly<Record<Confidence, number>>;
  /** Such as `7 facts: 5 probable, 2 speculative`. */
  readonly words: string;
  /** An explanation of the numbers, or ''. */
  readonly remark: string;
  /** The parts that are not empty; `start` and `width` in percent. */
  readonly parts: readonly { readonly name: Confidence; readonly start: number; readonly width: number }[];
  /** (confirmed + 0.5 × probable) / facts, such as `63 %`. */
  readonly coverage: string;
}

/** Counts facts, or whatever else has a confidence and another noun, by confidence. */
export function tallyOf(facts: readonly { readonly confidence: Confidence }[], noun = 'fact'): TallyView {
  return tallyView(countConfidences(facts), noun);
}

/** The view of facts that are counted already. */
export function tallyView({ counts, facts: total, score }: Tally, noun = 'fact'): TallyView {
  const present = CONFIDENCES.filter((name) => counts[name] > 0);
  const parts: { name: Confidence; start: number; width: number }[] = [];
  let before = 0;
  for (const name of present) {
    parts.push({ name, start: hundredths(before, total), width: hundredths(counts[name], total) });
    before += counts[name];
  }
  const list = present.map((name) => `${counts[name]} ${name}`).join(', ');
  return {
    total,
    counts,
    words: total === 0 ? `No ${noun}s yet` : `${counted(total, noun)}: ${list}`,
    remark: total > 0 && counts.confirmed === 0 ? 'None confirmed yet (needs two independent methods).' : '',
    parts,
    coverage: percent(score),
  };
}

const hundredths = (n: number, total: number): number => Math.round((n / total) * 10000) / 100;
