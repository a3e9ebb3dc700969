import { partsOfClient } from '../../../lib/corpus/clients/parts-of-client.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** The values of an enum that a client has, by what its code does with them. */
export interface ClientValues {
  readonly enum: Ref;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  readonly names: readonly string[];
}

/** At most this many enums are shown: a page stays small in a corpus of any size. */
const MOST_ENUMS = 100;

/** The values of enums that a client is known to have, in the order of the corpus. */
export function clientValues(corpus: Corpus, links: Links, client: string): readonly ClientValues[] {
  const values = partsOfClient(corpus, client).filter(({ fact }) => fact.ownerKind === 'enum');
  const byEnum = Map.groupBy(values, ({ fact }) => fact.owner);
  return [...byEnum].slice(0, MOST_ENUMS).map(([id, parts]) => {
    const named = (isShown: (mark: (typeof parts)[number]['mark']) => boolean): string[] =>
      parts.filter(({ mark }) => isShown(mark)).map(({ fact }) => fact.name);
    return {
      enum: {
        text: corpus.definitions.enum.get(id)?.data.title ?? id,
        href: links.definition('enum', id),
      },
      writes: named(({ writes }) => writes),
      reads: named(({ reads }) => reads),
      names: named(({ writes, reads }) => !writes && !reads),
    };
  });
}
