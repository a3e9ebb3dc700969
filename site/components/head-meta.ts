import { type Html, html, linkedDataBlock } from '../html/html.ts';
import type { PageHead } from '../model/head/page-head.ts';

/** The title of a page, its site and its address, as the head repeats them for other sites. */
export interface HeadNames {
  readonly title: string;
  readonly site: string;
  readonly canonical: string | undefined;
}

/** What the head of a page says to search engines, to other sites and to the frame of a browser. */
export const headMeta = (head: PageHead, { title, site, canonical }: HeadNames): Html => html`
  <meta name="description" content="${head.summary}">
  ${head.isUnlisted && html`<meta name="robots" content="noindex">`}
  ${canonical !== undefined && html`<link rel="canonical" href=${canonical}>`}
  <meta property="og:type" content="${head.kind}">
  <meta property="og:site_name" content="${site}">
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="${head.summary}">
  ${canonical !== undefined && html`<meta property="og:url" content="${canonical}">`}
  ${head.card !== undefined && cardMeta(head.card, head.cardWords)}
  <meta name="theme-color" content="#fcfcfb" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#111417" media="(prefers-color-scheme: dark)">
  ${head.linkedData !== undefined && linkedDataBlock(head.linkedData)}`;

const cardMeta = (card: string, words: string): Html => html`
  <meta property="og:image" content="${card}">
  <meta property="og:image:width" content="1200">
  <meta property="og:image:height" content="630">
  <meta property="og:image:alt" content="${words}">
  <meta name="twitter:card" content="summary_large_image">`;
