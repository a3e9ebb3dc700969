import type { DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import type { DiagnoseOptions } from '../../../../lib/diagnose/model/diagnosis.ts';

/** What the page asks of its worker. */
export type WorkerRequest =
  | {
      readonly kind: 'start';
      /** A packed corpus as JSON: what is large is read here, where nobody waits for the page. */
      readonly corpus: string;
      /** The path of the site, with slashes at both ends. */
      readonly base: string;
      /** Where the site is published, such as https://example.org. */
      readonly origin: string;
      /** The address of the validator of captures. */
      readonly validator: string;
    }
  | { readonly kind: 'read'; readonly input: string | Uint8Array }
  /** Names, and paths of values, to share although the spec does not know them. The log is sanitized again. */
  | { readonly kind: 'keep'; readonly shared: readonly string[] }
  | { readonly kind: 'show'; readonly index: number }
  /** The diagnosis of a call of the log, by its index. */
  | { readonly kind: 'diagnose'; readonly index: number; readonly options: DiagnoseOptions }
  /** The log of the other side of the same calls. */
  | { readonly kind: 'other'; readonly input: string | Uint8Array }
  /** The capture of a stanza, or of a call by its number. */
  | {
      readonly kind: 'make';
      readonly index: number;
      readonly call: number | undefined;
      readonly options: MakeOptions;
    };

/** What the reader says about a capture; undefined for what is still missing. */
export type MakeOptions = Omit<DraftOptions, 'technique' | 'kind'> & {
  readonly technique: DraftOptions['technique'] | undefined;
  readonly kind: DraftOptions['kind'] | undefined;
};
