import { implementationsOf } from '../../../lib/corpus/evidence/rests-on.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Links } from '../links/links.ts';
import { factFacets } from './fact-facets.ts';
import { partsOfPath } from './fact-pages.ts';
import { factSays, ownerTitle, typeOfFact } from './fact-rows.ts';
import type { PackedFacet } from './packed-facet.ts';

/** All facts as the filter reads them, packed: everything but what they say. */
export interface FactIndex {
  /** The definitions, in the order of their facts: kind, id, name, address, number of facts. */
  readonly owners: readonly (readonly [
    kind: string,
    id: string,
    title: string,
    href: string,
    facts: number,
  ])[];
  /** For each fact, its path in two parts; the first is an index of {@link prefixes}. */
  readonly prefixes: readonly string[];
  readonly prefix: readonly number[];
  readonly names: readonly string[];
  /** The fragment of a fact on the page of its definition, where it is not its name. */
  readonly fragments: Readonly<Record<number, string>>;
  /** The types, with their addresses. */
  readonly types: readonly (readonly [text: string, href: string])[];
  /** For each fact, an index of {@link types}; -1 without a type. */
  readonly type: readonly number[];
  /** For each fact, how many implementations show it. */
  readonly implementations: readonly number[];
  readonly facets: readonly PackedFacet[];
}

/** How many sentences are in one file: only those of the rows that are shown are read. */
export const TEXTS_IN_A_FILE = 500;

/** The files that the filter of facts reads, by their names. */
export const factFiles = ({ corpus }: Publication): string[] => [
  'index.json',
  ...Array.from({ length: Math.ceil(corpus.facts.length / TEXTS_IN_A_FILE) }, (_, i) => `texts-${i}.json`),
];

/** One of the files that the filter of facts reads. @throws for another name */
export function factFile(publication: Publication, links: Links, name: string): FactIndex | string[] {
  if (name === 'index.json') return factIndex(publication.corpus, links);
  const number = Number(/^texts-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw new Error(`no file ${name} of facts`);
  const start = number * TEXTS_IN_A_FILE;
  return publication.corpus.facts.slice(start, start + TEXTS_IN_A_FILE).map(factSays);
}

function factIndex(corpus: Corpus, links: Links): FactIndex {
  const owners: [string, string, string, string, number][] = [];
  const prefixes = interning();
  const types = interning();
  const hrefs = new Map<string, string>();
  const fragments: Record<number, string> = {};
  const names: string[] = [];
  const prefix: number[] = [];
  const type: number[] = [];
  for (const [i, fact] of corpus.facts.entries()) {
    const { ownerKind, owner } = fact;
    const last = owners.at(-1);
    const [before, name] = partsOfPath(fact);
    const [page, anchor = ''] = links.fact(fact).split('#', 2);
    if (last?.[0] === ownerKind && last[1] === owner) last[4] += 1;
    else owners.push([ownerKind, owner, ownerTitle(fact, corpus), page ?? '', 1]);
    if (anchor !== name) fragments[i] = anchor;
    names.push(name);
    prefix.push(prefixes.indexOf(before));
    const ref = typeOfFact(fact, links);
    type.push(ref === undefined ? -1 : types.indexOf(ref.text));
    if (ref?.href !== undefined) hrefs.set(ref.text, ref.href);
  }
  return {
    owners,
    prefixes: prefixes.all(),
    prefix,
    names,
    fragments,
    types: types.all().map((text) => [text, hrefs.get(text) ?? '']),
    type,
    implementations: corpus.facts.map((fact) => implementationsOf(fact, corpus).length),
    facets: factFacets(corpus),
  };
}

/** Texts by number, each once. */
function interning(): { indexOf(text: string): number; all(): string[] } {
  const numbers = new Map<string, number>();
  return {
    indexOf(text) {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}
