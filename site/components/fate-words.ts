import { type Html, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { Retirement } from '../model/views/retired-page-views.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** A sentence or two about what happened to something released: moved or withdrawn, and why. */
export const fateWords = ({ to, date, reason }: Retirement, links: TextLinks): Html => html`
  ${to === undefined ? ['Withdrawn', date !== undefined && ` on ${date}`, '.'] : ['Now ', refLink(to), '.']}
  ${reason !== undefined && [' ', proseLine(reason, links)]}`;
