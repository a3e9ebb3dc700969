import type { DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Occurrence, Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { FactView } from '../views/fact-view.ts';
import { OCCURRENCES } from './occurrences.ts';
import { orderWords } from './order-words.ts';
import type { SharedPart } from './shared-part.ts';

/** A child that a page describes itself, at any depth, with its own attributes and content. */
export interface ChildView {
  readonly fact: FactView;
  readonly tag: string;
  /** The tags above it, from the outermost node on, each leading to its own definition. */
  readonly above: readonly Ref[];
  /** 1 for a child of the outermost node. */
  readonly depth: number;
  readonly occurrence: Occurrence;
  readonly occurrenceWords: string;
  /** The enum whose values its tag may be. */
  readonly tagsFrom: Ref | undefined;
  /** The shared node that it is or, of one for any tag, whose facts it has besides its own. */
  readonly uses: Ref | undefined;
  readonly usesAnyTag: boolean;
  /** Parts of the shared node that it lacks, by their anchors, which lead to them. */
  readonly without: readonly Ref[];
  /** Why it is no shared node. */
  readonly apart: Prose | undefined;
  readonly order: Prose | undefined;
  readonly content: FactView | undefined;
  /** Its attributes. */
  readonly rows: readonly FactView[];
  readonly choices: readonly FactView[];
  /** What it takes from the shared node. */
  readonly shared: SharedPart;
}

/** What the views of children need besides the facts. */
export interface ChildContext {
  /** The tag of the outermost node. */
  readonly tag: string;
  readonly links: Links;
  readonly viewOf: (fact: Fact) => FactView;
  /** The own facts of the page that belong to a node, but for its children. */
  readonly rowsIn: (node: string) => Pick<ChildView, 'rows' | 'content' | 'choices'>;
  readonly sharedIn: (node: string) => SharedPart;
}

export function childView(fact: Fact, node: DefinedNode, context: ChildContext): ChildView {
  const { tag, links, viewOf, rowsIn, sharedIn } = context;
  const { child, anchor, occurrence = '1', name } = fact;
  const tags = anchor.split('/');
  const above = tags
    .slice(0, -1)
    .map((one, i) => ({ text: one, href: fragment(tags.slice(0, i + 1).join('/')) }));
  const { use, tags_from: tagsFrom } = child ?? {};
  const page = use === undefined ? undefined : links.definition('node', use);
  return {
    fact: viewOf(fact),
    tag: name,
    above: [{ text: tag, href: fragment('~attributes') }, ...above],
    depth: tags.length,
    occurrence,
    occurrenceWords: OCCURRENCES[occurrence].words,
    tagsFrom: tagsFrom === undefined ? undefined : links.ref('enum', enumOfType(tagsFrom) ?? tagsFrom),
    uses: use === undefined ? undefined : { text: use, href: page },
    usesAnyTag: use !== undefined && fact.home === undefined,
    without: (child?.without ?? []).map((part) => ({
      text: part,
      href: page === undefined ? undefined : `${page}${fragment(part)}`,
    })),
    apart: child?.apart,
    order: orderWords(node),
    ...rowsIn(anchor),
    shared: sharedIn(anchor),
  };
}
