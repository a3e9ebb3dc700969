import type { ReviewedLog } from '../../../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { callsOfLog } from '../../../../lib/diagnose/calls-of-log.ts';
import type { Call } from '../../../../lib/diagnose/model/call.ts';
import type { DiagnoseOptions } from '../../../../lib/diagnose/model/diagnosis.ts';
import { type Links, linksOf } from '../../../model/links/links.ts';
import type { CallSummary, CallView, Choice } from '../messages/call-view.ts';
import type { WorkerResponse } from '../messages/worker-response.ts';
import { type CallSides, viewCall } from './view-call.ts';

/** How often progress is reported. */
const PROGRESS_MS = 100;

/** The calls of the log that was read last, and of the log of their other side. */
export class CallSession {
  readonly #corpus: Corpus;
  readonly #links: Links;
  readonly #tell: (response: WorkerResponse) => void;
  #own: readonly Call[] = [];
  #calls: readonly CallSides[] = [];

  /** @param base the path of the site, with slashes at both ends */
  constructor(corpus: Corpus, base: string, tell: (response: WorkerResponse) => void) {
    this.#corpus = corpus;
    this.#links = linksOf({ corpus, base, commit: undefined, directory: '' });
    this.#tell = tell;
  }

  /** Tells the page what each call of a log shows. Nothing if it has none. */
  read(log: ReviewedLog): void {
    this.#own = [];
    this.#calls = [];
    if (log.calls.length === 0) return;
    this.#tell({ kind: 'step', words: 'Comparing the calls with their flows' });
    this.#own = callsOfLog(log);
    this.#calls = this.#own.map((call) => ({ call, other: undefined }));
    this.#tellAll();
  }

  /** Tells the same of the calls of both logs: those of one id are one call. */
  addOther(log: ReviewedLog): void {
    const others = callsOfLog(log);
    const isSame = (a: Call, b: Call): boolean => a.id !== undefined && a.id === b.id;
    this.#calls = [
      ...this.#own.map((call) => ({ call, other: others.find((one) => isSame(one, call)) })),
      ...others
        .filter((one) => !this.#own.some((call) => isSame(one, call)))
        .map((call) => ({ call, other: undefined, isFromOther: true })),
    ];
    this.#tellAll();
  }

  /** Tells what a call shows, with what the reader says about it. */
  diagnose(index: number, options: DiagnoseOptions): void {
    const sides = this.#calls[index];
    if (sides !== undefined)
      this.#tell({ kind: 'diagnosed', index, view: this.#view(sides, index, options) });
  }

  #tellAll(): void {
    const of = this.#calls.length;
    let told = performance.now();
    const calls = this.#calls.map((sides, index): CallSummary => {
      if (performance.now() - told > PROGRESS_MS) {
        told = performance.now();
        this.#tell({ kind: 'step', words: 'Comparing the calls with their flows', done: index, of });
      }
      return this.#view(sides, index, {}).summary;
    });
    this.#tell({ kind: 'calls', list: { calls, flows: this.#flows(), clients: this.#clients() } });
  }

  #view(sides: CallSides, index: number, options: DiagnoseOptions): CallView {
    const which = { number: index + 1, of: this.#calls.length };
    return viewCall(sides, which, options, this.#corpus, this.#links);
  }

  #flows(): readonly Choice[] {
    return [...this.#corpus.definitions.flow.values()]
      .filter(({ data }) => data.rules !== true)
      .map(({ id, data }) => ({ id, label: data.title }));
  }

  #clients(): readonly Choice[] {
    const flavors = [...this.#corpus.definitions.flavor.keys()];
    return [{ id: 'official', label: 'an official client' }, ...flavors.map((id) => ({ id, label: id }))];
  }
}
