import type { ReviewedLog } from '../../../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { callsOfLog } from '../../../../lib/diagnose/calls-of-log.ts';
import type { DiagnoseOptions } from '../../../../lib/diagnose/model/diagnosis.ts';
import { addressesOf } from '../../../../lib/export/json/addresses.ts';
import { linksOf } from '../../../model/links/links.ts';
import type { CallSummary, Choice } from '../messages/call-view.ts';
import type { WorkerResponse } from '../messages/worker-response.ts';
import {
  type CallAddresses,
  type CallOfLog,
  type CallSides,
  diagnoseSides,
  summarizeCall,
  viewCall,
} from './view-call.ts';

/** How often progress is reported. */
const PROGRESS_MS = 100;

/** The calls of the log that was read last, and of the log of their other side. */
export class CallSession {
  readonly #corpus: Corpus;
  readonly #addresses: CallAddresses;
  readonly #tell: (response: WorkerResponse) => void;
  #own: readonly CallOfLog[] = [];
  #calls: readonly CallSides[] = [];

  /**
   * @param base the path of the site, with slashes at both ends
   * @param origin where the site is published: what is copied links there
   */
  constructor(corpus: Corpus, base: string, origin: string, tell: (response: WorkerResponse) => void) {
    this.#corpus = corpus;
    const place = { corpus, origin, base, commit: undefined, date: undefined, directory: '' };
    this.#addresses = { links: linksOf(place), outside: addressesOf(place) };
    this.#tell = tell;
  }

  /** Tells the page what each call of a log shows. Nothing if it has none. */
  read(log: ReviewedLog): void {
    this.#own = [];
    this.#calls = [];
    if (log.calls.length === 0) return;
    this.#tell({ kind: 'step', words: 'Comparing the calls with their flows' });
    this.#own = callsIn(log, false);
    this.#calls = this.#own.map((one) => [one]);
    this.#tellAll();
  }

  /** Tells the same of the calls of both logs: those of one id are one call. */
  addOther(log: ReviewedLog): void {
    const others = callsIn(log, true);
    const isSame = (a: CallOfLog, b: CallOfLog): boolean =>
      a.call.id !== undefined && a.call.id === b.call.id;
    this.#calls = [
      ...this.#own.map((own): CallSides => [own, others.find((one) => isSame(one, own))]),
      ...others.filter((one) => !this.#own.some((own) => isSame(one, own))).map((one): CallSides => [one]),
    ];
    this.#tellAll();
  }

  /** Tells what a call shows, with what the reader says about it. */
  diagnose(index: number, options: DiagnoseOptions): void {
    const sides = this.#calls[index];
    if (sides === undefined) return;
    const diagnosed = diagnoseSides(sides, this.#corpus, options);
    const summary = summarizeCall(diagnosed, index + 1, this.#calls.length);
    const view = viewCall(diagnosed, summary, this.#corpus, this.#addresses);
    this.#tell({ kind: 'diagnosed', index, view });
  }

  #tellAll(): void {
    const of = this.#calls.length;
    let told = performance.now();
    const calls = this.#calls.map((sides, index): CallSummary => {
      if (performance.now() - told > PROGRESS_MS) {
        told = performance.now();
        this.#tell({ kind: 'step', words: 'Comparing the calls with their flows', done: index, of });
      }
      return summarizeCall(diagnoseSides(sides, this.#corpus, {}), index + 1, of);
    });
    this.#tell({ kind: 'calls', list: { calls, flows: this.#flows(), clients: this.#clients() } });
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

function callsIn(log: ReviewedLog, isOther: boolean): readonly CallOfLog[] {
  const calls = callsOfLog(log);
  return calls.map((call) => ({ call, log, calls: calls.length, isOther }));
}
