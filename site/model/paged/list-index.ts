import type { Ref } from '../links/ref.ts';

/** A definition with entries in a long list, and where these are. */
export interface Listed {
  /** The heading that it is listed under, such as the name of its kind. */
  readonly under: string;
  readonly name: string;
  /** The page where its entries begin. */
  readonly page: number;
  /** The address of the first of them. */
  readonly href: string;
  readonly count: number;
  /** What a filter does in place of the link, such as `stanza=ring`; undefined if nothing does. */
  readonly filter: string | undefined;
  /** The id of its entry in the index, where something links to it. */
  readonly anchor: string | undefined;
}

/** The way into a long list that is split into pages. */
export interface ListIndex {
  /** Each definition under its heading; empty if there are too many of them. */
  readonly definitions: readonly { readonly title: string; readonly entries: readonly Listed[] }[];
  /** In place of the definitions: pages by the first definition of each. */
  readonly ranges: readonly Ref[];
}

/** An index with more definitions than this lists pages instead, so that its size does not grow with the corpus. */
const MOST_DEFINITIONS = 400;
const MOST_RANGES = 250;

/**
 * The index of a long list.
 * @param listed the definitions, in the order of the list
 * @param hrefOf the address of a page, by its number
 */
export function listIndex(listed: readonly Listed[], hrefOf: (page: number) => string): ListIndex {
  if (listed.length <= MOST_DEFINITIONS) {
    const under = Map.groupBy(listed, (one) => one.under);
    return { definitions: [...under].map(([title, entries]) => ({ title, entries })), ranges: [] };
  }
  const firsts = new Map<number, Listed>();
  for (const one of listed) if (!firsts.has(one.page)) firsts.set(one.page, one);
  const step = Math.ceil(firsts.size / MOST_RANGES);
  return {
    definitions: [],
    ranges: [...firsts.values()]
      .filter((_, i) => i % step === 0)
      .map(({ under, name, page }) => ({ text: `${under}, from ${name}`, href: hrefOf(page) })),
  };
}
