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
 * @param here the address of the page without a fragment
 */
export function citeLine(
  { spec, prefix, version, pinned, changed }: CiteData,
  fragment: string,
  confidence: string,
  here: string,
): string {
  const isReleased = version !== undefined && !changed.has(fragment.slice(1));
  const address = isReleased && pinned !== undefined ? new URL(pinned, here).href : here;
  const path = `${prefix}${decodeURIComponent(fragment.slice(1))}`.replace(/\s+/g, ' ');
  return `// ${spec} ${isReleased ? version : 'unreleased'}, ${path} (${confidence}) ${address}${fragment}`;
}

/** What the page says about citing its facts; undefined for a page without facts of its own. */
export function citeDataOf(page: ParentNode): CiteData | undefined {
  const { spec, prefix, version, pinned, changed } =
    page.querySelector<HTMLElement>('.tools[data-prefix]')?.dataset ?? {};
  if (spec === undefined || prefix === undefined) return undefined;
  return { spec, prefix, version, pinned, changed: new Set(changed?.split(' ')) };
}
