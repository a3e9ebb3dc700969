import { type PathParts, splitPath } from '../../corpus/facts/split-path.ts';
import { KINDS } from '../../schema/kinds.ts';
import type { Bundle, BundleTombstone } from './bundle.ts';
import { definitionPath } from './definition-path.ts';

/** What became of a path. */
export type Resolution =
  | { readonly kind: 'present'; readonly path: string }
  /** Another path, which is present, took its place. */
  | { readonly kind: 'moved'; readonly path: string; readonly reason: string | undefined }
  /** A tombstone says why it was withdrawn. */
  | { readonly kind: 'withdrawn'; readonly tombstone: BundleTombstone }
  | { readonly kind: 'lost' };

/** Finds out what became of a path of a fact or a definition. */
export type PathResolver = (path: string) => Resolution;

/** A longer chain of moves is taken for a cycle. */
const MAX_STEPS = 32;

/**
 * Makes the resolver of a corpus. A path is looked up among the facts and ids; then in `moved_from` of the definitions,
 * where the parts of a former id map to the same parts of the new one, and a former fact maps to the whole definition;
 * then among the tombstones, where the tombstone of a child covers everything inside it. A place inside the use of a
 * shared node leads to the fact of that node, and an attribute of the root to that of the envelope.
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
  const shared = sharedOf(bundle, present);
  const exists = (path: string): boolean => {
    let at: string | undefined = path;
    for (let step = 0; at !== undefined && step < MAX_STEPS; step++) {
      if (present.has(at)) return true;
      at = shared(at);
    }
    return false;
  };

  const next = (
    path: string,
  ): { readonly path: string; readonly reason?: string } | BundleTombstone | undefined => {
    for (const whole of enclosing(path)) {
      const within = (to: string): string => {
        const part = partIn(path, whole, to);
        return exists(part) ? part : to;
      };
      const to = movedTo.get(whole);
      if (to !== undefined) return { path: within(to) };
      const tombstone = tombstones.get(whole);
      if (tombstone === undefined) continue;
      const { successor, reason } = tombstone;
      if (successor === undefined) return tombstone;
      return { path: within(successor), reason };
    }
    const owner = shared(path);
    return owner === undefined ? undefined : { path: owner };
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
 * Gives the path in a shared node, or in the envelope, of a place where it is used; undefined for any other path. The
 * fact need not exist.
 */
function sharedOf(
  { facts, definitions }: Pick<Bundle, 'facts' | 'definitions'>,
  present: ReadonlySet<string>,
): (path: string) => string | undefined {
  const uses = new Map(facts.flatMap((fact) => (fact.use === undefined ? [] : [[fact.path, fact]])));
  const named = (key: 'envelope' | 'use') =>
    new Map(
      definitions.flatMap(({ kind, id, data }) =>
        kind === 'stanza' && typeof data[key] === 'string' ? [[id, data[key]]] : [],
      ),
    );
  const [envelopes, roots] = [named('envelope'), named('use')];
  return (path) => {
    for (const whole of enclosing(path)) {
      const rest = path.slice(whole.length);
      if (rest === '') continue;
      const envelope = envelopes.get(whole);
      if (envelope !== undefined && /^:@[^@/]*$/.test(rest)) return `${envelope}${rest}`;
      const root = roots.get(whole);
      if (root !== undefined) return `node/${root}${rest}`;
      // What a place describes itself is not shared.
      if (!present.has(whole)) continue;
      const used = uses.get(whole);
      const anchor = rest.replace(/^\//, '');
      if (used?.use === undefined || isWithout(anchor, used.without ?? [])) return undefined;
      return `node/${used.use}:${anchor}`;
    }
    return undefined;
  };
}

/** Whether a part of a shared node, or a node around it, is not at a place. */
const isWithout = (anchor: string, without: readonly string[]): boolean =>
  without.some((one) => anchor === one || anchor.startsWith(`${one}/`) || anchor.startsWith(`${one}@`));

/**
 * A path and everything that encloses it: call-offer:offer/te@ip, call-offer:offer/te, call-offer:offer, call-offer.
 * The value of an enum may have any character, so only its enum encloses it, as a step its flow.
 */
export function* enclosing(path: string): Generator<string> {
  yield path;
  const named = namedPart(path);
  if (named !== undefined) {
    yield named.definition;
    return;
  }
  const start = /[:=]/.exec(path);
  if (start === null) return;
  if (start[0] === ':') {
    for (let end = path.length - 1; end > start.index + 1; end--) {
      if (path[end] === '/' || path[end] === '@') yield path.slice(0, end);
    }
  }
  yield path.slice(0, start.index);
}

/** The parts of a path that names its kind, such as that of a step, whose definition is the page of its flow. */
function namedPart(path: string): PathParts | undefined {
  const part = splitPath(path);
  return part !== undefined && KINDS[part.ownerKind].facts === '#' ? part : undefined;
}

/**
 * The path of the same part in another definition or node.
 * @param whole what encloses the path
 * @param to what took its place
 */
export function partIn(path: string, whole: string, to: string): string {
  const part = path === whole ? undefined : namedPart(path);
  if (part === undefined) return `${to}${path.slice(whole.length)}`;
  const { page } = KINDS[part.ownerKind];
  return to.startsWith(page) ? `${part.ownerKind}/${to.slice(page.length)}#${part.anchor}` : to;
}
