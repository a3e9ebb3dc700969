import { splitPath } from '../../../lib/corpus/facts/split-path.ts';
import { partTexts } from '../../../lib/corpus/parts/part-texts.ts';
import type { BundleDefinition, BundleFact, BundleQuestion } from '../../../lib/diff/bundle/bundle.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { pageOrder } from '../../../lib/diff/retired/page-order.ts';
import {
  type ReleasedDefinition,
  releasedDefinitions,
} from '../../../lib/diff/retired/released-definitions.ts';
import { releasedForm } from '../../../lib/diff/retired/released-form.ts';
import { twinName } from '../../../lib/pages/definition-files.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { changesPath, pagePath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import type { Block } from '../../../lib/prose/read-markdown.ts';
import { KINDS } from '../../../lib/schema/kinds.ts';
import type { Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import { type SharedInRelease, sharedInRelease } from '../history/shared-in-release.ts';
import type { Links } from '../links/links.ts';
import { pathHref } from '../links/path-href.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** A fact in a release. */
export interface ReleasedFact {
  readonly anchor: string;
  readonly href: string;
  /** Its type, how often it occurs, whether it is required. */
  readonly form: readonly string[];
  readonly confidence: Confidence;
  readonly description: Prose;
  readonly when: Prose | undefined;
  readonly observed: readonly string[];
  readonly evidence: string;
  readonly claims: readonly Prose[];
  /** The shared node that it is. */
  readonly uses: Ref | undefined;
  /** What it takes from that node, each at its anchor here. */
  readonly shared: readonly ReleasedName[];
}

/** A fact of a shared node or an envelope, by its anchor on the page that uses it. */
export interface ReleasedName {
  readonly anchor: string;
  readonly href: string;
}

/** A stanza, a shared node, an enum or a part in a release. */
export interface ReleasedPageView {
  /** The path of the page, without the base. */
  readonly page: string;
  readonly title: string;
  readonly version: Ref;
  readonly date: string | undefined;
  /** Whether there is no newer release. */
  readonly isNewest: boolean;
  readonly note: Prose | undefined;
  /** The page that describes it now, or says what became of it. */
  readonly current: Ref;
  /** The path of that page without the base. */
  readonly currentPage: string;
  /** Whether that page still describes it, under this id or another. */
  readonly alive: boolean;
  readonly meta: readonly (readonly [name: string, value: string])[];
  readonly summary: Prose | undefined;
  /** Its Markdown, of a part. */
  readonly texts: readonly {
    readonly title: string;
    readonly anchor: string;
    readonly blocks: readonly Block[];
  }[];
  readonly tally: TallyView;
  readonly facts: readonly ReleasedFact[];
  /** What its outermost node takes from its envelope or from the shared node that it is. */
  readonly shared: readonly ReleasedName[];
  readonly questions: readonly BundleQuestion[];
}

/** The frozen pages of all releases, with the parameters of their routes. */
export function releasedPageViews(
  published: Published,
  links: Links,
): { params: { version: string; folder: string; id: string }; props: { page: ReleasedPageView } }[] {
  if (published.releases.length === 0) return [];
  const order = pageOrder(published.corpus);
  return published.releases.flatMap((bundle) => {
    const sharedBy = sharedInRelease(bundle);
    const all = releasedDefinitions(bundle);
    const nodes = new Set(all.flatMap(({ kind, definition }) => (kind === 'node' ? definition.id : [])));
    return all.map((one) => ({
      params: { version: bundle.version, folder: twinName(KINDS[one.kind].page), id: one.definition.id },
      props: {
        page: pageOf({ ...one, facts: order(one.facts) }, { shared: sharedBy(one), nodes }, published, links),
      },
    }));
  });
}

/** What a release has besides a definition. */
interface InRelease {
  /** What the definition takes from others, by the anchor of the place. */
  readonly shared: ReadonlyMap<string, readonly SharedInRelease[]>;
  /** The shared nodes that have pages. */
  readonly nodes: ReadonlySet<string>;
}

function pageOf(
  one: ReleasedDefinition,
  { shared, nodes }: InRelease,
  published: Published,
  links: Links,
): ReleasedPageView {
  const { version, date, note, kind, definition, facts, questions } = one;
  const { id, title, data } = definition;
  const own = pagePath(kind, id);
  const now = releasesOf(published).former.get(own)?.now;
  const moved = now?.kind === 'moved' ? pathHref(now.path, published, links) : undefined;
  const href = moved ?? links.page(own);
  const words = (key: string): string | undefined => {
    const value = data[key];
    return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : undefined;
  };
  const row = (name: string, key: string): [string, string][] => {
    const value = words(key);
    return value === undefined ? [] : [[name, value]];
  };
  const namesAt = (place: string): ReleasedName[] =>
    (shared.get(place) ?? []).map(({ anchor, ownerKind, owner, home }) => ({
      anchor,
      href: links.page(releasedPagePath(version, ownerKind, owner)) + fragment(home),
    }));
  return {
    page: releasedPagePath(version, kind, id),
    title,
    version: { text: version, href: links.page(changesPath(version)) },
    date,
    isNewest: published.releases.at(-1)?.version === version,
    note,
    current: { text: now === undefined ? 'the current page' : 'what became of it', href },
    currentPage: href.slice(links.page('').length),
    alive: now === undefined || moved !== undefined,
    meta: [
      ['Id', id],
      ...row('Code', 'code'),
      ...row('Tag', 'tag'),
      ...row('Category', 'category'),
      ...row('Direction', 'direction'),
      ...row('Status', 'status'),
    ],
    summary: words('summary'),
    texts: textsOf(data),
    tally: tallyOf(facts),
    facts: facts.map((fact) => ({
      ...factOf(fact),
      uses:
        fact.use === undefined
          ? undefined
          : {
              text: fact.use,
              href: nodes.has(fact.use) ? links.page(releasedPagePath(version, 'node', fact.use)) : undefined,
            },
      shared: namesAt(splitPath(fact.path)?.anchor ?? ''),
    })),
    shared: namesAt(''),
    questions,
  };
}

/** The Markdown of a part, as `partTexts` numbers its statements. */
function textsOf({ normative, findings }: BundleDefinition['data']): ReleasedPageView['texts'] {
  const said = (text: unknown): string => (typeof text === 'string' ? text : '');
  const texts = partTexts({ normative: said(normative), findings: said(findings) });
  return [
    { title: 'Rules', anchor: '~normative', blocks: texts.normative },
    { title: 'Findings', anchor: '~findings', blocks: texts.findings },
  ].filter(({ blocks }) => blocks.length > 0);
}

function factOf(fact: BundleFact): Omit<ReleasedFact, 'uses' | 'shared'> {
  const { use: _, ...form } = fact;
  const { path, confidence, description, when } = fact;
  const anchor = splitPath(path)?.anchor ?? path;
  return {
    anchor,
    href: fragment(anchor),
    form: releasedForm(form),
    confidence,
    description,
    when,
    observed: fact.observed ?? [],
    evidence: evidenceOf(fact),
    claims: (fact.disputes ?? []).map(({ claim }) => claim),
  };
}

function evidenceOf({ techniques = [], flavors = [], sources = [] }: BundleFact): string {
  const parts = [
    ...techniques,
    ...(flavors.length === 0 ? [] : [counted(flavors.length, 'implementation')]),
    sources.length === 0 ? 'no sources' : counted(sources.length, 'source'),
  ];
  return parts.join(', ');
}
