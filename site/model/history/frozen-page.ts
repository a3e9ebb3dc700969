import type { Published } from '../../../lib/diff/bundle/published.ts';
import { releasedDefinitions } from '../../../lib/diff/retired/released-definitions.ts';
import { changesPath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import { KINDS, RELEASED_KINDS } from '../../../lib/schema/kinds.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { splitPages } from '../paged/split-pages.ts';

/** The pages that a release froze, in parts. */
export interface FrozenPage {
  readonly changes: Ref;
  /** Such as `34 stanzas, 27 shared nodes, 33 enums`. */
  readonly words: string;
  readonly groups: readonly { readonly title: string; readonly refs: readonly Ref[] }[];
  readonly pages: number;
}

/** How many pages one part lists. */
const MOST = 600;

/** The address of a part of the frozen pages of a release. */
export const frozenPath = (version: string, page = 1): string =>
  page === 1 ? `v/${version}/` : `v/${version}/${page}/`;

/**
 * The frozen pages of a release.
 * @param page which part, from 1
 * @throws when there is no such release
 */
export function frozenPage(published: Published, links: Links, version: string, page = 1): FrozenPage {
  const parts = partsOf(published, version);
  const part = parts[page - 1] ?? [];
  const all = parts.flat();
  const groups = RELEASED_KINDS.map((kind) => ({
    title: KINDS[kind].title,
    refs: part
      .filter((one) => one.kind === kind)
      .map(({ definition: { id, title } }) => ({
        text: title,
        href: links.page(releasedPagePath(version, kind, id)),
      })),
  })).filter(({ refs }) => refs.length > 0);
  return {
    changes: { text: version, href: links.page(changesPath(version)) },
    words: RELEASED_KINDS.flatMap((kind) => {
      const size = all.filter((one) => one.kind === kind).length;
      return size === 0 ? [] : [counted(size, kind, KINDS[kind].title.toLowerCase())];
    }).join(', '),
    groups,
    pages: Math.max(1, parts.length),
  };
}

/** The parts after the first of all releases. */
export const laterFrozenPages = (published: Published): { version: string; page: string }[] =>
  published.releases.flatMap(({ version }) =>
    partsOf(published, version)
      .slice(1)
      .map((_, i) => ({ version, page: String(i + 2) })),
  );

function partsOf({ releases }: Published, version: string) {
  const bundle = releases.find((one) => one.version === version);
  if (bundle === undefined) throw new Error(`no release ${version}`);
  return splitPages(releasedDefinitions(bundle), { weight: () => 1, most: MOST, group: ({ kind }) => kind });
}
