import { type Html, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { Fate } from '../model/views/retired-page-views.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** What became of something that was released, in a sentence or two. */
export const fateWords = ({ to, date, reason }: Fate, links: TextLinks): Html => html`
  ${to === undefined ? ['Withdrawn', date !== undefined && ` on ${date}`, '.'] : ['Now ', refLink(to), '.']}
  ${reason !== undefined && [' ', proseLine(reason, links)]}`;
