import type { Channel } from '../corpus/evidence/channel.ts';
import type { Tally } from '../corpus/lists/tally.ts';
import type { FactKind } from '../corpus/model/fact.ts';
import type { PartCounts } from '../corpus/parts/count-parts.ts';
import type { FactOwner } from '../schema/kinds.ts';
import type { Confidence } from '../schema/types.generated.ts';
import type { CheckCounts } from './measure-checks.ts';

/** The facts of one group, such as those of a stanza. */
export interface CoverageRow<Id extends string = string> extends Tally {
  readonly id: Id;
  /** The name for readers. */
  readonly title: string;
}

/** The facts that name one technique. */
export interface TechniqueRow extends CoverageRow {
  /** Those with a source for it; the others name it without one. */
  readonly sourced: number;
}

/** How many of the known payload tags are described. */
export interface Surface {
  /** Payload tags that a stanza describes. */
  readonly described: readonly string[];
  /** Tags of the ledger that no stanza describes, under any of their names. */
  readonly undescribed: readonly string[];
  /** The number of described and undescribed tags. */
  readonly known: number;
  /** described / known; undefined if nothing is known. */
  readonly share: number | undefined;
}

/** The facts of a stanza or shared node with evidence on a channel. */
export interface GridCell {
  readonly channel: Channel;
  readonly facts: number;
  /**
   * If there are none: the techniques that would change that, the easiest first, and of those the ones that open
   * questions of the stanza ask for.
   */
  readonly fill: readonly string[];
  /**
   * If there are none: the number of facts with evidence on one other channel, which a source on this one would
   * confirm.
   */
  readonly confirms: number;
}

/** The facts that a stanza or a shared node holds itself, by channel. */
export interface GridRow {
  readonly kind: 'stanza' | 'node';
  readonly id: string;
  readonly title: string;
  /** All its facts. */
  readonly facts: number;
  /** One for each channel, in the order of CHANNELS. */
  readonly cells: readonly GridCell[];
  /** The number of facts that an implementation shows. */
  readonly flavors: number;
}

/** What one more source from a technique would confirm. */
export interface NextStep {
  readonly technique: string;
  readonly channel: Channel;
  /**
   * The number of facts with evidence on exactly one channel, which is not that of the technique. Facts that do not
   * occur in stanzas can only be confirmed by code.
   */
  readonly confirms: number;
}

/** A fact that claims less than its evidence supports. */
export interface Raisable {
  readonly path: string;
  /** What holds it. */
  readonly kind: FactOwner;
  /** The id of the stanza, shared node, enum, flow or part that holds it. */
  readonly owner: string;
  readonly claims: Confidence;
  readonly carries: Confidence;
  /** Why, if the fact or its definition says so. */
  readonly reason?: string;
}

/** How far a spec is confirmed. */
export interface Coverage {
  readonly all: Tally;
  /** The facts of stanzas and shared nodes: attributes, children, contents, choices. */
  readonly stanzaFacts: Tally;
  /** The values of enums. Many come from a single table, so they are counted separately. */
  readonly enumValues: Tally;
  /** The steps of flows, also those without an id. */
  readonly steps: Tally;
  /** What parts say: requirements, fields of layouts and steps of procedures. */
  readonly statements: Tally;
  /** undefined without parts. */
  readonly parts: PartCounts | undefined;
  readonly byKind: readonly CoverageRow<FactKind>[];
  /** Stanzas in the order of the corpus. */
  readonly byStanza: readonly CoverageRow[];
  /** Shared nodes: their facts are counted here once, and not for the stanzas that use them. */
  readonly byNode: readonly CoverageRow[];
  readonly byEnum: readonly CoverageRow[];
  readonly byFlow: readonly CoverageRow[];
  readonly byPart: readonly CoverageRow[];
  /** The facts of the stanzas of each category, and those of shared nodes as `shared`. */
  readonly byCategory: readonly CoverageRow[];
  /** The facts that rest on each technique. */
  readonly byTechnique: readonly TechniqueRow[];
  /** The facts with evidence on each channel: a technique with a source. */
  readonly byChannel: readonly CoverageRow<Channel>[];
  /** The facts that rest on each flavor. */
  readonly byFlavor: readonly CoverageRow[];
  readonly surface: Surface;
  readonly grid: readonly GridRow[];
  /** What techniques would confirm: the easiest first, and of those the ones that would confirm most. */
  readonly next: readonly NextStep[];
  readonly raisable: readonly Raisable[];
  /** undefined if nobody has opened the sources in code. */
  readonly checks: CheckCounts | undefined;
  /** The paths of facts of stanzas that clients read, and that none writes, as far as their sources say. */
  readonly unwritten: readonly string[];
}
