import type { Resolution } from '../../../lib/diff/bundle/path-resolver.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { RetiredPage, RetiredPart } from '../../../lib/diff/retired/retired-pages.ts';
import { changesPath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import { isReleasedKind } from '../../../lib/schema/kinds.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import { pathHref } from '../links/path-href.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';

/** What happened to something that was released. */
export interface Retirement {
  /** Its successor; undefined if it was withdrawn. */
  readonly to: Ref | undefined;
  /** The day on which it was withdrawn. */
  readonly date: string | undefined;
  readonly reason: Prose | undefined;
}

/** A retired part of a page. Its element keeps its old id. */
export interface RetiredPartView extends Retirement {
  readonly anchor: string;
  readonly path: string;
  /** Its last released version. */
  readonly last: Ref;
}

/** A retired page. */
export interface RetiredPageView extends Retirement {
  readonly title: string;
  readonly page: string;
  readonly last: Ref;
  readonly parts: readonly RetiredPartView[];
}

/** The retired parts of a page. */
export function retiredPartViews(published: Published, links: Links, page: string): RetiredPartView[] {
  const former = releasesOf(published).former.get(page);
  return former === undefined ? [] : former.parts.map((part) => partView(part, former, published, links));
}

/** All retired pages. */
export function retiredPageViews(published: Published, links: Links): RetiredPageView[] {
  return [...releasesOf(published).former.values()].flatMap((former) => {
    const { title, page, version, now, parts } = former;
    if (now === undefined) return [];
    return [
      {
        title,
        page,
        last: lastOf(former, version, '', links),
        ...fateOf(now, published, links),
        parts: parts.map((part) => partView(part, former, published, links)),
      },
    ];
  });
}

function partView(part: RetiredPart, page: RetiredPage, published: Published, links: Links): RetiredPartView {
  const { path, anchor, version, now } = part;
  return {
    anchor,
    path,
    last: lastOf(page, version, anchor, links),
    ...(now === undefined ? fateOfQuestion(path, published, links) : fateOf(now, published, links)),
  };
}

function fateOf(now: Resolution, published: Published, links: Links): Retirement {
  switch (now.kind) {
    case 'present':
    case 'moved': {
      const to = { text: now.path, href: pathHref(now.path, published, links) };
      return { to, date: undefined, reason: 'reason' in now ? now.reason : undefined };
    }
    case 'withdrawn':
      return { to: undefined, date: now.tombstone.date, reason: now.tombstone.reason };
    case 'lost':
      return { to: undefined, date: undefined, reason: undefined };
    default:
      return now satisfies never;
  }
}

function fateOfQuestion(id: string, { corpus }: Published, links: Links): Retirement {
  const question = corpus.questions.find((one) => one.id === id);
  const href = question === undefined ? undefined : links.question(question);
  const to = href === undefined ? undefined : { text: 'the same question', href };
  return {
    to,
    date: undefined,
    reason: to === undefined ? 'This question was withdrawn.' : undefined,
  };
}

// The others have no pages of old versions.
function lastOf({ kind, id }: RetiredPage, version: string, anchor: string, links: Links): Ref {
  const page = isReleasedKind(kind)
    ? `${releasedPagePath(version, kind, id)}${anchor === '' ? '' : `#${encodeURIComponent(anchor)}`}`
    : changesPath(version);
  return { text: version, href: links.page(page) };
}
