import { splitPath } from '../../corpus/facts/split-path.ts';
import { isReleasedKind, type ReleasedKind } from '../../schema/kinds.ts';
import type { Bundle, BundleDefinition, BundleFact, BundleQuestion } from '../bundle/bundle.ts';

/** A definition of a kind that releases keep, as it was in a release. */
export interface ReleasedDefinition {
  readonly version: string;
  /** Undefined if the date is not known. */
  readonly date: string | undefined;
  /** A remark for readers of the release. */
  readonly note: string | undefined;
  readonly kind: ReleasedKind;
  readonly definition: BundleDefinition;
  /** By path. */
  readonly facts: readonly BundleFact[];
  readonly questions: readonly BundleQuestion[];
}

/** The definitions of a release whose pages are frozen, in the order of the bundle. */
export function releasedDefinitions(bundle: Bundle): ReleasedDefinition[] {
  const { version, date, note } = bundle;
  const facts = groups(bundle.facts, ({ path }) => {
    const at = splitPath(path);
    return `${at?.ownerKind} ${at?.owner}`;
  });
  const questions = groups(bundle.questions, ({ kind, owner }) => `${kind} ${owner}`);
  return bundle.definitions.flatMap((definition) => {
    const { kind, id } = definition;
    if (!isReleasedKind(kind)) return [];
    return [
      {
        version,
        date,
        note,
        kind,
        definition,
        facts: facts.get(`${kind} ${id}`) ?? [],
        questions: questions.get(`${kind} ${id}`) ?? [],
      },
    ];
  });
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const all = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = all.get(key);
    if (list === undefined) all.set(key, [item]);
    else list.push(item);
  }
  return all;
}
