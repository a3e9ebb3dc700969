import { splitPath } from '../../corpus/facts/split-path.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Kind } from '../../schema/kinds.ts';
import { suggest } from '../../text/suggest.ts';
import { definitionPath } from '../bundle/definition-path.ts';
import { enclosing, partIn } from '../bundle/path-resolver.ts';

/**
 * Guesses the new name of a lost path: a new sibling with a similar name, or the only new sibling if only one is lost.
 * Inside something renamed, the same path is tried.
 * @param released every path that was released
 * @param lost those of them that do not resolve any more
 */
export function pathNow(
  corpus: Corpus,
  released: ReadonlySet<string>,
  lost: ReadonlySet<string>,
): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const direct = (path: string): string | undefined => {
    if (known.has(path)) return known.get(path);
    const now = lost.has(path) ? guess(path, corpus, released, lost) : undefined;
    known.set(path, now);
    return now;
  };
  return (path) => {
    for (const whole of enclosing(path)) {
      const now = direct(whole);
      if (now === undefined) continue;
      const inside = partIn(path, whole, now);
      return whole === path || corpus.factByPath.has(inside) ? inside : undefined;
    }
    return undefined;
  };
}

/** Splits a path into its parent, with the separator, and its name. */
function split(path: string): readonly [place: string, name: string] {
  const start = /[:=#]/.exec(path);
  if (start === null) return ['', path];
  if (start[0] !== ':') return [path.slice(0, start.index + 1), path.slice(start.index + 1)];
  const end = Math.max(path.lastIndexOf('@'), path.lastIndexOf('/'), start.index) + 1;
  return [path.slice(0, end), path.slice(end)];
}

function guess(
  path: string,
  corpus: Corpus,
  released: ReadonlySet<string>,
  lost: ReadonlySet<string>,
): string | undefined {
  const [place, name] = split(path);
  const present = splitPath(path) !== undefined ? factsBeside(path, corpus) : definitionsLike(path, corpus);
  const isSibling = (other: string): boolean => split(other)[0] === place && split(other)[1] !== 'text()';
  const fresh = present.filter((other) => !released.has(other) && isSibling(other));
  const names = new Map(fresh.map((other) => [split(other)[1], other]));
  const near = suggest(name, names.keys());
  if (near !== undefined) return names.get(near);
  const gone = [...lost].filter((other) => isSibling(other) && /[:=#/]/.test(other) === /[:=#/]/.test(path));
  return gone.length === 1 && fresh.length === 1 ? fresh[0] : undefined;
}

const factsBeside = (path: string, { factsOf }: Corpus): string[] => {
  const at = splitPath(path);
  const facts = at === undefined ? [] : (factsOf[at.ownerKind].get(at.owner) ?? []);
  return facts.map((fact) => fact.path);
};

// A bare id may be that of a stanza or an enum.
function definitionsLike(path: string, { definitions }: Corpus): string[] {
  const pathsOf = (kind: Kind): string[] =>
    [...definitions[kind].keys()].flatMap((id) => definitionPath(kind, id) ?? []);
  if (!path.includes('/')) return [...pathsOf('stanza'), ...pathsOf('enum')];
  const folder = path.slice(0, path.indexOf('/') + 1);
  const kinds = Object.keys(definitions) as Kind[];
  return kinds.flatMap(pathsOf).filter((other) => other.startsWith(folder));
}
