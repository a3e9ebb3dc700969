import type { Published } from '../diff/bundle/published.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import { changesPath, definitionAt } from '../pages/page-path.ts';
import { isPageKind } from '../schema/kinds.ts';
import { publishedHistories } from './published-histories.ts';

/** When something was first released, and when it last changed; days as YYYY-MM-DD, undefined if not known. */
export interface PageDays {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Pages that say nothing of the spec: the releases do not tell when they changed, only the commit does. */
const TOOLS: ReadonlySet<string> = new Set([
  'contribute',
  'workbench',
  'report',
  'search',
  'rules',
  'diagnose',
]);

const dayOf = ({ date, frozen }: ReleaseNote): string | undefined => date ?? frozen;

/**
 * The days of a page, from the releases and the commit, never from the clock: of a definition, of a release, or else of
 * the whole spec.
 * @param path the path of the page without the base, such as `stanzas/call-offer/`
 */
export function pageDays(published: Published, path: string): PageDays {
  const { notes, unreleased, of } = publishedHistories(published);
  const at = definitionAt(path);
  const id = decodeURIComponent(at?.id ?? '');
  if (at !== undefined && isPageKind(at.kind) && published.corpus.definitions[at.kind].has(id)) {
    const releases = of(at.kind, id);
    const [newest, oldest] = [releases[0], releases.at(-1)];
    return { first: oldest && dayOf(oldest.note), last: newest && dayOf(newest.note) };
  }
  const release = notes.find(({ version }) => path.startsWith(changesPath(version)));
  if (release !== undefined) return { first: dayOf(release), last: dayOf(release) };
  const [folder = ''] = path.split('/');
  if (TOOLS.has(folder)) return { first: undefined, last: published.date };
  const [newest, oldest] = [notes[0], notes.at(-1)];
  const last = unreleased === undefined ? newest && dayOf(newest) : published.date;
  return { first: oldest && dayOf(oldest), last };
}
