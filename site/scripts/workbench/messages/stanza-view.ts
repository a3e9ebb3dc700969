import type { OneWay } from '../../../../lib/corpus/match/stanza-direction.ts';
import type { Confidence } from '../../../../lib/schema/types.generated.ts';

/** A text with the page that it links to. */
export interface LinkedText {
  readonly text: string;
  readonly href: string | undefined;
}

/** What the spec says that a part means. */
export interface PartMeaning {
  readonly words: string;
  /** The value that it has, if an enum lists it. */
  readonly value:
    | {
        readonly at: LinkedText;
        readonly words: string;
        readonly confidence: Confidence;
        /** What a client does about it, with links to what it names; empty if not known. */
        readonly remedy: readonly LinkedText[];
      }
    | undefined;
  /** The claim of the dispute that denies the part or its value. */
  readonly refuted: string | undefined;
  /** How many disputes about the two are open. */
  readonly disputes: number;
}

export interface StanzaRow {
  readonly depth: number;
  readonly role: 'node' | 'attribute' | 'content' | 'missing';
  /** The name, and the value if it has one; both sanitized. */
  readonly name: string;
  /** The name in the log, if it was replaced. */
  readonly was: string | undefined;
  readonly value: string | undefined;
  readonly verdict: 'supports' | 'refuted' | 'contradicts' | 'unknown' | 'ledger' | 'cut' | undefined;
  readonly confidence: Confidence | undefined;
  readonly path: LinkedText | undefined;
  readonly meaning: PartMeaning | undefined;
}

export interface Remark {
  readonly at: LinkedText;
  readonly count: number;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A tag or the name of an attribute that the spec does not know, or a value that its enum does not list. */
export interface Choosable {
  /** The whole name, or the path of the value; undefined for one that must not be shared. */
  readonly key: string | undefined;
  /** The name or value itself, cut where it is long. */
  readonly was: string;
  /** Its placeholder, or itself if it is shared. */
  readonly after: string;
  readonly where: readonly string[];
  readonly shared: boolean;
  /** Why it must not be shared, as a sentence. */
  readonly withheld: string | undefined;
}

/**
 * A stanza with what the spec says about it. Everything is sanitized except what shows the log itself:
 * `replaced.before`, `was` of a row, `names` and `values`.
 */
export interface StanzaView {
  readonly head: string;
  /** Why no capture can be made of it; undefined if one can. */
  readonly unfit: string | undefined;
  readonly stanza: LinkedText | undefined;
  readonly envelope: LinkedText | undefined;
  readonly direction: OneWay | undefined;
  readonly directionListed: boolean;
  /** What the ledger knows of its tag, as a sentence, with the stanzas that the spec has for it. */
  readonly ledger: { readonly words: string; readonly stanzas: readonly LinkedText[] } | undefined;
  readonly rows: readonly StanzaRow[];
  readonly contradicts: readonly Remark[];
  readonly unknown: readonly Remark[];
  /** What the log does not show to its end, so that it cannot be checked. */
  readonly cut: readonly Remark[];
  /** How many rows agree with the spec, and how many a dispute denies. */
  readonly supports: number;
  readonly refuted: number;
  readonly settled: readonly {
    readonly at: LinkedText;
    readonly text: readonly LinkedText[];
    readonly answer: readonly LinkedText[];
  }[];
  readonly names: readonly Choosable[];
  readonly values: readonly Choosable[];
  readonly replaced: {
    readonly words: string;
    readonly pairs: readonly {
      readonly where: readonly string[];
      readonly before: string;
      readonly after: string;
    }[];
  };
  /** What the leak check still finds: nothing, unless the sanitizer has a bug. */
  readonly leaks: readonly string[];
}
