import type { Place } from '../../../findings/finding.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { Leg } from '../../match/leg.ts';
import type { Corpus } from '../../model/corpus.ts';
import type { Fact } from '../../model/fact.ts';
import type { OpenedFlavors } from '../checks/check-sources.ts';
import { parseSource } from '../source-ref.ts';
import { sourcesOfFact } from '../sources-of-fact.ts';
import { type Aspect, compareStatement } from './compare-statement.ts';
import { type MatchedTree, matchStatements } from './match-statements.ts';
import { type ExtractFile, extractFiles, readExtract } from './read-extract.ts';
import type { Extracted, Statement } from './statement.ts';

/** A place in an extract. */
export interface StatedAt {
  readonly flavor: string;
  /** As sources write it: `<flavor>:<path>#L<from>-L<to>`. */
  readonly place: string;
  readonly origin: string;
  readonly leg: Leg;
}

/** A fact beside what an extract states of it. */
export interface Comparison extends Aspect, StatedAt {
  readonly fact: string;
  readonly at: Place;
  /** Whether the fact cites the lines of the statement. */
  readonly cited: boolean;
}

interface Undescribed extends StatedAt {
  readonly name: string;
}

export interface Compared {
  /** What contradicts a source that the fact cites itself, and no dispute says so. */
  readonly contradictions: readonly Comparison[];
  /** Everything else in which a fact and an extract are not the same. */
  readonly differences: readonly Comparison[];
  readonly agreements: readonly Comparison[];
  /** What an extract states of stanzas of the corpus, and no fact describes. */
  readonly undescribed: readonly Undescribed[];
  /** Extracts that could not be read, and why. */
  readonly unread: readonly { readonly place: string; readonly reason: string }[];
}

/**
 * Holds the facts of a corpus against what the extracts of its flavors state by machine.
 * @param opened the extracts, at the commits of their flavors
 */
export function compareExtracts(corpus: Corpus, opened: OpenedFlavors): Compared {
  const found: Comparison[] = [];
  const undescribed: Undescribed[] = [];
  const unread: Compared['unread'][number][] = [];
  for (const file of extractFiles(corpus)) {
    const bytes = opened.get(file.flavor)?.get(file.path);
    const trees = bytes instanceof Uint8Array ? readExtract(file.format, bytes) : undefined;
    if (trees === undefined) {
      const reason = typeof bytes === 'string' ? bytes : bytes === undefined ? 'not at hand' : 'not JSON';
      unread.push({ place: `${file.flavor}:${file.path}`, reason });
      continue;
    }
    const inFile = compareFile(corpus, trees, file);
    found.push(...inFile.comparisons);
    undescribed.push(...inFile.undescribed);
  }
  const all = withOtherTrees(found).sort(inOrder);
  const isFault = (one: Comparison): boolean => one.verdict === 'contradicts' && one.cited;
  return {
    contradictions: all.filter(isFault),
    differences: all.filter((one) => one.verdict !== 'agrees' && !isFault(one)),
    agreements: all.filter(({ verdict }) => verdict === 'agrees'),
    undescribed,
    unread,
  };
}

function compareFile(
  corpus: Corpus,
  trees: readonly Extracted[],
  file: ExtractFile,
): { readonly comparisons: readonly Comparison[]; readonly undescribed: readonly Undescribed[] } {
  const found = trees.map((tree) => ({ tree, ...matchStatements(corpus, tree) }));
  const presenceIn = presenceInTrees(found);
  const comparisons = found.flatMap(({ tree, matched }) =>
    matched.flatMap(({ fact, statement, stanza, certain }) => {
      const said = { ...statement, presence: presenceIn(stanza, tree, statement) };
      return compared(corpus, fact, said, { tree, file }).filter(({ cited }) => certain || cited);
    }),
  );
  const known = new Set(found.flatMap(({ matched }) => matched.map(({ statement }) => statement)));
  const elsewhere = citedElsewhere(corpus, trees, file, known);
  const places = new Set(elsewhere.map(({ place }) => place));
  return {
    comparisons: [...comparisons, ...elsewhere],
    undescribed: found
      .flatMap(({ tree, unknown }) =>
        unknown.map((statement) => ({
          name: pathOf(tree.tag, statement),
          ...statedAt(file, tree, statement),
        })),
      )
      .filter(({ place }) => !places.has(place)),
  };
}

/**
 * How often something is there in all trees of a stanza. A payload that only some of them have is there sometimes. Of
 * anything else that only some have nothing is known: a parser need not read all that there is.
 */
function presenceInTrees(
  found: readonly (MatchedTree & { readonly tree: Extracted })[],
): (stanza: string, tree: Extracted, statement: Statement) => Statement['presence'] {
  const key = (stanza: string, { leg }: Extracted): string => `${stanza} ${leg}`;
  const treesOf = new Map<string, Extracted[]>();
  for (const { tree, matched } of found) {
    for (const stanza of new Set(matched.flatMap((one) => (one.certain ? [one.stanza] : [])))) {
      treesOf.set(key(stanza, tree), [...(treesOf.get(key(stanza, tree)) ?? []), tree]);
    }
  }
  return (stanza, tree, { kind, name, node, presence }) => {
    const at = node.join('/');
    const lacking = (treesOf.get(key(stanza, tree)) ?? []).some(({ statements }) => {
      const there = statements.filter((one) => one.kind === kind && one.node.join('/') === at);
      return there.length > 0 && !there.some((one) => one.name === name);
    });
    if (!lacking || presence === 'sometimes') return presence;
    return kind === 'child' && at === '' ? 'sometimes' : undefined;
  };
}

/** What is in one tree of a stanza always and in another sometimes, is there sometimes. */
function withOtherTrees(all: readonly Comparison[]): Comparison[] {
  const key = ({ fact, leg }: Comparison): string => `${fact} ${leg}`;
  const sometimes = new Set(
    all.filter(({ aspect, theirs }) => aspect === 'presence' && theirs === 'sometimes').map(key),
  );
  return all.map((one) => {
    const isPart = one.aspect === 'presence' && one.ours === 'sometimes' && one.theirs === 'always';
    return isPart && sometimes.has(key(one)) ? { ...one, verdict: 'agrees' } : one;
  });
}

const inOrder = (a: Comparison, b: Comparison): number =>
  compareText(a.at.file, b.at.file) ||
  a.at.line - b.at.line ||
  compareText(a.fact, b.fact) ||
  compareText(a.place, b.place) ||
  compareText(a.aspect, b.aspect) ||
  compareText(a.leg, b.leg);

/** Facts that cite statements to which no path leads, such as those about a fragment. */
function citedElsewhere(
  corpus: Corpus,
  trees: readonly Extracted[],
  file: ExtractFile,
  known: ReadonlySet<Statement>,
): Comparison[] {
  const citing = corpus.facts.filter((fact) => linesCited(fact, file).length > 0);
  return trees.flatMap((tree) =>
    tree.statements.flatMap((statement) => {
      if (known.has(statement)) return [];
      return citing.flatMap((fact) => {
        const isSame =
          statement.kind === fact.kind && (fact.kind === 'content' || statement.name === fact.name);
        return isSame && isCited(fact, file, statement)
          ? compared(corpus, fact, statement, { tree, file })
          : [];
      });
    }),
  );
}

function compared(
  corpus: Corpus,
  fact: Fact,
  statement: Statement,
  { tree, file }: { readonly tree: Extracted; readonly file: ExtractFile },
): Comparison[] {
  const source = sourceOf(corpus, fact);
  if (source === undefined) return [];
  const said = fact.disputes.some(({ flavors = [] }) => flavors.includes(file.flavor));
  const about = {
    fact: fact.path,
    at: source.place(fact.pointer),
    cited: !said && isCited(fact, file, statement),
    ...statedAt(file, tree, statement),
  };
  return compareStatement(corpus, fact, { statement, leg: tree.leg }).map((aspect) => ({
    ...about,
    ...aspect,
  }));
}

const sourceOf = ({ definitions }: Corpus, { ownerKind, owner }: Fact) =>
  definitions[ownerKind].get(owner)?.source;

const statedAt = (
  { flavor, path }: ExtractFile,
  { origin, leg }: Extracted,
  { from, to }: Statement,
): StatedAt => ({
  flavor,
  place: `${flavor}:${path}#L${from}${to === from ? '' : `-L${to}`}`,
  origin,
  leg,
});

const isCited = (fact: Fact, file: ExtractFile, { from, to }: Statement): boolean =>
  linesCited(fact, file).some((cited) => cited.from <= to && from <= cited.to);

/** The lines of an extract that a fact or one of its legs cites. */
function linesCited(fact: Fact, { flavor, path }: ExtractFile): { from: number; to: number }[] {
  return sourcesOfFact(fact).flatMap((source) => {
    const ref = parseSource(source);
    if (ref.kind !== 'flavor' || ref.flavor !== flavor || ref.path !== path) return [];
    const from = ref.from ?? 1;
    return [{ from, to: ref.to ?? ref.from ?? Number.POSITIVE_INFINITY }];
  });
}

const pathOf = (tag: string, { kind, name, node }: Statement): string => {
  const within = [tag, ...node].join('/');
  return kind === 'attribute'
    ? `${within}@${name}`
    : kind === 'child'
      ? `${within}/${name}`
      : `${within}/text()`;
};
