import { definitionOf, splitPath } from '../../../lib/corpus/facts/split-path.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { Change } from '../../../lib/diff/changes/change.ts';
import { changeSection, LEDGER_SECTION, type Section } from '../../../lib/diff/changes/change-section.ts';
import { groupChanges } from '../../../lib/diff/changes/group-changes.ts';
import { impactOf } from '../../../lib/diff/changes/impact-of.ts';
import { type FactOwner, isFactOwner, KIND_NAMES, KINDS, type Kind } from '../../../lib/schema/kinds.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import { pathHref } from '../links/path-href.ts';
import type { Ref } from '../links/ref.ts';
import { type ChangeLine, changeLinesOf, historyHref } from './definition-history.ts';

/** What changed of one kind, and where. */
export interface SectionRow {
  readonly title: Section;
  /** The id of the row: the address of the section when the page listed every change. */
  readonly anchor: string;
  readonly count: number;
  /** Whether client code may have to change. */
  readonly isBreaking: boolean;
  /** The definitions with most of these changes, with their numbers. */
  readonly most: readonly (Ref & { readonly count: number })[];
  /** How many definitions besides. */
  readonly rest: number;
}

/** What changed in one definition. */
export interface DefinitionRow {
  readonly kind: string;
  /** The path of the definition, or `ledger`. */
  readonly definition: Ref;
  readonly anchor: string;
  /** What happened to it as a whole, such as `New: 45 facts`; undefined if it was there before. */
  readonly whole: string | undefined;
  readonly breaking: number;
  readonly added: number;
  readonly looser: number;
  readonly confidence: number;
  readonly other: number;
  /** Where its changes are listed. */
  readonly details: string | undefined;
  /** Its changes, where no other page lists them. */
  readonly lines: readonly ChangeLine[];
}

const MOST = 6;

/** The addresses of sections do not change with their titles. */
const ANCHORS: Partial<Record<Section, string>> = {
  Stricter: '~narrowed',
  Looser: '~widened',
  [LEDGER_SECTION]: '~ledger',
};

/** The changes of a release by what they are: the most important first. */
export function sectionRows(changes: readonly Change[], published: Published, links: Links): SectionRow[] {
  const bySection = Map.groupBy(changes, changeSection);
  return groupChanges(changes).map(({ title, count }) => {
    const own = bySection.get(title) ?? [];
    const byOwner = [...Map.groupBy(own, ({ path }) => definitionOf(path))].sort(
      ([, a], [, b]) => b.length - a.length,
    );
    return {
      title,
      anchor: ANCHORS[title] ?? `~${title.toLowerCase().replaceAll(' ', '-')}`,
      count,
      isBreaking: own.some((change) => impactOf([change]) === 'major'),
      most: byOwner.slice(0, MOST).map(([text, some]) => ({
        text,
        href: pathHref(text, published, links),
        count: some.length,
      })),
      rest: Math.max(0, byOwner.length - MOST),
    };
  });
}

/** The changes of a release by definition, in the order of the kinds. */
export function definitionRows(
  version: string,
  changes: readonly Change[],
  published: Published,
  links: Links,
): DefinitionRow[] {
  const owners = Map.groupBy(changes, ownerOf);
  return [...owners]
    .map(([key, own]) => {
      const [kind, path] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
      return rowOf(kind, path, own, version, published, links);
    })
    .sort(
      (a, b) =>
        RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind) || compareText(a.definition.text, b.definition.text),
    );
}

const LEDGER = KINDS.ledger.title;
const RANKS: readonly string[] = [...KIND_NAMES.map((kind) => KINDS[kind].title), LEDGER_SECTION];

/** The title of the kind of the definition that a change belongs to, and its path. */
function ownerOf(change: Change): string {
  const { path } = change;
  if (change.kind === 'ledger') return `${LEDGER} ${path}`;
  const part = splitPath(path);
  if (part !== undefined) return `${part.ownerKind} ${part.definition}`;
  return 'definition' in change ? `${change.definition} ${path}` : `${kindOf(path)} ${path}`;
}

/** The kind of a definition with facts, by its path. */
function kindOf(path: string): Kind {
  if (path.startsWith('node/')) return 'node';
  const kind = KIND_NAMES.find(
    (one) => KINDS[one].page !== undefined && path.startsWith(KINDS[one].page || '\0'),
  );
  return kind ?? 'stanza';
}

function rowOf(
  kind: string,
  path: string,
  changes: readonly Change[],
  version: string,
  published: Published,
  links: Links,
): DefinitionRow {
  const isKnown = (KIND_NAMES as readonly string[]).includes(kind);
  const whole = changes.find(({ kind: what }) => what === 'definition');
  const counts = new Map<string, number>();
  for (const change of changes) {
    const column = columnOf(change);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const id = isKnown ? path.replace(/^(?:node|[a-z]+)\//, '') : path;
  const details =
    isFactOwner(kind) && whole === undefined
      ? historyHref(published, links, kind as FactOwner, id, version)
      : undefined;
  const href = isKnown && kind !== 'spec' ? pathHref(path, published, links) : undefined;
  const facts = changes.length - 1;
  return {
    kind: isKnown ? KINDS[kind as Kind].title : LEDGER_SECTION,
    definition: { text: titleAt(kind, id, path, published), href },
    anchor: `${kind}/${path}`,
    whole:
      whole?.kind !== 'definition'
        ? undefined
        : `${whole.event === 'added' ? 'New' : 'Removed'}${facts > 0 ? `: ${counted(facts, 'fact')}` : ''}`,
    breaking: counts.get('breaking') ?? 0,
    added: counts.get('added') ?? 0,
    looser: counts.get('looser') ?? 0,
    confidence: counts.get('confidence') ?? 0,
    other: counts.get('other') ?? 0,
    details,
    lines: details === undefined && whole === undefined ? changeLinesOf(changes, published, links) : [],
  };
}

/** The title that a definition has now; the path of one that is gone. */
function titleAt(kind: string, id: string, path: string, { corpus }: Published): string {
  const entries: ReadonlyMap<string, Entry<Kind>> | undefined = corpus.definitions[kind as Kind];
  const entry = entries?.get(id);
  return entry === undefined ? path : titleOf(entry);
}

function columnOf(change: Change): 'breaking' | 'added' | 'looser' | 'confidence' | 'other' {
  if (impactOf([change]) === 'major') return 'breaking';
  switch (changeSection(change)) {
    case 'New facts':
    case 'New definitions':
      return 'added';
    case 'Looser':
      return 'looser';
    case 'Confidence raised':
    case 'Confidence lowered':
      return 'confidence';
    default:
      return 'other';
  }
}
