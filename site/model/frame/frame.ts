import { overview } from '../../../lib/corpus/lists/overview.ts';
import { orderOf } from '../../../lib/corpus/lookup/order-of.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { percent } from '../../../lib/coverage/percent.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { isFactOwner, KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** An entry of the navigation, with a number where one helps. */
export interface NavItem {
  readonly text: string;
  readonly href: string;
  readonly count: number | undefined;
  /** A share in place of a number, such as `31 %`. */
  readonly share?: string;
  /** The value of aria-current: the page itself, or one that it belongs to. */
  readonly current: 'page' | 'true' | undefined;
}

/** The frame around the content of every page. */
export interface Frame {
  readonly title: string;
  readonly home: string;
  readonly header: readonly NavItem[];
  readonly groups: readonly { readonly title: string; readonly items: readonly NavItem[] }[];
  readonly repository: string | undefined;
  readonly canonical: string | undefined;
  readonly notice: Prose | undefined;
  readonly license: string | undefined;
  readonly credits: string | undefined;
  readonly version: string;
  readonly commit: Ref | undefined;
  readonly date: string | undefined;
}

/** The navigation lists up to this many stanzas; if there are more, those around the current one. */
const MAX_STANZAS = 40;
const AROUND = 8;

/** The kinds that are listed under Reference, after the pages about all facts; others come last. */
const REFERENCE_KINDS: readonly PageKind[] = [
  ...new Set<PageKind>(['technique', 'flavor', 'capture', 'contributor', ...PAGE_KINDS]),
].filter((kind) => !isFactOwner(kind));

/** The navigation lists up to this many flows; if there are more, only the page that lists them. */
const MAX_FLOWS = 20;

/**
 * The frame of a page. Its size does not grow with the corpus.
 * @param path the path of the page without the base, such as `stanzas/call-offer/`; '' for the overview
 * @param known the path of the canonical page, where that is another one
 */
export function frameOf(publication: Publication, links: Links, path: string, known = path): Frame {
  const { corpus, origin, commit, date, logs = [] } = publication;
  const { definitions, spec } = corpus;
  const item = (text: string, to: string, count?: number): NavItem => ({
    text,
    href: links.page(to),
    count,
    current: path === to ? 'page' : isBelow(path, to) ? 'true' : undefined,
  });
  const list = (kind: PageKind, count?: number): NavItem => item(KINDS[kind].title, KINDS[kind].page, count);
  const listed = (kind: PageKind): NavItem[] => {
    const { size } = definitions[kind];
    return size === 0 ? [] : [list(kind, size)];
  };
  const { facts, stanzaFacts, questions, openDisputes } = overview(corpus);
  return {
    title: spec.title,
    home: links.page(''),
    header: [
      list('stanza'),
      ...(definitions.enum.size === 0 ? [] : [list('enum')]),
      item('Questions', 'questions/'),
      item('Workbench', 'workbench/'),
    ],
    groups: [
      { title: 'Stanzas', items: stanzaItems(publication, path, item) },
      ...(definitions.flow.size === 0 ? [] : [{ title: 'Flows', items: flowItems(publication, item) }]),
      {
        title: 'Reference',
        items: [
          item('Overview', ''),
          item('All facts', 'facts/', facts.facts),
          ...listed('node'),
          ...listed('enum'),
          ...listed('part'),
          item('Open questions', 'questions/', questions.open),
          item('Disputes', 'disputes/', openDisputes === 0 ? undefined : openDisputes),
          { ...item('Coverage', 'coverage/'), share: percent(stanzaFacts.score) },
          // An empty list of captures says how to change that.
          ...REFERENCE_KINDS.flatMap((kind) =>
            kind === 'capture' && definitions.capture.size === 0 ? [list(kind)] : listed(kind),
          ),
          ...(definitions.glossary.size === 0 ? [] : [item('Glossary', 'glossary/')]),
          item('Rules', 'rules/'),
          item('Workbench', 'workbench/'),
          ...(logs.length === 0 ? [] : [item('Diagnosed calls', 'diagnose/')]),
          item('Contributing', 'contribute/'),
          item('Changes', 'changes/'),
          item('Data', 'data/'),
          item('Search', 'search/'),
          item('Report', 'report/'),
        ],
      },
    ],
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

function stanzaItems(
  { corpus }: Publication,
  path: string,
  item: (text: string, to: string) => NavItem,
): NavItem[] {
  const { ids, at } = orderOf(corpus, 'stanza');
  const items = (from: number, to: number): NavItem[] =>
    ids.slice(from, to).map((id) => {
      const name = corpus.definitions.stanza.get(id)?.data.display_name ?? id;
      return item(name, pagePath('stanza', id));
    });
  if (ids.length <= MAX_STANZAS)
    return [...items(0, ids.length), lastly(item('All stanzas', KINDS.stanza.page))];
  const here = definitionAt(path);
  const current = here?.kind === 'stanza' ? (at.get(decodeURIComponent(here.id)) ?? 0) : 0;
  const start = Math.max(0, Math.min(current - AROUND, ids.length - 2 * AROUND - 1));
  return [
    ...items(start, start + 2 * AROUND + 1),
    lastly(item(`All ${ids.length} stanzas`, KINDS.stanza.page)),
  ];
}

function flowItems(
  { corpus: { definitions } }: Publication,
  item: (text: string, to: string) => NavItem,
): NavItem[] {
  const { size } = definitions.flow;
  if (size > MAX_FLOWS) return [item(`All ${size} flows`, KINDS.flow.page)];
  return [
    ...[...definitions.flow.values()].map(({ id, data }) => item(data.title, pagePath('flow', id))),
    lastly(item('All flows', KINDS.flow.page)),
  ];
}

// A page that is listed itself marks its own entry, not the entry for all of them.
const lastly = (item: NavItem): NavItem => ({
  ...item,
  current: item.current === 'page' ? 'page' : undefined,
});
