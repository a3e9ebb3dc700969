import type { Bundle, BundleTombstone } from './bundle.ts';
import { definitionPath } from './definition-path.ts';

/** What became of a path. */
export type Resolution =
  | { readonly kind: 'present'; readonly path: string }
  /** It leads to another path that is present. */
  | { readonly kind: 'moved'; readonly path: string; readonly reason: string | undefined }
  /** It is gone, and a tombstone says why. */
  | { readonly kind: 'withdrawn'; readonly tombstone: BundleTombstone }
  | { readonly kind: 'lost' };

/** Says of any fact path, or path of a definition, what became of it in a corpus. */
export type PathResolver = (path: string) => Resolution;

/** More steps than this from one path to the next are a circle. */
const MAX_STEPS = 32;

/**
 * The resolver of a corpus. A path is looked for among the facts and ids; then among the former paths that
 * definitions name (`moved_from`: of a former id, what stood inside is looked for under the new one; of a
 * former fact the definition itself is the goal); then among the tombstones, where one of a child stands for
 * everything inside it.
 */
export function pathResolver(bundle: Pick<Bundle, 'facts' | 'definitions' | 'tombstones'>): PathResolver {
  const present = new Set(bundle.facts.map(({ path }) => path));
  const movedTo = new Map<string, string>();
  for (const { kind, id, moved_from } of bundle.definitions) {
    const path = definitionPath(kind, id);
    if (path === undefined) continue;
    present.add(path);
    for (const former of moved_from ?? []) if (!movedTo.has(former)) movedTo.set(former, path);
  }
  const tombstones = new Map(bundle.tombstones.map((one) => [one.path, one]));

  const next = (
    path: string,
  ): { readonly path: string; readonly reason?: string } | BundleTombstone | undefined => {
    for (const whole of enclosing(path)) {
      const rest = path.slice(whole.length);
      const to = movedTo.get(whole);
      if (to !== undefined) return { path: present.has(`${to}${rest}`) ? `${to}${rest}` : to };
      const tombstone = tombstones.get(whole);
      if (tombstone === undefined) continue;
      const { successor, reason } = tombstone;
      if (successor === undefined) return tombstone;
      return { path: present.has(`${successor}${rest}`) ? `${successor}${rest}` : successor, reason };
    }
    return undefined;
  };

  return (path) => {
    if (present.has(path)) return { kind: 'present', path };
    let at = path;
    let reason: string | undefined;
    for (let step = 0; step < MAX_STEPS; step++) {
      const to = next(at);
      if (to === undefined) return { kind: 'lost' };
      if ('date' in to) return { kind: 'withdrawn', tombstone: to };
      at = to.path;
      reason = to.reason ?? reason;
      if (present.has(at)) return { kind: 'moved', path: at, reason };
    }
    return { kind: 'lost' };
  };
}

/**
 * A path itself, then what it stands in: call-offer:offer/te@ip, call-offer:offer/te, call-offer:offer,
 * call-offer. The value of an enum may hold any character, so it stands in its enum only.
 */
export function* enclosing(path: string): Generator<string> {
  yield path;
  const start = /[:=]/.exec(path);
  if (start === null) return;
  if (start[0] === ':') {
    for (let end = path.length - 1; end > start.index + 1; end--) {
      if (path[end] === '/' || path[end] === '@') yield path.slice(0, end);
    }
  }
  yield path.slice(0, start.index);
}
