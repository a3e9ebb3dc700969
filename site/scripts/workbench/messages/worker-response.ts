import type { CallList, CallView } from './call-view.ts';
import type { DraftView } from './draft-view.ts';
import type { LogSummary } from './log-summary.ts';
import type { StanzaView } from './stanza-view.ts';

/** What the worker sends to the page. */
export type WorkerResponse =
  | { readonly kind: 'step'; readonly words: string; readonly done?: number; readonly of?: number }
  | { readonly kind: 'found'; readonly summary: LogSummary }
  /** The calls of the log that was found, or of it and that of the other side. */
  | { readonly kind: 'calls'; readonly list: CallList }
  | { readonly kind: 'diagnosed'; readonly index: number; readonly view: CallView }
  | { readonly kind: 'shown'; readonly index: number; readonly view: StanzaView }
  | { readonly kind: 'made'; readonly index: number; readonly draft: DraftView }
  | { readonly kind: 'failed'; readonly words: string };
