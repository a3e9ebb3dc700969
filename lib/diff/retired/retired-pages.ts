import { factAt } from '../../corpus/facts/fact-at.ts';
import { splitPath } from '../../corpus/facts/split-path.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { pagePath } from '../../pages/page-path.ts';
import { isPageKind, type PageKind } from '../../schema/kinds.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { definitionPath } from '../bundle/definition-path.ts';
import { pathResolver, type Resolution } from '../bundle/path-resolver.ts';

/** A fact or question that a page no longer has. */
export interface RetiredPart {
  /** The fact path, or the id of a question. */
  readonly path: string;
  /** Its fragment on the page. */
  readonly anchor: string;
  /** The last version that had it. */
  readonly version: string;
  /** Where it is now; undefined for a question that is no longer asked. */
  readonly now: Resolution | undefined;
}

/** The page of a released definition that no longer exists, or that lost parts. */
export interface RetiredPage {
  readonly kind: PageKind;
  readonly id: string;
  /** The path of the page below the base of the site, such as stanzas/call-offer/. */
  readonly page: string;
  /** Its last title. */
  readonly title: string;
  /** The last version that had the page. */
  readonly version: string;
  /** What became of the page itself; undefined if it still exists. */
  readonly now: Resolution | undefined;
  /** By path. */
  readonly parts: readonly RetiredPart[];
}

/**
 * The pages of released definitions that a corpus no longer has, and those that lost a fact or a question, with what
 * became of each.
 * @param releases the frozen bundles, the oldest first
 * @returns by kind and id
 */
export function retiredPages(corpus: Corpus, releases: readonly Bundle[]): readonly RetiredPage[] {
  if (releases.length === 0) return [];
  const resolve = pathResolver(bundleOf(corpus));
  const pages = new Map<string, Omit<RetiredPage, 'parts'>>();
  const parts = new Map<string, Map<string, RetiredPart>>();
  const addPart = (page: string, part: RetiredPart): void => {
    const list = parts.get(page) ?? new Map<string, RetiredPart>();
    parts.set(page, list.set(part.anchor, part));
  };
  const questions = new Set(corpus.questions.map(({ kind, owner, id }) => `${pagePath(kind, owner)} ${id}`));

  // A later release replaces what an earlier one said of a page.
  for (const { version, definitions, facts, questions: asked } of releases) {
    for (const { kind, id, title } of definitions) {
      const path = definitionPath(kind, id);
      if (path === undefined || !isPageKind(kind)) continue;
      const page = pagePath(kind, id);
      const now = resolve(path);
      const gone = now.kind === 'present' ? undefined : now;
      pages.set(page, { kind, id, page, title, version, now: gone });
    }
    for (const { path } of facts) {
      const now = resolve(path);
      const at = splitPath(path);
      // At the place of a shared fact, the page still shows it.
      if (now.kind === 'present' || at === undefined || factAt(corpus, path) !== undefined) continue;
      addPart(pagePath(at.ownerKind, at.owner), { path, anchor: at.anchor, version, now });
    }
    for (const { kind, owner, id } of asked) {
      const page = pagePath(kind, owner);
      if (id === undefined || questions.has(`${page} ${id}`)) continue;
      addPart(page, { path: id, anchor: `question-${id}`, version, now: undefined });
    }
  }
  return [...pages.values()]
    .map((page) => ({
      ...page,
      parts: [...(parts.get(page.page)?.values() ?? [])].sort((a, b) => compareText(a.path, b.path)),
    }))
    .filter(({ now, parts: lost }) => now !== undefined || lost.length > 0)
    .sort((a, b) => compareText(a.page, b.page));
}
