/** How a long list is split into pages. */
export interface Split<T> {
  /** What an item adds to its page, in the unit of {@link most}. */
  readonly weight: (item: T) => number;
  /** What a page may have; a single item that is heavier has a page of its own. */
  readonly most: number;
  /** What items belong together: a group begins on a new page where it fits on one and not in the rest of this one. */
  readonly group: (item: T) => string;
}

/** Splits a list into pages, in its order. No page is empty; an empty list has no page. */
export function splitPages<T>(
  items: readonly T[],
  { weight, most, group }: Split<T>,
): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let page: T[] = [];
  let filled = 0;
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
    filled = 0;
  };
  for (const run of runsOf(items, group)) {
    const whole = run.reduce((sum, item) => sum + weight(item), 0);
    if (filled + whole > most && (whole <= most || filled > most / 2)) turn();
    for (const item of run) {
      if (filled + weight(item) > most) turn();
      page.push(item);
      filled += weight(item);
    }
  }
  turn();
  return pages;
}

function runsOf<T>(items: readonly T[], group: (item: T) => string): T[][] {
  const runs: T[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const name = group(item);
    if (name === last) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = name;
  }
  return runs;
}
