import { jsonText } from '../../text/json-text.ts';

/** An entry of a feed. */
export interface FeedEntry {
  /** Unique in the feed and never changed, such as the version of a release. */
  readonly id: string;
  readonly title: string;
  /** The day, as YYYY-MM-DD. */
  readonly date: string;
  /** The page of the entry; undefined if the origin of the site is not known. */
  readonly url: string | undefined;
  /** Plain text. */
  readonly text: string;
}

export interface Feed {
  /** A permanent URI, which makes the ids of the entries globally unique. */
  readonly id: string;
  readonly title: string;
  /** Whose statements its entries are: the title of the spec. */
  readonly author: string;
  /** The page of the feed, and the feed in both formats; undefined if the origin is not known. */
  readonly home: string | undefined;
  readonly atom: string | undefined;
  readonly json: string | undefined;
  /** The day of the last change, for a feed without entries. */
  readonly date: string | undefined;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

/** The feed as Atom (RFC 4287). */
export function atomFeed({ id, title, author, home, atom, date, entries }: Feed): string {
  const link = (rel: string, href: string | undefined): string[] =>
    href === undefined ? [] : [`<link rel="${rel}" href="${xml(href)}"/>`];
  const rows = entries.flatMap((entry) => [
    '<entry>',
    `<id>${xml(`${id}#${entry.id}`)}</id>`,
    `<title>${xml(entry.title)}</title>`,
    `<updated>${moment(entry.date)}</updated>`,
    ...link('alternate', entry.url),
    `<content type="text">${xml(entry.text)}</content>`,
    '</entry>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${moment(entries[0]?.date ?? date ?? '1970-01-01')}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    ...link('self', atom),
    ...link('alternate', home),
    ...rows,
    '</feed>',
  ].join('\n')}\n`;
}

/** The feed as a JSON Feed: https://jsonfeed.org/version/1.1 */
export function jsonFeed({ id, title, author, home, json, entries }: Feed): string {
  return jsonText({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: json,
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: `${id}#${entry.id}`,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      date_published: moment(entry.date),
      date_modified: moment(entry.date),
    })),
  });
}

const moment = (day: string): string => `${day}T00:00:00Z`;

// Characters that XML cannot hold, even escaped, become replacement characters.
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
