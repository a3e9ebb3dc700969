/** How the facts of a page are cited, as the page says it. */
export interface CiteData {
  readonly spec: string;
  readonly prefix: string;
  readonly version: string | undefined;
  readonly pinned: string | undefined;
  /** The fragments of facts that the release does not have as they are now. */
  readonly changed: ReadonlySet<string>;
}

/**
 * A comment line that cites a fact: the spec and its version, the path, the confidence, and an address that does not
 * change. What is not in a release is cited as it is now, and the line says so.
 * @param fragment of the fact on its page, such as `#offer@call-id`
 * @param rating its confidence, and whether it is disputed: `probable, disputed`
 * @param here the address of the page without a fragment
 * @param from the shared node or the envelope that has the fact, if that is not what the page describes
 */
export function citeLine(
  data: CiteData,
  fragment: string,
  rating: string,
  here: string,
  from?: string,
): string {
  const { spec, version, pinned, changed } = data;
  const isReleased = version !== undefined && !changed.has(fragment.slice(1));
  const address = isReleased && pinned !== undefined ? new URL(pinned, here).href : here;
  return `// ${spec} ${isReleased ? version : 'unreleased'}, ${citedPath(data, fragment)}${from === undefined ? '' : ` from ${from}`} (${rating}) ${address}${fragment}`;
}

/** The path of a fact, such as `entry:node@attribute`, in one line. */
export const citedPath = ({ prefix }: CiteData, fragment: string): string =>
  `${prefix}${decodeURIComponent(fragment.slice(1))}`.replace(/\s+/g, ' ');

/** What the page says about citing its facts; undefined for a page without facts of its own. */
export function citeDataOf(page: ParentNode): CiteData | undefined {
  const { spec, prefix, version, pinned, changed } =
    page.querySelector<HTMLElement>('[data-prefix]')?.dataset ?? {};
  if (spec === undefined || prefix === undefined) return undefined;
  return { spec, prefix, version, pinned, changed: new Set(changed?.split(' ')) };
}
