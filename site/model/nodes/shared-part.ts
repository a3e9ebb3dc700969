import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Direction } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import { firstSentence } from '../text/first-sentence.ts';
import { isLarge } from './is-large.ts';
import { type SharedFactView, type SharedName, sharedFactView, sharedName } from './shared-fact-view.ts';

/** What a node takes from a shared node or its envelope. */
export interface SharedPart {
  readonly rows: readonly SharedFactView[];
  /** The same of a large shared node, which is described on its own page alone. */
  readonly names: readonly SharedName[];
  /** Of the names of an envelope, which lead nowhere: the id of the envelope, and where the rows are. */
  readonly elsewhere?: { readonly owner: string; readonly at: string } | undefined;
}

/** The anchor, on the page of the sources of a stanza, of what it takes from its envelope. */
export const ENVELOPE_ANCHOR = '~envelope';

/** A page with more shared facts describes only those of small shared nodes. */
const MOST_DESCRIBED = 60;

/** The shared facts of a page, by the nodes that the page describes itself. */
export class SharedFacts {
  readonly #links: Links;
  readonly #corpus: Corpus;
  /** Whether the page has too much for the descriptions of all of them. */
  readonly #full: boolean;
  /** Whether it would be too heavy even without its evidence. */
  readonly #heaviest: boolean;
  readonly #directions: readonly Direction[] | undefined;
  /** By the anchor of the innermost own node around each, in the order of the page. */
  readonly #byNode: ReadonlyMap<string, readonly Fact[]>;
  /** The anchors of all children that are shared nodes, depth first. */
  readonly #uses: readonly string[];

  /**
   * @param entry the stanza or shared node of the page
   * @param heavy whether the page has so much else that its evidence is on another one
   * @param heaviest whether it would be too heavy even so
   */
  constructor(
    entry: Entry<'stanza' | 'node'>,
    corpus: Corpus,
    links: Links,
    { heavy, heaviest }: { readonly heavy: boolean; readonly heaviest: boolean },
  ) {
    const rows = rowsOf(corpus, entry.kind, entry.id);
    const isOwn = ({ owner, ownerKind }: Fact): boolean => owner === entry.id && ownerKind === entry.kind;
    const own = rows.filter((fact) => fact.kind === 'child' && isOwn(fact)).map(({ anchor }) => anchor);
    this.#links = links;
    this.#corpus = corpus;
    this.#heaviest = heaviest;
    this.#directions = 'direction' in entry.data ? entry.data.direction : undefined;
    this.#full = heavy || rows.length - rows.filter(isOwn).length > MOST_DESCRIBED;
    this.#byNode = Map.groupBy(
      rows.filter((fact) => !isOwn(fact)),
      ({ node }) => innermost(node, own),
    );
    this.#uses = rows.filter(({ child }) => child?.use !== undefined).map(({ anchor }) => anchor);
  }

  /** What an own node takes from elsewhere. */
  in(at: string): SharedPart {
    const facts = this.#byNode.get(at) ?? [];
    const isDirect = ({ node }: Fact): boolean => innermost(node, this.#uses) === at;
    const direct = facts.filter(isDirect).length;
    // The heaviest pages name what an envelope has, which is the same on every page.
    if ((this.#heaviest && at === '') || isLarge(at, direct, this.#full)) {
      const isUnlinked = this.#heaviest && (at === '' || isLarge(at, direct));
      return {
        rows: [],
        names: facts.map((fact) => this.#named(fact, at, isUnlinked)),
        elsewhere:
          at === '' && facts[0] !== undefined
            ? { owner: facts[0].owner, at: `sources/${fragment(ENVELOPE_ANCHOR)}` }
            : undefined,
      };
    }
    // What is in a shared node within this one follows the row of that node.
    const groups: { fact: Fact; inside: SharedName[] }[] = [];
    for (const fact of facts) {
      const last = groups.at(-1);
      if (last === undefined || isDirect(fact)) groups.push({ fact, inside: [] });
      else last.inside.push(this.#named(fact, last.fact.anchor, false));
    }
    return {
      rows: groups.map(({ fact, inside }) => {
        const view = sharedFactView(fact, at, inside, {
          links: this.#links,
          corpus: this.#corpus,
          directions: this.#directions,
        });
        return this.#heaviest ? { ...view, description: firstSentence(view.description) } : view;
      }),
      names: [],
    };
  }

  /** On the heaviest pages the names of an envelope or a large shared node lead nowhere: its page, linked above, has them. */
  #named(fact: Fact, within: string, isUnlinked: boolean): SharedName {
    const name = sharedName(fact, within, this.#links);
    return isUnlinked ? { ...name, home: undefined } : name;
  }
}

/** The innermost of some nodes that a node is, or is in; '' for the outermost one. */
const innermost = (node: string, nodes: readonly string[]): string =>
  nodes.findLast((one) => node === one || node.startsWith(`${one}/`)) ?? '';
