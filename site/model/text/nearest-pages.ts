import type { Search, SearchHit } from '../../../lib/search/open-search.ts';
import { searchDistance } from '../../../lib/search/words/search-distance.ts';
import { searchWords } from '../../../lib/search/words/search-words.ts';

/** A page that may have been meant. */
export interface NearPage {
  readonly name: string;
  readonly kind: string;
  /** What readers call its kind. */
  readonly noun: string;
  readonly href: string;
}

/** A longer address is no typing error. */
const MAX_ADDRESS = 300;

/** How many characters of a name may be wrong. */
const MAX_ERRORS = 2;

/** How many results are searched for pages: many facts may share one name. */
const LOOKED_AT = 60;

/**
 * The pages whose names are nearest to that of an address without a page, the nearest first, those in the same folder
 * before others. The address is only a query for the search; it is never shown.
 * @param address the path that was requested, as the browser reports it
 * @param base the path of the site, with slashes at both ends
 * @param most the largest number of pages to return
 */
export async function nearestPages(
  address: string,
  base: string,
  search: Search,
  most = 5,
): Promise<NearPage[]> {
  const steps = stepsOf(address, base);
  const name = steps.at(-1);
  if (name === undefined) return [];
  const folder = steps.length > 1 ? `${base}${steps[0]}/` : undefined;
  const near = new Map<string, NearPage>();
  // The whole name; if that finds nothing, each of its words and the folder before it.
  const queries = [name, ...name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3), steps.at(-2)];
  for (const query of new Set(queries)) {
    if (query === undefined) continue;
    const pages = (await search(query, LOOKED_AT)).hits.flatMap((hit) => pageOf(hit, base, query) ?? []);
    const inFolder = ({ href }: NearPage): boolean => folder !== undefined && href.startsWith(folder);
    for (const page of [...pages.filter(inFolder), ...pages.filter((one) => !inFolder(one))]) {
      if (near.size < most && !near.has(page.href)) near.set(page.href, page);
    }
    if (near.size > 0) break;
  }
  return [...near.values()];
}

/** The segments of an address below the base, decoded, the last one without endings such as index.html or .json. */
function stepsOf(address: string, base: string): string[] {
  if (address.length > MAX_ADDRESS) return [];
  const [path = ''] = address.split(/[?#]/, 1);
  const below = path.startsWith(base) ? path.slice(base.length) : path;
  const steps = decoded(below)
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '' && !/^index\.\w+$/.test(step));
  return steps.map((step, i) =>
    i === steps.length - 1 ? step.replace(/\.(?:html?|json|md|ya?ml)$/i, '') : step,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Skipped: facts, which are parts of pages; links that leave the site; pages that have the word only in their text.
function pageOf({ name, kind, noun, href }: SearchHit, base: string, query: string): NearPage | undefined {
  if (!href.startsWith(base) || href.includes('#')) return undefined;
  const asked = joined(query);
  const names = [name, decoded(href).replace(/\/$/, '').split('/').at(-1) ?? ''].map(joined);
  const near = names.some(
    (one) =>
      one.includes(asked) ||
      (one.length > 3 && asked.includes(one)) ||
      searchDistance(asked, one, MAX_ERRORS) <= MAX_ERRORS,
  );
  return near ? { name, kind, noun, href } : undefined;
}

const joined = (text: string): string => searchWords(text).join('');
