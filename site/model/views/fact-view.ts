import { lastSeen } from '../../../lib/capture/seen/last-seen.ts';
import { moreRecords, moreWords } from '../../../lib/capture/seen/sightings.ts';
import { type ClientsOfFact, clientsOfFact } from '../../../lib/corpus/clients/clients-of-fact.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { unobservedValues } from '../../../lib/corpus/disputes/unobserved-values.ts';
import { buildWords } from '../../../lib/corpus/facts/build-words.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { anchorBelow } from '../../../lib/corpus/model/defined-node.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { FactHistory } from '../../../lib/corpus/model/fact-history.ts';
import { withEmptyLists } from '../../../lib/corpus/model/with-empty-lists.ts';
import { isChecked } from '../../../lib/corpus/sources/checks/is-checked.ts';
import { namesOfFact } from '../../../lib/corpus/sources/checks/names-of-fact.ts';
import { isOnlyNamed } from '../../../lib/corpus/sources/clients-of.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Confidence, Direction, Prose } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import { isHeaviest } from '../links/has-sources-page.ts';
import type { Links } from '../links/links.ts';
import type { MemberRef, Ref } from '../links/ref.ts';
import { rulesAbout } from '../links/rules-about.ts';
import type { TermLink } from '../text/linked-prose.ts';
import { type EvidenceView, evidenceView } from './evidence-view.ts';
import { type PresenceWord, presenceWords } from './presence-words.ts';

/** A fact as its row or heading shows it. */
export interface FactView extends EvidenceView {
  readonly path: string;
  /** The id of its element. */
  readonly anchor: string;
  /** Its fragment on its own page. */
  readonly href: string;
  readonly name: string;
  readonly type: Ref | undefined;
  /** Of content: its size in words. */
  readonly size: string | undefined;
  /** Whether it is there, in words; one entry where both legs agree. */
  readonly presence: readonly PresenceWord[];
  /** What is known of one leg alone. */
  readonly legs: readonly LegView[];
  /** Whether an open dispute denies that it exists. */
  readonly refuted: boolean;
  /** The value, if it is always the same. */
  readonly value: string | undefined;
  /** Who writes it, such as `client, server`. */
  readonly writtenBy: string | undefined;
  /** Who writes it, reads it, only names it and describes it, as its sources say. */
  readonly clients: ClientsOfFact;
  /** Whether code names it, and no code is known that writes or reads it. */
  readonly isOnlyNamed: boolean;
  /** Whether all of its sources in code were opened and name it. */
  readonly checked: boolean;
  /** Conditions on its presence, as the language of questions writes them. */
  readonly onlyIf: string | undefined;
  readonly requiredIf: string | undefined;
  /** The builds of clients in which it is known to hold. */
  readonly builds: readonly string[];
  readonly lastSeen: string | undefined;
  /** The records of traces that show it and are not among its sources, in words. */
  readonly moreRecords: string | undefined;
  /** Of children and choices. */
  readonly occurrence: Fact['occurrence'];
  /** Of choices: their members, which lead to their facts. */
  readonly members: readonly MemberRef[];
  readonly confidence: Confidence;
  readonly description: Prose;
  readonly when: Prose | undefined;
  /** Of a value by which something is refused: what, and what a client does about it. */
  readonly refuses: readonly Ref[];
  readonly remedy: Prose | undefined;
  /** The requirements that speak of it. */
  readonly rules: readonly Ref[];
  /** Those that speak of the order of its children. */
  readonly orderRules: readonly Ref[];
  /** The values that were observed. */
  readonly observed: readonly Ref[];
  /** The values that nobody observed: refuted ones, and those that only code or a description names. */
  readonly named: readonly (Ref & { readonly refuted: boolean })[];
  /** Whether a technique saw it, with whatever value, and nothing refutes it. */
  readonly isSeen: boolean;
  readonly techniques: readonly Ref[];
  /** Terms of the glossary that its description is the first on the page to use. */
  readonly terms: readonly TermLink[];
}

/** Everything besides the fact that its view needs. */
export interface FactViewContext {
  readonly corpus: Corpus;
  readonly links: Links;
  /** The directions of the stanza that a page is of. */
  readonly directions?: readonly Direction[] | undefined;
  readonly examplesOf?: ((anchor: string) => readonly Ref[]) | undefined;
  /** The histories of facts in the releases, by path. */
  readonly histories?: ReadonlyMap<string, FactHistory> | undefined;
  /** The page that lists the code locations of a fact, if its own page would have too many of them. */
  readonly placesAt?: ((anchor: string) => string) | undefined;
  /** Whether that page has the whole of each dispute, too. */
  readonly isBrief?: boolean | undefined;
  readonly termsOf?: ((anchor: string) => readonly TermLink[]) | undefined;
}

/** What a fact says of one leg with a confidence, evidence or a note of its own. */
export interface LegView {
  /** Such as `Sent: never`. */
  readonly words: string;
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports. */
  readonly reason: string | undefined;
  readonly note: Prose | undefined;
  readonly sources: EvidenceView['sources'];
}

/** Makes the view of a fact. */
export function factView(fact: Fact, context: FactViewContext): FactView {
  const { corpus, links } = context;
  const { provenance } = fact;
  const { ownerKind } = fact;
  const more = moreRecords(fact, corpus);
  const entry = corpus.definitions[ownerKind].get(fact.owner);
  const unobserved = unobservedValues(fact, corpus);
  const refuted = refutedFacts(corpus).has(fact.path);
  const valueRef = (text: string): Ref => {
    const named = valueFact(fact, text, corpus);
    return { text, href: named === undefined ? undefined : links.fact(named) };
  };
  const isHeavy = ownerKind === 'stanza' && isHeaviest(corpus, ownerKind, fact.owner);
  return {
    path: fact.path,
    anchor: fact.anchor,
    href: fragment(fact.anchor),
    name: fact.name,
    type: typeRef(fact, links),
    size: fact.size !== undefined && /^\d+$/.test(fact.size) ? counted(Number(fact.size), 'byte') : fact.size,
    presence: refuted ? [] : presenceWords(fact, context.directions),
    refuted,
    legs: legViews(fact, context),
    value: fact.value,
    writtenBy: isSaid(fact) ? undefined : fact.writtenBy.join(', '),
    clients: clientsOfFact(fact, corpus),
    isOnlyNamed: isOnlyNamed(fact),
    checked: isChecked(fact, corpus),
    onlyIf: fact.onlyIf,
    requiredIf: fact.requiredIf,
    builds: fact.builds.map(buildWords),
    lastSeen: lastSeen([fact], corpus),
    moreRecords: more && moreWords(more),
    occurrence: fact.occurrence,
    members: membersOf(fact, corpus),
    confidence: fact.confidence,
    description: fact.description,
    when: fact.when,
    refuses: fact.refuses.map((id) => ({
      text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
      href: links.definition('stanza', id),
    })),
    remedy: fact.remedy,
    rules: rulesAbout(fact.path, corpus, links, isHeavy ? { mostNamed: 0 } : {}),
    orderRules: rulesAbout(fact.path, corpus, links, { about: 'order' }),
    observed: fact.observed.filter((one) => !unobserved.has(one)).map(valueRef),
    named: fact.observed
      .filter((one) => unobserved.has(one))
      .map((one) => ({
        ...valueRef(one),
        refuted: refutedFacts(corpus).has(valueFact(fact, one, corpus)?.path ?? ''),
      })),
    isSeen: provenance.techniques.length > 0 && !refuted,
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
      isBrief: context.isBrief,
      names: namesOfFact(fact, corpus),
    }),
  };
}

function legViews(fact: Fact, context: FactViewContext): LegView[] {
  const legs = [
    ['Sent', fact.sent],
    ['Delivered', fact.delivered],
  ] as const;
  return legs.flatMap(([name, leg]) => {
    if (typeof leg !== 'object') return [];
    const { presence, confidence = fact.confidence, note, provenance } = leg;
    const reason = leg.rated_lower;
    const stated = {
      provenance: withEmptyLists(provenance),
      inside: [],
      confidence,
      ratedLower: reason,
      disputes: [],
    };
    const placesAt = context.placesAt?.(fact.anchor);
    const names = presence === 'never' ? [] : namesOfFact(fact, context.corpus);
    const more = { yaml: undefined, report: undefined, placesAt, names };
    const { sources } = evidenceView(stated, { ...context, ...more });
    return [{ words: `${name}: ${presence}`, confidence, reason, note, sources }];
  });
}

/** The members of a choice, which lead to their facts, each with whether it is refuted. */
export function membersOf({ choice, node, path, anchor }: Fact, corpus: Corpus): MemberRef[] {
  const owner = path.slice(0, path.length - anchor.length);
  return (choice?.of ?? []).map((member) => {
    const at = anchorBelow(node, member);
    return {
      text: member.startsWith('@') ? member.slice(1) : `<${member}>`,
      href: fragment(at),
      refuted: refutedFacts(corpus).has(`${owner}${at}`),
    };
  });
}

/** The type of a fact, which leads to its enum. */
export function typeRef(fact: Fact, links: Links): Ref | undefined {
  if (fact.type === undefined) return undefined;
  const id = enumOfType(fact.type);
  return {
    text: fact.type,
    href: id === undefined ? links.definition('type', fact.type) : links.definition('enum', id),
  };
}

/** The value of an enum that is a value of a fact. */
function valueFact({ type }: Fact, value: string, corpus: Corpus): Fact | undefined {
  const id = enumOfType(type);
  return id === undefined ? undefined : corpus.factByPath.get(`${id}=${value}`);
}

/** Whether the legs say already who writes something, or nobody does: only the server adds what no sender writes. */
const isSaid = ({ writtenBy, sent }: Fact): boolean =>
  writtenBy.length === 0 ||
  (writtenBy.join() === 'server' && (typeof sent === 'object' ? sent.presence : sent) === 'never');
