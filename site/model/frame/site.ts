import type { Published } from '../../../lib/diff/bundle/published.ts';
import { type Links, linksOf } from '../links/links.ts';
import { type TextLinks, textLinksOf } from '../text/text-links.ts';

/** What all pages of a site share. */
export interface Site {
  readonly publication: Published;
  readonly links: Links;
  readonly textLinks: TextLinks;
}

/** The site of a publication. */
export function siteOf(publication: Published): Site {
  const links = linksOf(publication);
  return { publication, links, textLinks: textLinksOf(publication, links) };
}
