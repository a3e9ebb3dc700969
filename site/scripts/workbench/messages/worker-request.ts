import type { DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import type { PackedCorpus } from '../../../../lib/corpus/load/packed-corpus.ts';

/** What the page asks of its worker. */
export type WorkerRequest =
  | {
      readonly kind: 'start';
      readonly corpus: PackedCorpus;
      /** The path of the site, with slashes at both ends. */
      readonly base: string;
      /** The address of the validator of captures. */
      readonly validator: string;
    }
  | { readonly kind: 'read'; readonly input: string | Uint8Array }
  /** Names, and paths of values, to share although the spec does not know them. The log is sanitized again. */
  | { readonly kind: 'keep'; readonly shared: readonly string[] }
  | { readonly kind: 'show'; readonly index: number }
  | { readonly kind: 'make'; readonly index: number; readonly options: MakeOptions };

/** What the reader says about a capture; undefined for what is still missing. */
export type MakeOptions = Omit<DraftOptions, 'technique' | 'kind'> & {
  readonly technique: DraftOptions['technique'] | undefined;
  readonly kind: DraftOptions['kind'] | undefined;
};
