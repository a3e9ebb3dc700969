import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Direction } from '../../../lib/schema/types.generated.ts';
import { ownerRef } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { firstSentence } from '../text/first-sentence.ts';
import { isLarge } from './is-large.ts';
import { type SharedFactView, type SharedName, sharedFactView, sharedName } from './shared-fact-view.ts';

/** What a node takes from a shared node or its envelope. */
export interface SharedPart {
  readonly rows: readonly SharedFactView[];
  /** The same of a large shared node, which is described on its own page alone. */
  readonly names: readonly SharedName[];
  /** Where names that lead nowhere are described, if nothing else on the page says it. */
  readonly from?: Ref | undefined;
}

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
   * @param rows everything that the page shows
   * @param heavy whether the page has so much else that its evidence is on another one
   * @param heaviest whether it would be too heavy even so
   * @param directions of the stanza, if the page is of one
   */
  constructor(
    rows: readonly Fact[],
    isOwn: (fact: Fact) => boolean,
    links: Links,
    corpus: Corpus,
    {
      heavy,
      heaviest,
      directions,
    }: {
      readonly heavy: boolean;
      readonly heaviest: boolean;
      readonly directions: readonly Direction[] | undefined;
    },
  ) {
    const own = rows.filter((fact) => fact.kind === 'child' && isOwn(fact)).map(({ anchor }) => anchor);
    this.#links = links;
    this.#corpus = corpus;
    this.#heaviest = heaviest;
    this.#directions = directions;
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
        from: at === '' && isUnlinked ? this.#ownerOf(facts) : undefined,
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

  #ownerOf([first]: readonly Fact[]): Ref | undefined {
    return first === undefined ? undefined : ownerRef(first, this.#corpus, this.#links);
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
