import { implementationsOf } from '../evidence/rests-on.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { parseSource } from '../sources/source-ref.ts';
import { sourcesOfFact } from '../sources/sources-of-fact.ts';

/** What the code of a client is known to do with a part. Neither: it has only a name for it, or is listed for it. */
export interface Mark {
  readonly writes: boolean;
  readonly reads: boolean;
}

/** Marks by the id of a flavor. A client without one is not known to have the part, which does not mean it has not. */
export type Marks = ReadonlyMap<string, Mark>;

export const NO_MARKS: Marks = new Map();

/** A mark in words: `writes and reads`, `writes`, `reads` or `names`. */
export function markWords({ writes, reads }: Mark): 'writes and reads' | 'writes' | 'reads' | 'names' {
  if (writes) return reads ? 'writes and reads' : 'writes';
  return reads ? 'reads' : 'names';
}

/**
 * What clients do with a fact, by the words behind its sources and those of its legs; extracts of other clients are
 * among them, descriptions are not. A listed implementation without such a source names it. A child without evidence of
 * its own has none here: see `clientsOfStanza`.
 */
export function marksOf(fact: Fact, corpus: Corpus): Marks {
  const marks = new Map<string, Mark>();
  const own = { ...fact, inside: [] };
  for (const id of implementationsOf(own, corpus)) marks.set(id, { writes: false, reads: false });
  for (const text of sourcesOfFact(fact)) {
    const source = parseSource(text);
    if (source.kind !== 'flavor' || isDescription(source.flavor, corpus)) continue;
    const { writes = false, reads = false } = marks.get(source.flavor) ?? {};
    marks.set(source.flavor, {
      writes: writes || source.does === 'writes',
      reads: reads || source.does === 'reads',
    });
  }
  return marks;
}

/** What clients do with any of several parts. */
export function unionOf(all: Iterable<Marks>): Marks {
  const union = new Map<string, Mark>();
  for (const marks of all) {
    for (const [id, { writes, reads }] of marks) {
      const known = union.get(id);
      union.set(id, { writes: writes || known?.writes === true, reads: reads || known?.reads === true });
    }
  }
  return union;
}

/**
 * What clients do with a part that is described elsewhere, at a place: what they do with both. Whoever writes the part
 * in one message and only reads the place in another is not said to write it there.
 */
export function atPlace(shared: Marks, place: Marks): Marks {
  const both = new Map<string, Mark>();
  for (const [id, one] of shared) {
    const other = place.get(id);
    if (other === undefined) continue;
    const mark = { writes: one.writes && other.writes, reads: one.reads && other.reads };
    // Who writes the one and reads or only names the other is not known to do anything here.
    if (mark.writes || mark.reads || isNamed(one)) both.set(id, mark);
  }
  return both;
}

const isNamed = ({ writes, reads }: Mark): boolean => !writes && !reads;

const isDescription = (id: string, corpus: Corpus): boolean =>
  corpus.definitions.flavor.get(id)?.data.kind === 'description';
