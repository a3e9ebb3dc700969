/** The names in a stanza that was pasted into the search, whole or in part. */
export interface PastedParts {
  /** The tags in their order, each once. */
  readonly tags: readonly string[];
  /** The names of attributes in their order, each once. */
  readonly attributes: readonly string[];
}

/** A longer query is searched by what it begins with. */
const MAX_READ = 20_000;
/** More names than these say nothing more. */
const MAX_NAMES = 12;

const NAME = '[\\w][\\w.:-]*';
/** `<tag`, `"tag": "…"`, `tag: '…'` and `Tag:"…"`. */
const TAG = new RegExp(`<(${NAME})|["']?\\btag["']?\\s*[:=]\\s*["'](${NAME})["']`, 'gi');
/** `name="`, and the keys of an object. */
const ATTRIBUTE = new RegExp(
  `(?<![\\w.:-])(${NAME})\\s*=\\s*(?=["']|$)|["'](${NAME})["']\\s*:|(${NAME}):\\s*["']`,
  'g',
);

/** The keys that objects for nodes have themselves. */
const OWN_KEYS: ReadonlySet<string> = new Set(['tag', 'attrs', 'attributes', 'content', 'children', 'data']);

/**
 * The tags and attributes of a stanza in a query: XML, or an object as JSON or as programs print it. The values are left
 * out, since no page has them.
 * @returns undefined for any other query
 */
export function pastedParts(query: string): PastedParts | undefined {
  const text = query.slice(0, MAX_READ);
  const tags = namesIn(text, TAG);
  if (tags.length === 0) return undefined;
  const attributes = namesIn(text, ATTRIBUTE).filter((name) => !OWN_KEYS.has(name.toLowerCase()));
  const isObject = /["']?\btag["']?\s*[:=]/i.test(text);
  return isObject || tags.length > 1 || attributes.length > 0 ? { tags, attributes } : undefined;
}

function namesIn(text: string, pattern: RegExp): string[] {
  const names = [...text.matchAll(pattern)].map(
    (found) => found.slice(1).find((one) => one !== undefined) ?? '',
  );
  return [...new Set(names)].slice(0, MAX_NAMES);
}
