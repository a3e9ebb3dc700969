import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';

/** The kinds of definitions of which a declaration file has a type each. */
export type TypedKind = 'stanza' | 'enum' | 'type';

const KINDS: readonly TypedKind[] = ['stanza', 'enum', 'type'];

const RESERVED =
  'Confidence AtLeast Fact TypeOf Flat Trusted Sure Values Some Jid Timestamp Hex Stanzas Enums Uint8Array Leg OnLeg On OneOf OneIn NoneIn Trust Type Table Key';

/**
 * The names of the types in the declaration file of a corpus: an id in PascalCase, with a number if that is taken.
 * @returns '' for a definition that does not exist
 */
export const typeNames = memoizeBy(({ definitions }: Corpus): ((kind: TypedKind, id: string) => string) => {
  const taken = new Set(RESERVED.split(' '));
  const names = new Map<string, string>();
  for (const kind of KINDS) {
    for (const id of definitions[kind].keys()) {
      const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
      const pascal = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
      const base = /^\d/.test(pascal) ? `_${pascal}` : pascal;
      let name = base;
      for (let i = 2; taken.has(name); i++) name = `${base}${i}`;
      taken.add(name);
      names.set(`${kind} ${id}`, name);
    }
  }
  return (kind, id) => names.get(`${kind} ${id}`) ?? '';
});
