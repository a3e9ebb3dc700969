import type { DraftOptions } from '../../../../lib/capture/draft/draft-options.ts';
import type { ParseProblem } from '../../../../lib/capture/problems/parse-problem.ts';
import type { PackedCorpus } from '../../../../lib/corpus/load/packed-corpus.ts';
import type { OneWay } from '../../../../lib/corpus/match/stanza-direction.ts';
import type { Confidence } from '../../../../lib/schema/types.generated.ts';

/** What the page asks of its worker. */
export type Asked =
  | {
      readonly kind: 'start';
      readonly corpus: PackedCorpus;
      /** The path of the site, with slashes at both ends. */
      readonly base: string;
      /** Where the validator of captures stands. */
      readonly validator: string;
    }
  | { readonly kind: 'read'; readonly input: string | Uint8Array }
  /**
   * Names, and paths of values, that are shared though the spec does not know them; what was read is sanitized
   * again.
   */
  | { readonly kind: 'keep'; readonly shared: readonly string[] }
  | { readonly kind: 'show'; readonly index: number }
  | { readonly kind: 'make'; readonly index: number; readonly options: MakeOptions };

/** What the reader says of a capture; what is not said yet is undefined. */
export type MakeOptions = Omit<DraftOptions, 'technique' | 'kind'> & {
  readonly technique: DraftOptions['technique'] | undefined;
  readonly kind: DraftOptions['kind'] | undefined;
};

/** What the worker tells the page. */
export type Told =
  | { readonly kind: 'step'; readonly words: string; readonly done?: number; readonly of?: number }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'shown'; readonly index: number; readonly shown: Shown }
  | { readonly kind: 'made'; readonly index: number; readonly made: Made }
  | { readonly kind: 'failed'; readonly words: string };

/** What an input holds. */
export interface Found {
  readonly stanzas: readonly FoundStanza[];
  readonly problems: readonly ParseProblem[];
  readonly skipped: number;
  /** The names, and the paths of values, that are shared though the spec does not know them. */
  readonly kept: readonly string[];
}

export interface FoundStanza {
  readonly line: number;
  readonly column: number;
  /** Its tags, such as `<call> with <offer>`. */
  readonly shape: string;
  readonly stanza: string | undefined;
  readonly direction: OneWay | undefined;
  /** Why it cannot be sanitized; nothing else is then known of it. */
  readonly refused: string | undefined;
  readonly counts: Readonly<Record<'supports' | 'contradicts' | 'unknown' | 'cut' | 'settled', number>>;
}

/** A name with the page that it leads to. */
export interface Named {
  readonly text: string;
  readonly href: string | undefined;
}

export interface ShownRow {
  readonly depth: number;
  readonly role: 'node' | 'attribute' | 'content' | 'missing';
  /** The name, and the value where it has one; both sanitized. */
  readonly name: string;
  /** The name in the log, where it was replaced. */
  readonly was: string | undefined;
  readonly value: string | undefined;
  readonly verdict: 'supports' | 'contradicts' | 'unknown' | 'ledger' | 'cut' | undefined;
  readonly confidence: Confidence | undefined;
  readonly path: Named | undefined;
}

export interface Remark {
  readonly at: Named;
  readonly count: number;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A tag or the name of an attribute that the spec does not know, or a value that its enum does not list. */
export interface Choosable {
  /** The whole name, or the path of the value; undefined for one that must not be shared. */
  readonly key: string | undefined;
  /** It as it can be shown. */
  readonly was: string;
  /** What stands for it: itself, where it is shared. */
  readonly after: string;
  readonly where: readonly string[];
  readonly shared: boolean;
  /** Why it must not be shared, as a sentence. */
  readonly heldBack: string | undefined;
}

/**
 * A stanza, held against the spec. Everything is sanitized but what says how it was: `replaced.before`, `was` of
 * a row, `names` and `values`.
 */
export interface Shown {
  readonly head: string;
  /** Why no capture can be made of it; undefined where one can. */
  readonly unfit: string | undefined;
  readonly stanza: Named | undefined;
  readonly envelope: Named | undefined;
  readonly direction: OneWay | undefined;
  readonly directionListed: boolean;
  readonly rows: readonly ShownRow[];
  readonly contradicts: readonly Remark[];
  readonly unknown: readonly Remark[];
  readonly supports: number;
  readonly settled: readonly { readonly at: Named; readonly text: string; readonly answer: string }[];
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
  /** What the leak check still finds: nothing, or a mistake of ours. */
  readonly leaks: readonly string[];
}

/** An entry that the spec needs beside a capture, because the capture holds a name or a value that is new. */
export interface NewEntry {
  /** The file inside the spec, such as stanzas/call-offer.yaml. */
  readonly file: string;
  /** The list it belongs to, and the tag of the node that has the list; of values their enum. */
  readonly list: 'attributes' | 'children' | 'values';
  readonly parent: string;
  readonly yaml: string;
}

/** A capture, or what stands in its way. */
export type Made =
  | {
      readonly id: string;
      readonly path: string;
      readonly yaml: string;
      readonly entries: readonly NewEntry[];
      /** What stands in the fields of the issue form, by their id. */
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly wanted: readonly string[] };
