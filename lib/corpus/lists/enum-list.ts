import { openDisputes } from '../lookup/open-disputes.ts';
import { openQuestions } from '../lookup/questions-asked-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** An enum in the list of enums. */
export interface ListedEnum {
  readonly entry: Entry<'enum'>;
  readonly values: readonly Fact[];
  /** The facts whose type it is. */
  readonly uses: readonly Fact[];
  readonly openQuestions: number;
  readonly openDisputes: number;
}

/** All enums, in the order of their ids. */
export function enumList(corpus: Corpus): ListedEnum[] {
  return [...corpus.definitions.enum.values()].map((entry) => {
    const values = corpus.factsOfEnum.get(entry.id) ?? [];
    return {
      entry,
      values,
      uses: corpus.usesOfEnum.get(entry.id) ?? [],
      openQuestions: openQuestions(corpus, 'enum', entry.id),
      openDisputes: openDisputes(values),
    };
  });
}
