import { overview } from '../../../lib/corpus/lists/overview.ts';
import { orderOf } from '../../../lib/corpus/lookup/order-of.ts';
import { payloadTagsOf } from '../../../lib/corpus/lookup/payload-tags-of.ts';
import { stanzaGroups } from '../../../lib/corpus/lookup/stanza-groups.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { percent } from '../../../lib/coverage/percent.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { isFactOwner, KINDS, PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import { shortName } from '../text/short-name.ts';
import type { NavItem } from './nav-item.ts';

/** Entries of the sidebar under one heading. */
export interface NavGroup {
  /** Without one the entries stand alone. */
  readonly title: string | undefined;
  readonly items: readonly NavItem[];
  /** Whether its fold is open from the start. */
  readonly open: boolean;
}

/** Makes an entry for the path of a page. */
export type ItemOf = (text: string, to: string, count?: number) => NavItem;

/** The navigation lists up to this many stanzas; if there are more, those around the current one. */
const MAX_STANZAS = 40;
const AROUND = 8;

/** The pages of flows list up to this many of them. */
const MAX_FLOWS = 40;

/** The kinds that are listed under Reference, after the pages about all facts; others come last. */
const REFERENCE_KINDS: readonly PageKind[] = [
  ...new Set<PageKind>(['technique', 'flavor', 'capture', 'contributor', ...PAGE_KINDS]),
].filter((kind) => !isFactOwner(kind));

/** The sidebar of a page. Its size does not grow with the corpus. */
export function sidebarOf(publication: Publication, path: string, item: ItemOf): NavGroup[] {
  const { corpus } = publication;
  const { definitions } = corpus;
  const all = (kind: PageKind, text: string): NavItem[] => {
    const { size } = definitions[kind];
    return size === 0 ? [] : [lastly(item(text, KINDS[kind].page, size))];
  };
  const first = [item('Overview', ''), ...all('stanza', 'All stanzas'), ...all('flow', 'All flows')];
  return [
    { title: undefined, items: first, open: true },
    ...stanzaFolds(corpus, path, item),
    ...flowFold(corpus, path, item),
    { title: 'Reference', items: referenceItems(corpus, item), open: true },
    { title: 'Tools', items: toolItems(publication, item), open: true },
  ];
}

/** A fold that is open where the current page is in it. */
const fold = (title: string, items: readonly NavItem[]): NavGroup => ({
  title,
  items,
  open: items.some(({ current }) => current !== undefined),
});

function stanzaFolds(corpus: Corpus, path: string, item: ItemOf): NavGroup[] {
  const entry = (stanza: Entry<'stanza'>): NavItem => {
    const [tag, ...others] = payloadTagsOf(corpus, stanza.id);
    return {
      ...item(shortName(corpus, stanza), pagePath('stanza', stanza.id)),
      ...(tag === undefined || others.length > 0 ? {} : { code: tag }),
    };
  };
  const { ids, at } = orderOf(corpus, 'stanza');
  if (ids.length <= MAX_STANZAS)
    return stanzaGroups(corpus).map(({ title, entries }) => fold(title, entries.map(entry)));
  const here = definitionAt(path);
  const current = here?.kind === 'stanza' ? (at.get(decodeURIComponent(here.id)) ?? 0) : 0;
  const start = Math.max(0, Math.min(current - AROUND, ids.length - 2 * AROUND - 1));
  const near = ids
    .slice(start, start + 2 * AROUND + 1)
    .flatMap((id) => corpus.definitions.stanza.get(id) ?? []);
  return [{ title: 'Stanzas', items: near.map(entry), open: true }];
}

/** The flows beside each other, on their own pages. */
function flowFold({ definitions: { flow } }: Corpus, path: string, item: ItemOf): NavGroup[] {
  if (!path.startsWith(KINDS.flow.page) || flow.size === 0 || flow.size > MAX_FLOWS) return [];
  return [
    fold(
      'Flows',
      [...flow.values()].map(({ id, data }) => item(data.title, pagePath('flow', id))),
    ),
  ];
}

function referenceItems(corpus: Corpus, item: ItemOf): NavItem[] {
  const { definitions } = corpus;
  const { facts, stanzaFacts, questions, openDisputes, named } = overview(corpus);
  const listed = (kind: PageKind): NavItem[] => {
    const { title, page } = KINDS[kind];
    const { size } = definitions[kind];
    // An empty list of captures says how to change that.
    return size === 0 && kind !== 'capture' ? [] : [item(title, page, named[kind] || undefined)];
  };
  return [
    item('All facts', 'facts/', facts.facts),
    ...listed('node'),
    ...listed('enum'),
    ...listed('part'),
    item('Open questions', 'questions/', questions.open),
    item('Disputes', 'disputes/', openDisputes === 0 ? undefined : openDisputes),
    { ...item('Coverage', 'coverage/'), share: percent(stanzaFacts.score) },
    ...REFERENCE_KINDS.flatMap(listed),
    ...(definitions.glossary.size === 0 ? [] : [item('Glossary', 'glossary/')]),
  ];
}

const toolItems = ({ logs = [] }: Publication, item: ItemOf): NavItem[] => [
  item('Workbench', 'workbench/'),
  ...(logs.length === 0 ? [] : [item('Diagnosed calls', 'diagnose/')]),
  item('Search', 'search/'),
  item('Contributing', 'contribute/'),
  item('Rules', 'rules/'),
  item('Changes', 'changes/'),
  item('Data', 'data/'),
  item('Report', 'report/'),
];

// A page that is listed itself marks its own entry, not the entry for all of them.
const lastly = (item: NavItem): NavItem => ({
  ...item,
  current: item.current === 'page' ? 'page' : undefined,
});
