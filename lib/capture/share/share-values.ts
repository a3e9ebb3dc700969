import { buildCorpus } from '../../corpus/load/build-corpus.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { Kind } from '../../schema/kinds.ts';
import { valueWithheldReason } from './value-withheld-reason.ts';

/** An enum and a value, as in the path terminate-reasons=busy. */
export interface ValuePath {
  readonly enum: string;
  readonly value: string;
}

/** Reads the path of a value; undefined for another text. */
export function readValuePath(path: string): ValuePath | undefined {
  const equals = path.indexOf('=');
  if (equals < 1 || equals === path.length - 1) return undefined;
  return { enum: path.slice(0, equals), value: path.slice(equals + 1) };
}

/**
 * The spec with the shared values added to their enums, so that sanitizing keeps them and matching knows them. Ignored
 * are values that their enum already lists, values that look personal, see {@link valueWithheldReason}, and values of
 * enums that the spec does not have.
 * @param paths the paths of the values, such as terminate-reasons=busy
 */
export function shareValues(corpus: Corpus, paths: readonly string[]): Corpus {
  const shared = new Map<string, Set<string>>();
  for (const path of paths) {
    const one = readValuePath(path);
    if (one === undefined || corpus.factByPath.has(path)) continue;
    if (!corpus.definitions.enum.has(one.enum) || valueWithheldReason(one.value) !== undefined) continue;
    shared.set(one.enum, (shared.get(one.enum) ?? new Set()).add(one.value));
  }
  if (shared.size === 0) return corpus;
  const entries = Object.values(corpus.definitions).flatMap((ofKind): Entry<Kind>[] => [...ofKind.values()]);
  const withValues = entries.map((entry): Entry<Kind> => {
    const more = entry.kind === 'enum' ? shared.get(entry.id) : undefined;
    if (more === undefined) return entry;
    const { data } = entry as Entry<'enum'>;
    const values = [...more].map((value) => ({
      value,
      confidence: 'speculative' as const,
      description: '',
    }));
    return { ...entry, data: { ...data, values: [...data.values, ...values] } };
  });
  return buildCorpus(withValues, corpus.absent, corpus.broken);
}
