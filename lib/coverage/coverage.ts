import type { Channel } from '../corpus/evidence/channel.ts';
import type { FactKind } from '../corpus/model/fact.ts';
import type { Confidence } from '../schema/types.generated.ts';

/** How many facts there are of each confidence, and how far they are confirmed. */
export interface Tally {
  readonly facts: number;
  readonly counts: Readonly<Record<Confidence, number>>;
  /** (confirmed + 0.5 × probable) / facts, from 0 to 1; undefined without facts. */
  readonly score: number | undefined;
}

/** The facts of one group, such as those of a stanza. */
export interface CoverageRow<Id extends string = string> extends Tally {
  readonly id: Id;
  /** What readers call it. */
  readonly title: string;
}

/** The facts that name one technique. */
export interface TechniqueRow extends CoverageRow {
  /** Those that have a source for it; the others name it without one. */
  readonly sourced: number;
}

/** How much of what is known to exist is described at all. */
export interface Surface {
  /** Payload tags that some stanza describes. */
  readonly described: readonly string[];
  /** Tags of the ledger that no stanza describes, under this or another name. */
  readonly undescribed: readonly string[];
  /** Both together. */
  readonly known: number;
  /** described / known; undefined when nothing is known. */
  readonly share: number | undefined;
}

/** The facts of a stanza with evidence on a channel. */
export interface GridCell {
  readonly channel: Channel;
  readonly facts: number;
  /**
   * Where there are none: the techniques that would change that, the easiest first, and of those the ones that
   * its open questions ask for.
   */
  readonly fill: readonly string[];
  /** Where there are none: facts with evidence on one other channel, which a source on this one would confirm. */
  readonly confirms: number;
}

/** A stanza against the channels. */
export interface GridRow {
  readonly id: string;
  readonly title: string;
  /** All facts of the stanza. */
  readonly facts: number;
  /** One for each channel, in their order. */
  readonly cells: readonly GridCell[];
  /** Facts that some implementation shows. */
  readonly flavors: number;
}

/** What one more source by a technique would confirm. */
export interface NextStep {
  readonly technique: string;
  readonly channel: Channel;
  /**
   * Facts with evidence on exactly one channel, which is not the technique's. What no stanza holds, only
   * the code can confirm.
   */
  readonly confirms: number;
}

/** A fact that claims less than its evidence carries. */
export interface Raisable {
  readonly path: string;
  /** The id of the stanza or enum that holds it. */
  readonly owner: string;
  readonly claims: Confidence;
  readonly carries: Confidence;
}

/** How far a spec is confirmed. */
export interface Coverage {
  readonly all: Tally;
  /** What stanzas hold: attributes, children, contents. */
  readonly stanzaFacts: Tally;
  /** Values of enums. Many come from one table, so they are told apart from what stanzas hold. */
  readonly enumValues: Tally;
  readonly byKind: readonly CoverageRow<FactKind>[];
  /** Stanzas in the order of the corpus. */
  readonly byStanza: readonly CoverageRow[];
  readonly byEnum: readonly CoverageRow[];
  /** Facts of the stanzas of each category. */
  readonly byCategory: readonly CoverageRow[];
  /** Facts that rest on the technique. */
  readonly byTechnique: readonly TechniqueRow[];
  /** Facts with evidence on the channel: a technique of it, with a source. */
  readonly byChannel: readonly CoverageRow<Channel>[];
  /** Facts that rest on the flavor. */
  readonly byFlavor: readonly CoverageRow[];
  readonly surface: Surface;
  readonly grid: readonly GridRow[];
  /** What techniques would confirm: the easiest first, and of those the ones that would confirm most. */
  readonly next: readonly NextStep[];
  readonly raisable: readonly Raisable[];
}
