import { MAX_INPUT } from '../../../../lib/capture/problems/max-input.ts';
import { problem } from '../../../../lib/capture/problems/parse-problem.ts';
import { describeCalls } from '../call/describe-calls.ts';
import type { CallList } from '../messages/call-view.ts';
import type { LogSummary } from '../messages/log-summary.ts';
import type { StanzaView } from '../messages/stanza-view.ts';
import type { WorkerResponse } from '../messages/worker-response.ts';
import { annotatedStanza } from '../view/annotated-stanza.ts';
import { describeLog } from '../view/describe-log.ts';
import { problemList } from '../view/problem-list.ts';
import { stanzaTable } from '../view/stanza-table.ts';
import { CallsPanel } from './calls-panel.ts';
import { DraftPanel } from './draft-panel.ts';
import { logInput } from './log-input.ts';
import { partOf } from './part-of.ts';
import { WorkerClient } from './worker-client.ts';

const NOT_LOADED = 'The log is no longer loaded. Press Check to read it again.';

/** The workbench: it turns a log into an annotated stanza and a capture, without leaving the page. */
export class WorkbenchApp extends HTMLElement {
  #client: WorkerClient | undefined;
  #draft: DraftPanel | undefined;
  #calls: CallsPanel | undefined;
  #working = false;
  /** What was said of the log that was read last. */
  #said = '';
  /** The stanza that is shown; -1 for none. */
  #index = -1;
  /** The names, and the paths of values, that the reader shares although the spec does not know them. */
  readonly #kept = new Set<string>();
  /** Counts the logs, so that work on an older one is dropped. */
  #round = 0;

  connectedCallback(): void {
    const { corpus = '', validator = '', base = '/', origin = location.origin } = this.dataset;
    const client = new WorkerClient(
      { corpus, validator, base, origin },
      (response) => this.#respond(response),
      () => this.#stop('The worker of this page crashed. Use the command: npm run capture'),
    );
    this.#client = client;
    this.#draft = new DraftPanel(this, () => this.#make());
    this.#calls = new CallsPanel(
      this,
      (index, options) => this.#client?.ask({ kind: 'diagnose', index, options }),
      (input) => void this.#readOther(input),
    );
    logInput(this, {
      onText: (text) => void this.#read(text),
      onFile: (file) => void this.#readFile(file),
    });
    this.#part('stop', HTMLButtonElement).addEventListener('click', () => this.#stop('Stopped.'));
    this.#part('clear', HTMLButtonElement).addEventListener('click', () => this.#clear());
    // Loads the spec early, so that a log does not have to wait for it.
    for (const hint of ['focusin', 'pointerenter']) {
      this.addEventListener(hint, () => void client.ready().catch(() => {}), { once: true });
    }
  }

  disconnectedCallback(): void {
    this.#client?.stop();
  }

  #part<T extends HTMLElement>(name: string, type: new () => T): T {
    return partOf(this, name, type);
  }

  async #readFile(file: File): Promise<void> {
    // Checked before the file is read into memory.
    if (file.size > MAX_INPUT) {
      this.#empty();
      const { message, hint } = problem('input/too-large');
      return this.#stop(`${message} ${hint}`);
    }
    this.#part('log', HTMLTextAreaElement).value = '';
    await this.#read(new Uint8Array(await file.arrayBuffer()));
  }

  /** Reads the log of the other side of the calls. */
  async #readOther(input: string | File): Promise<void> {
    if (this.#client?.isRunning !== true) return this.#say(NOT_LOADED);
    if (typeof input === 'string' && input.trim() === '') return this.#say('Paste the other log first.');
    if (typeof input !== 'string' && input.size > MAX_INPUT) {
      const { message, hint } = problem('input/too-large');
      return this.#say(`${message} ${hint}`);
    }
    this.#busy(true);
    const other = typeof input === 'string' ? input : new Uint8Array(await input.arrayBuffer());
    this.#client.ask({ kind: 'other', input: other });
  }

  async #read(input: string | Uint8Array): Promise<void> {
    const round = ++this.#round;
    if (this.#working) this.#client?.stop();
    this.#empty();
    if (typeof input === 'string' && input.trim() === '') {
      this.#busy(false);
      return this.#say('Paste a log first.');
    }
    this.#busy(true);
    this.#say('Reading the spec…');
    try {
      await this.#client?.ready();
      if (round === this.#round) this.#client?.ask({ kind: 'read', input });
    } catch {
      if (round === this.#round) this.#stop('The spec could not be read. Reload the page and try again.');
    }
  }

  #respond(response: WorkerResponse): void {
    switch (response.kind) {
      case 'step':
        this.#showProgress(response);
        return;
      case 'found':
        this.#showLog(response.summary);
        return;
      case 'calls':
        this.#showCalls(response.list);
        return;
      case 'diagnosed':
        this.#calls?.show(response.index, response.view);
        return;
      case 'shown': {
        const { index, view } = response;
        if (index !== this.#index) return;
        this.#showStanza(view);
        this.#draft?.open(view.direction === undefined);
        return;
      }
      case 'made':
        if (response.index === this.#index) this.#draft?.show(response.draft);
        return;
      case 'failed':
        this.#stop(`Something went wrong: ${response.words} Try the command: npm run capture -- check FILE`);
        return;
      default:
        response satisfies never;
    }
  }

  #showProgress({ words, done, of }: Extract<WorkerResponse, { kind: 'step' }>): void {
    this.#busy(true);
    this.#say(of === undefined ? `${words}…` : `${words}: ${done} of ${of}`);
    const bar = this.#part('progress', HTMLProgressElement);
    if (of === undefined) bar.removeAttribute('value');
    else {
      bar.max = of;
      bar.value = done ?? 0;
    }
  }

  #showLog(summary: LogSummary): void {
    const { stanzas } = summary;
    this.#busy(false);
    this.#said = describeLog(summary);
    this.#say(this.#said);
    const problems = problemList(summary);
    const fit = stanzas.findIndex(({ refused }) => refused === undefined);
    // The stanzas that the log is about usually come after other traffic.
    const described = stanzas.findIndex(
      ({ refused, stanza }) => refused === undefined && stanza !== undefined,
    );
    const first = described === -1 ? fit : described;
    // A single stanza needs no list, unless it cannot be shown.
    const needsList = stanzas.length > 1 || (stanzas.length === 1 && first === -1);
    this.#part('stanzas', HTMLElement).replaceChildren(
      ...(problems === undefined ? [] : [problems]),
      ...(needsList ? [stanzaTable(summary, (index) => this.#show(index, true))] : []),
    );
    this.#part('result', HTMLElement).hidden = false;
    this.#draft?.offerCalls(summary.whole);
    // After a change of what is shared, the same stanza stays in view.
    const index = this.#index === -1 ? first : this.#index;
    if (index !== -1) this.#show(index);
  }

  #showCalls(list: CallList): void {
    this.#busy(false);
    this.#say(`${describeCalls(list)} ${this.#said}`);
    this.#calls?.open(list);
  }

  #showStanza(view: StanzaView): void {
    const part = this.#part('stanza', HTMLElement);
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement && part.contains(focused) ? focused.dataset['key'] : undefined;
    part.replaceChildren(annotatedStanza(view, (one, wanted) => this.#share(one, wanted)));
    if (key === undefined) return;
    // The box that had the focus was replaced by a new one.
    const boxes = [...part.querySelectorAll<HTMLElement>('input[data-key]')];
    boxes.find((box) => box.dataset['key'] === key)?.focus();
  }

  #share(key: string, wanted: boolean): void {
    if (this.#client?.isRunning !== true) {
      this.#say(NOT_LOADED);
      return;
    }
    if (wanted) this.#kept.add(key);
    else this.#kept.delete(key);
    this.#busy(true);
    this.#client.ask({ kind: 'keep', shared: [...this.#kept] });
  }

  #show(index: number, jump = false): void {
    this.#index = index;
    for (const row of this.querySelectorAll<HTMLElement>('tr[data-index]')) {
      if (row.dataset['index'] === String(index)) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    this.#client?.ask({ kind: 'show', index });
    this.#make();
    if (jump) this.#part('stanza', HTMLElement).focus();
  }

  #make(): void {
    if (this.#index === -1 || this.#draft === undefined) return;
    const { call, options } = this.#draft.wanted();
    this.#client?.ask({ kind: 'make', index: this.#index, call, options });
  }

  #clear(): void {
    this.#stop('');
    this.#empty();
    const field = this.#part('log', HTMLTextAreaElement);
    field.value = '';
    this.#part('file', HTMLInputElement).value = '';
    field.focus();
  }

  #empty(): void {
    this.#index = -1;
    this.#kept.clear();
    this.#part('result', HTMLElement).hidden = true;
    this.#part('stanzas', HTMLElement).replaceChildren();
    this.#part('stanza', HTMLElement).replaceChildren();
    this.#draft?.close();
    this.#calls?.close();
  }

  #stop(words: string): void {
    this.#round++;
    this.#client?.stop();
    this.#busy(false);
    this.#say(words);
  }

  #busy(busy: boolean): void {
    this.#working = busy;
    this.#part('progress', HTMLProgressElement).hidden = !busy;
    this.#part('stop', HTMLButtonElement).hidden = !busy;
  }

  #say(words: string): void {
    this.#part('status', HTMLElement).textContent = words;
  }
}
