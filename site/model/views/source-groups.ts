import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** A source, and what opening it has shown where that differs from others of its group. */
export type SourcePlace = Ref & { readonly state?: string | undefined };

/** What opening a source has shown, in words; undefined where nobody did. */
export type StateOf = (source: string) => string | undefined;

/** The addresses that sources need. */
type SourceLinks = Pick<Links, 'ref' | 'source'>;

/** Sources that belong to one flavor, or one source that belongs to none. */
export interface SourceGroup {
  readonly flavor: Ref | undefined;
  /** The places in its code, with their permalinks. Empty for a flavor that is named without a place. */
  readonly places: readonly SourcePlace[];
  /** What opening them has shown, if it is the same for all. */
  readonly state: string | undefined;
  /** The page that lists its places, if it is not this one. */
  readonly at?: string | undefined;
}

/**
 * The same for a page whose places in code are listed on another one: they become one group, which names the flavors and
 * links there.
 * @param href the page that lists all places
 */
export function sourceGroupsElsewhere(
  flavors: readonly string[],
  sources: readonly string[],
  links: SourceLinks,
  href: string,
): SourceGroup[] {
  const places = sources.filter((source) => parseSource(source).kind === 'flavor');
  if (places.length === 0) return sourceGroups(flavors, sources, links);
  const named = new Set(flavors);
  for (const place of places) {
    const ref = parseSource(place);
    if (ref.kind === 'flavor') named.add(ref.flavor);
  }
  const text = `${[...named].join(', ')}, in code`;
  return [
    { flavor: undefined, places: [{ text, href }], state: undefined, at: href },
    ...sourceGroups(
      [],
      sources.filter((source) => !places.includes(source)),
      links,
    ),
  ];
}

/**
 * Sources as they are shown: by flavor, in the order in which the data first names each, then the others. The text of a
 * link is the name of the file alone; when the same file comes again, only the lines.
 */
export function sourceGroups(
  flavors: readonly string[],
  sources: readonly string[],
  links: SourceLinks,
  stateOf: StateOf = () => undefined,
): SourceGroup[] {
  const byFlavor = new Map<string, { places: SourcePlace[]; path: string }>(
    flavors.map((id) => [id, { places: [], path: '' }]),
  );
  const rest: SourceGroup[] = [];
  for (const source of sources) {
    const ref = parseSource(source);
    const { text, href } = links.source(source);
    if (ref.kind !== 'flavor') {
      rest.push({ flavor: undefined, places: [{ text, href }], state: undefined });
      continue;
    }
    const group = byFlavor.get(ref.flavor) ?? { places: [], path: '' };
    byFlavor.set(ref.flavor, group);
    const lines = text.slice(ref.flavor.length + 1 + ref.path.length);
    const again = group.path === ref.path && ref.from !== undefined;
    const file = href === undefined ? ref.path : (ref.path.split('/').at(-1) ?? ref.path);
    group.places.push({ text: again ? lines.slice(1) : `${file}${lines}`, href, state: stateOf(source) });
    group.path = ref.path;
  }
  return [...[...byFlavor].map(([id, { places }]) => flavorGroup(links.ref('flavor', id), places)), ...rest];
}

function flavorGroup(flavor: Ref, places: readonly SourcePlace[]): SourceGroup {
  const [state, ...others] = new Set(places.map((one) => one.state));
  return others.length > 0
    ? { flavor, places, state: undefined }
    : { flavor, places: places.map(({ text, href }) => ({ text, href })), state };
}
