import { type Numbering, numberIn, numbering } from './numbering.ts';
import type { Pass } from './pass.ts';

const NUMBER = /^99(\d{3})$/;
/** The form beyond 99999. Other numbers look like it; it is a placeholder only if all smaller ones are there. */
const WIDE_NUMBER = /^99([1-9]\d{3,5})$/;
const LAST_NUMBER = 999_999;

/** Placeholders for numbers that may identify somebody: 99001 … 99999, 991000 … */
export function numberPlaceholders(): Pass<(text: string) => string> {
  const numbers = numbering('numbers', LAST_NUMBER);
  const wide = new Set<number>();
  /** The first wide number that is not a placeholder. */
  let wideFrom: number | undefined;
  return {
    collect(text) {
      const wideNumber = numberIn(WIDE_NUMBER, text);
      if (wideNumber !== undefined) wide.add(wideNumber);
      const n = numberIn(NUMBER, text);
      if (n !== undefined) numbers.reserve(n);
      return text;
    },
    assign(text) {
      wideFrom ??= reserveWide(numbers, wide);
      const n = numberIn(WIDE_NUMBER, text);
      if (NUMBER.test(text) || (n !== undefined && n < wideFrom)) return text;
      return `99${String(numbers.of(text)).padStart(3, '0')}`;
    },
  };
}

function reserveWide(numbers: Numbering, wide: ReadonlySet<number>): number {
  let n = 1;
  while (numbers.isReserved(n) || wide.has(n)) {
    if (wide.has(n)) numbers.reserve(n);
    n += 1;
  }
  return n;
}
