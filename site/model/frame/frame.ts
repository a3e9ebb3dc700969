import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { KINDS, PAGE_KINDS } from '../../../lib/schema/kinds.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { NavItem } from './nav-item.ts';
import { type NavGroup, sidebarOf } from './sidebar-of.ts';

/** The frame around the content of every page. */
export interface Frame {
  readonly title: string;
  readonly home: string;
  readonly header: readonly NavItem[];
  readonly groups: readonly NavGroup[];
  readonly repository: string | undefined;
  readonly canonical: string | undefined;
  readonly notice: Prose | undefined;
  readonly license: string | undefined;
  readonly credits: string | undefined;
  readonly version: string;
  readonly commit: Ref | undefined;
  readonly date: string | undefined;
}

/** What the header leads to, where a spec has it. */
const IN_HEADER: readonly string[] = ['stanzas/', 'flows/', 'guides/', 'enums/'];

/**
 * The frame of a page. Its size does not grow with the corpus.
 * @param path the path of the page without the base, such as `stanzas/call-offer/`; '' for the overview
 * @param known the path of the canonical page, where that is another one
 */
export function frameOf(publication: Publication, links: Links, path: string, known = path): Frame {
  const { corpus, origin, commit, date } = publication;
  const { definitions, spec } = corpus;
  const item = (text: string, to: string, count?: number): NavItem => ({
    text,
    href: links.page(to),
    count,
    current: path === to ? 'page' : isBelow(path, to) ? 'true' : undefined,
  });
  return {
    title: spec.title,
    home: links.page(''),
    header: [
      ...IN_HEADER.flatMap((page) => {
        const kind = PAGE_KINDS.find((one) => KINDS[one].page === page);
        return kind === undefined || definitions[kind].size === 0 ? [] : [item(KINDS[kind].title, page)];
      }),
      item('Workbench', 'workbench/'),
    ],
    groups: sidebarOf(publication, path, item),
    repository: links.repository,
    canonical: origin === undefined || path === '404.html' ? undefined : `${origin}${links.page(known)}`,
    notice: spec.notice,
    license: spec.license,
    credits: (spec.credits ?? []).length === 0 ? undefined : `${links.page('')}#~credits`,
    version: spec.version,
    commit: commit === undefined ? undefined : { text: commit.slice(0, 7), href: links.commit },
    date,
  };
}

// Pages of old versions belong to the changes.
const isBelow = (path: string, to: string): boolean =>
  (to !== '' && path.startsWith(to)) || (to === 'changes/' && path.startsWith('v/'));
