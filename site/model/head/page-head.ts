import type { Published } from '../../../lib/diff/bundle/published.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { KINDS } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';
import { type DescribedPage, linkedData } from './linked-data.ts';
import { pageSummary } from './page-summary.ts';

/** What the head of a page says to browsers, search engines and other sites, besides its title and its files. */
export interface PageHead {
  readonly summary: string;
  /** Whether search engines leave the page out: there is nothing to find on it. */
  readonly isUnlisted: boolean;
  /** The kind of the page in the Open Graph protocol. */
  readonly kind: 'article' | 'website';
  /** The picture that other sites show for a link to the page; it needs an absolute address. */
  readonly card: string | undefined;
  readonly cardWords: string;
  readonly linkedData: object | undefined;
}

/** Pages that are tools: empty until somebody fills them in. */
const UNLISTED: ReadonlySet<string> = new Set(['404.html', 'search/', 'report/']);

/** The head of a page. @param text what it describes, in a sentence or two of plain text */
export function pageHead(
  published: Published,
  links: Links,
  page: Omit<DescribedPage, 'summary'>,
  text: string,
): PageHead {
  const { origin, corpus } = published;
  const { title } = corpus.spec;
  const summary = pageSummary(text, title);
  const at = definitionAt(page.path);
  const isDefinition = at !== undefined && page.path !== KINDS[at.kind].page;
  const id = decodeURIComponent(at?.id ?? '');
  const category =
    at?.kind === 'stanza' && page.path.startsWith(pagePath('stanza', id))
      ? corpus.definitions.stanza.get(id)?.data.category
      : undefined;
  const card = category === undefined ? 'card.png' : `card-${category}.png`;
  return {
    summary,
    isUnlisted: UNLISTED.has(page.path),
    kind: isDefinition || page.path.startsWith('v/') ? 'article' : 'website',
    card: origin === undefined ? undefined : `${origin}${links.page(card)}`,
    cardWords:
      category === undefined ? `${title}: facts by confidence` : `${title}, ${category}: facts by confidence`,
    linkedData: linkedData(published, links, { ...page, summary }),
  };
}
