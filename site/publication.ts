import publication from 'virtual:publication';
import { linksOf } from './model/links/links.ts';
import { textLinksOf } from './model/text/text-links.ts';

/** The publication that this build shows, with its addresses. */
export { publication };
export const links = linksOf(publication);
export const textLinks = textLinksOf(publication, links);
