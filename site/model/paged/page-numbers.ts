/** The pages that the links of a split list name; undefined for those that are left out between two of them. */
export type PageNumbers = readonly (number | undefined)[];

const AROUND = 2;

/** The first page, the last one, and those around the current one. */
export function pageNumbers(current: number, last: number): PageNumbers {
  const shown = new Set([1, last]);
  for (let page = current - AROUND; page <= current + AROUND; page += 1) {
    if (page >= 1 && page <= last) shown.add(page);
  }
  const sorted = [...shown].sort((a, b) => a - b);
  return sorted.flatMap((page, i) => {
    const gap = page - (sorted[i - 1] ?? page - 1);
    return gap > 2 ? [undefined, page] : gap === 2 ? [page - 1, page] : [page];
  });
}
