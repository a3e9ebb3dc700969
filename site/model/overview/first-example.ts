import { stanzaGroups } from '../../../lib/corpus/lookup/stanza-groups.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Example } from '../../../lib/schema/types.generated.ts';

/** An example with the stanza that it is of. */
export interface FirstExample {
  readonly entry: Entry<'stanza'>;
  readonly example: Example;
}

/** More lines would be no example for somebody who sees a stanza for the first time. */
const MOST_LINES = 8;

/**
 * The example that shows a new reader what a stanza is: the shortest one in several lines that a client sends, of
 * the first phase that has one; undefined if there is none.
 */
export function firstExample(corpus: Corpus): FirstExample | undefined {
  for (const { entries } of stanzaGroups(corpus)) {
    const fitting = entries
      .filter(({ data }) => data.direction.some((direction) => direction !== 'incoming'))
      .flatMap((entry) => (entry.data.examples ?? []).map((example) => ({ entry, example })))
      .filter(
        ({ example }) =>
          example.format === 'xml' &&
          example.leg !== 'delivered' &&
          example.historical !== true &&
          isShort(example.body.trim()),
      )
      .sort((a, b) => a.example.body.length - b.example.body.length);
    if (fitting[0] !== undefined) return fitting[0];
  }
  return undefined;
}

function isShort(body: string): boolean {
  const lines = body.split('\n').length;
  return lines > 1 && lines <= MOST_LINES;
}
