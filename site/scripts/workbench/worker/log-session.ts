import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import type { DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import { capturesByKey } from '../../../../lib/capture/draft/plan-captures.ts';
import { endsInsideWords } from '../../../../lib/capture/parse/ends-inside.ts';
import { type ParseProblem, type ParseResult, parse } from '../../../../lib/capture/parse/parse.ts';
import { problem } from '../../../../lib/capture/problems/parse-problem.ts';
import { describeCalls } from '../../../../lib/capture/review/describe-calls.ts';
import { callWords, listCalls } from '../../../../lib/capture/review/list-calls.ts';
import { type ReviewedLog, reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import type { SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import { type PackedCorpus, unpackCorpus } from '../../../../lib/corpus/load/packed-corpus.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { CallSession } from '../call/call-session.ts';
import { draftCapture } from '../capture/draft-capture.ts';
import type { StanzaSummary } from '../messages/log-summary.ts';
import type { WorkerRequest } from '../messages/worker-request.ts';
import type { WorkerResponse } from '../messages/worker-response.ts';
import { shareable } from './shareable.ts';
import { summarizeStanza } from './summarize-stanza.ts';
import { viewStanza } from './view-stanza.ts';

/** How often progress is reported. */
const PROGRESS_MS = 100;

/** What the worker knows: the spec, and the log that was read last. */
export class LogSession {
  readonly #tell: (response: WorkerResponse) => void;
  readonly #corpus: Corpus;
  readonly #base: string;
  readonly #validator: string;
  /** The captures of the spec, by kind; computed on first use. */
  readonly #captures = new Map<DraftOptions['kind'], ReturnType<typeof capturesByKey>>();
  #parsed: ParseResult | undefined;
  #log: ReviewedLog | undefined;
  readonly #calls: CallSession;

  constructor(
    { corpus, base, origin, validator }: Extract<WorkerRequest, { kind: 'start' }>,
    tell: (response: WorkerResponse) => void,
  ) {
    this.#corpus = unpackCorpus(JSON.parse(corpus) as PackedCorpus);
    this.#base = base;
    this.#validator = validator;
    this.#tell = tell;
    this.#calls = new CallSession(this.#corpus, base, origin, tell);
  }

  async answer(request: Exclude<WorkerRequest, { kind: 'start' }>): Promise<void> {
    switch (request.kind) {
      case 'read':
        this.#tell({ kind: 'step', words: 'Reading the log' });
        this.#parsed = await this.#parse(request.input);
        this.#review(this.#parsed, { keepNames: [], keepValues: [] });
        if (this.#log !== undefined) this.#calls.read(this.#log);
        return;
      case 'other': {
        this.#tell({ kind: 'step', words: 'Reading the other log' });
        const other = reviewStanzas(await this.#parse(request.input), this.#corpus);
        this.#calls.addOther(other);
        return;
      }
      case 'diagnose':
        return this.#calls.diagnose(request.index, request.options);
      case 'keep':
        if (this.#parsed !== undefined) this.#review(this.#parsed, shareable(request.shared));
        return;
      case 'show':
        return this.#show(request.index);
      case 'make': {
        if (this.#log === undefined) return;
        const { index, call, options } = request;
        const draft = await draftCapture(index, call, this.#log, options, {
          capturesOf: (kind) => this.#capturesOf(kind),
          validator: this.#validator,
        });
        this.#tell({ kind: 'made', index, draft });
        return;
      }
      default:
        request satisfies never;
    }
  }

  /** Parses a log; the decoder for WABinary is loaded only for a log that contains some. */
  async #parse(input: string | Uint8Array): Promise<ParseResult> {
    const parsed = parse(input);
    if (!parsed.problems.some(isBinary)) return parsed;
    this.#tell({ kind: 'step', words: 'Fetching the decoder for WABinary' });
    try {
      return parse(input, { decodeBinary: await loadBinaryDecoder() });
    } catch {
      const way = 'Read these bytes with the command: npm run capture -- check FILE';
      const notLoaded = problem('wabinary/decoder-not-loaded', { way });
      return {
        ...parsed,
        problems: parsed.problems.map((one) => (isBinary(one) ? { ...one, ...notLoaded } : one)),
      };
    }
  }

  /** Reviews the stanzas, and tells the page what was found. */
  #review(parsed: ParseResult, shared: SharedNames): void {
    this.#tell({ kind: 'step', words: 'Replacing personal data' });
    const log = reviewStanzas(parsed, this.#corpus, shared);
    this.#log = log;
    const { keepNames, keepValues } = shared;
    const of = log.stanzas.length;
    let told = performance.now();
    const stanzas = log.stanzas.map((stanza, i): StanzaSummary => {
      if (performance.now() - told > PROGRESS_MS) {
        told = performance.now();
        this.#tell({ kind: 'step', words: 'Comparing it with the spec', done: i, of });
      }
      return summarizeStanza(stanza, keepValues, this.#corpus);
    });
    const { problems, skipped, endsInside } = log;
    this.#tell({
      kind: 'found',
      summary: {
        stanzas,
        problems,
        skipped,
        ends: endsInside === undefined ? '' : endsInsideWords(endsInside),
        calls: describeCalls(log),
        whole: listCalls(log).flatMap((one) =>
          one.times === undefined ? [] : [{ number: one.number, words: callWords(one) }],
        ),
        kept: [...keepNames, ...keepValues],
      },
    });
  }

  #show(index: number): void {
    const stanza = this.#log?.stanzas[index];
    if (this.#log === undefined || stanza?.standalone === undefined) return;
    const { raw, standalone, withheld, replaced } = stanza;
    const view = viewStanza(
      { raw, standalone, withheld, replaced },
      this.#log.shared,
      this.#corpus,
      this.#base,
    );
    this.#tell({ kind: 'shown', index, view });
  }

  #capturesOf(kind: DraftOptions['kind']): ReadonlyMap<string, string> {
    const found = this.#captures.get(kind) ?? capturesByKey(this.#corpus, kind);
    this.#captures.set(kind, found);
    return found;
  }
}

const isBinary = ({ code }: ParseProblem): boolean => code === 'wabinary/no-decoder';
