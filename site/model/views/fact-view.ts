import { ownerKind } from '../../../lib/corpus/lookup/owner-kind.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { FactHistory } from '../../../lib/corpus/model/fact-history.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import type { TermLink } from '../text/linked-prose.ts';
import { type EvidenceView, evidenceView } from './evidence-view.ts';

/** A fact as its row or heading shows it. */
export interface FactView extends EvidenceView {
  readonly path: string;
  /** The id of its element. */
  readonly anchor: string;
  /** The fragment that leads to it on its own page. */
  readonly href: string;
  readonly name: string;
  readonly type: Ref | undefined;
  /** Of content: its size in words. */
  readonly size: string | undefined;
  /** Of attributes. */
  readonly presence: 'required' | 'optional' | 'presence not known' | undefined;
  readonly confidence: Confidence;
  readonly description: Prose;
  readonly when: Prose | undefined;
  readonly observed: readonly Ref[];
  readonly techniques: readonly Ref[];
  /** Terms of the glossary that its description is the first on the page to use. */
  readonly terms: readonly TermLink[];
}

/** What a fact's view needs besides the fact. */
export interface FactViewContext {
  readonly corpus: Corpus;
  readonly links: Links;
  readonly examplesOf?: ((anchor: string) => readonly Ref[]) | undefined;
  readonly sizeOf?: ((anchor: string) => string | number | undefined) | undefined;
  /** What the releases say of facts, by path. */
  readonly histories?: ReadonlyMap<string, FactHistory> | undefined;
  /** Where the places in code of a fact are listed, when its own page would have too many of them. */
  readonly placesAt?: ((anchor: string) => string) | undefined;
  readonly termsOf?: ((anchor: string) => readonly TermLink[]) | undefined;
}

/** Makes the view of a fact. */
export function factView(fact: Fact, context: FactViewContext): FactView {
  const { corpus, links } = context;
  const { provenance } = fact;
  const kind = ownerKind(fact);
  const entry = corpus.definitions[kind].get(fact.owner);
  const size = context.sizeOf?.(fact.anchor);
  return {
    path: fact.path,
    anchor: fact.anchor,
    href: fragment(fact.anchor),
    name: fact.name,
    type: typeRef(fact, links),
    size: typeof size === 'number' ? counted(size, 'byte') : size,
    presence:
      fact.kind !== 'attribute'
        ? undefined
        : fact.required === undefined
          ? 'presence not known'
          : fact.required
            ? 'required'
            : 'optional',
    confidence: fact.confidence,
    description: fact.description,
    when: fact.when,
    observed: fact.observed.map((text) => ({ text, href: valueHref(fact, text, corpus, links) })),
    techniques: provenance.techniques.map((id) => links.ref('technique', id)),
    terms: context.termsOf?.(fact.anchor) ?? [],
    ...evidenceView(fact, {
      corpus,
      links,
      examples: context.examplesOf?.(fact.anchor),
      history: context.histories?.get(fact.path),
      yaml: entry === undefined ? undefined : links.yaml(entry, fact.pointer),
      report: links.report(fact.path),
      placesAt: context.placesAt?.(fact.anchor),
    }),
  };
}

function typeRef(fact: Fact, links: Links): Ref | undefined {
  if (fact.type === undefined) return undefined;
  const id = enumOfType(fact.type);
  return {
    text: fact.type,
    href: id === undefined ? links.definition('type', fact.type) : links.definition('enum', id),
  };
}

function valueHref(fact: Fact, value: string, corpus: Corpus, links: Links): string | undefined {
  const id = enumOfType(fact.type);
  const named = id === undefined ? undefined : corpus.factByPath.get(`${id}=${value}`);
  return named === undefined ? undefined : links.fact(named);
}
