import { MAX_INPUT } from '../../../../lib/capture/problems/max-input.ts';
import { problem } from '../../../../lib/capture/problems/parse-problem.ts';
import type { PackedCorpus } from '../../../../lib/corpus/load/packed-corpus.ts';
import { captureFormUrl } from '../../../model/links/capture-form-url.ts';
import { newFileUrl } from '../../../model/links/new-file-url.ts';
import { leadOut } from '../../page/lead-out.ts';
import type { Asked, Found, Made, MakeOptions, Shown, Told } from '../messages/messages.ts';
import { newEntries, problemList, saidOf, shownStanza, stanzaTable } from './view.ts';

/** Longer input is not put into the field: it would only be slow there. */
const MAX_FIELD = 200_000;

/** The workbench: a log goes in, an annotated stanza and a capture come out. All of it stays in the page. */
class WorkbenchApp extends HTMLElement {
  #worker: Worker | undefined;
  #starting: Promise<void> | undefined;
  #corpus: Promise<PackedCorpus> | undefined;
  #working = false;
  #index = -1;
  /** The names, and the paths of values, that the reader shares though the spec does not know them. */
  readonly #kept = new Set<string>();
  /** Counts what was begun, so that an answer to something older is let go. */
  #round = 0;
  #file: { url: string } | undefined;

  connectedCallback(): void {
    const field = this.#part('log', HTMLTextAreaElement);
    field.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      if (text.length > MAX_FIELD) {
        event.preventDefault();
        field.value = '';
        void this.#read(text);
      } else setTimeout(() => void this.#read(field.value));
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#read(field.value);
    });
    this.#part('explain', HTMLButtonElement).addEventListener('click', () => void this.#read(field.value));
    this.#part('example', HTMLButtonElement).addEventListener('click', () => {
      field.value = this.dataset['example'] ?? '';
      void this.#read(field.value);
    });
    this.#part('stop', HTMLButtonElement).addEventListener('click', () => this.#stop('Stopped.'));
    this.#part('clear', HTMLButtonElement).addEventListener('click', () => {
      this.#stop('');
      field.value = '';
      this.#part('file', HTMLInputElement).value = '';
      this.#empty();
      field.focus();
    });
    this.#part('file', HTMLInputElement).addEventListener('change', (event) => {
      const file = (event.target as HTMLInputElement).files?.[0];
      if (file !== undefined) void this.#readFile(file);
    });
    this.#takeDrops();
    // What comes next is a paste or a drop, and it should not wait for the spec.
    for (const hint of ['focusin', 'pointerenter']) {
      this.addEventListener(hint, () => void this.#ready().catch(() => {}), { once: true });
    }
    const options = this.#part('options', HTMLFormElement);
    options.addEventListener('submit', (event) => event.preventDefault());
    // A choice counts at once, and a word when it is typed.
    options.addEventListener('input', () => this.#make());
    this.#part('copy', HTMLButtonElement).addEventListener('click', () => void this.#copy());
  }

  disconnectedCallback(): void {
    this.#drop();
  }

  #part<T extends HTMLElement>(name: string, type: new () => T): T {
    const found = this.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof type)) throw new Error(`The workbench has no ${name}.`);
    return found;
  }

  #takeDrops(): void {
    // Beside the field, too: a browser would open the file in place of the page.
    this.ownerDocument.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.classList.add('dragged');
    });
    this.ownerDocument.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) this.classList.remove('dragged');
    });
    this.ownerDocument.addEventListener('drop', (event) => {
      event.preventDefault();
      this.classList.remove('dragged');
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text/plain') ?? '';
      if (file !== undefined) void this.#readFile(file);
      else if (text !== '') {
        this.#part('log', HTMLTextAreaElement).value = text.length > MAX_FIELD ? '' : text;
        void this.#read(text);
      }
    });
  }

  async #readFile(file: File): Promise<void> {
    // Before it is read, which takes memory.
    if (file.size > MAX_INPUT) {
      this.#stop('');
      this.#empty();
      const { message, hint } = problem('input/too-large');
      return this.#say(`${message} ${hint}`);
    }
    this.#part('log', HTMLTextAreaElement).value = '';
    await this.#read(new Uint8Array(await file.arrayBuffer()));
  }

  async #read(input: string | Uint8Array): Promise<void> {
    const round = ++this.#round;
    if (this.#working) this.#drop();
    this.#empty();
    if (typeof input === 'string' && input.trim() === '') {
      this.#busy(false);
      return this.#say('Paste a log first.');
    }
    this.#busy(true);
    this.#say('Reading the spec…');
    try {
      await this.#ready();
      if (round === this.#round) this.#ask({ kind: 'read', input });
    } catch {
      if (round === this.#round) this.#stop('The spec could not be read. Reload the page and try again.');
    }
  }

  /** Fetches the spec and starts a worker with it, once; called as soon as somebody seems to want it. */
  #ready(): Promise<void> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #start(): Promise<void> {
    // The files come from the page, which is under its policy; the worker has no way to the network.
    const worker = new Worker(new URL('../worker/workbench-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (worker === this.#worker) this.#told(data);
    });
    worker.addEventListener('error', () => {
      if (worker === this.#worker)
        this.#stop('The reader of this page broke. Use the command: npm run capture');
    });
    this.#corpus ??= this.#fetchCorpus();
    const corpus = await this.#corpus.catch((error: unknown) => {
      this.#corpus = undefined;
      throw error;
    });
    const { base = '/', validator = '' } = this.dataset;
    worker.postMessage({
      kind: 'start',
      corpus,
      base,
      validator: new URL(validator, location.href).href,
    } satisfies Asked);
  }

  #drop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#starting = undefined;
  }

  async #fetchCorpus(): Promise<PackedCorpus> {
    const response = await fetch(this.dataset['corpus'] ?? '', { cache: 'no-cache' });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as PackedCorpus;
  }

  #ask(asked: Asked): void {
    this.#worker?.postMessage(asked);
  }

  #told(told: Told): void {
    switch (told.kind) {
      case 'step': {
        const { words, done, of } = told;
        this.#say(of === undefined ? `${words}…` : `${words}: ${done} of ${of}`);
        const bar = this.#part('progress', HTMLProgressElement);
        if (of === undefined) bar.removeAttribute('value');
        else {
          bar.max = of;
          bar.value = done ?? 0;
        }
        return;
      }
      case 'found':
        this.#foundIt(told.found);
        return;
      case 'shown': {
        if (told.index !== this.#index) return;
        this.#showStanza(told.shown);
        this.#part('way', HTMLElement).hidden = told.shown.direction !== undefined;
        this.#part('capture', HTMLElement).hidden = false;
        return;
      }
      case 'made':
        if (told.index === this.#index) this.#madeIt(told.made);
        return;
      case 'failed':
        this.#stop(`That did not work: ${told.words} Try the command: npm run capture -- check FILE`);
        return;
      default:
        told satisfies never;
    }
  }

  #foundIt(found: Found): void {
    this.#busy(false);
    this.#say(saidOf(found));
    const list = this.#part('stanzas', HTMLElement);
    const problems = problemList(found);
    const fit = found.stanzas.findIndex(({ refused }) => refused === undefined);
    // Other traffic comes before a call, as a rule, and is not what it is about.
    const known = found.stanzas.findIndex(
      ({ refused, stanza }) => refused === undefined && stanza !== undefined,
    );
    const first = known === -1 ? fit : known;
    // One stanza needs no list, unless there is nothing to show of it.
    const table = found.stanzas.length > 1 || (found.stanzas.length === 1 && first === -1);
    list.replaceChildren(
      ...(problems === undefined ? [] : [problems]),
      ...(table ? [stanzaTable(found, (index) => this.#show(index, true))] : []),
    );
    this.#part('result', HTMLElement).hidden = false;
    // What is looked at stays in view when it was only sanitized again.
    const index = this.#index === -1 ? first : this.#index;
    if (index !== -1) this.#show(index);
  }

  #showStanza(shown: Shown): void {
    const part = this.#part('stanza', HTMLElement);
    const focused = document.activeElement;
    const name =
      focused instanceof HTMLElement && part.contains(focused) ? focused.dataset['key'] : undefined;
    part.replaceChildren(shownStanza(shown, (one, wanted) => this.#share(one, wanted)));
    if (name === undefined) return;
    // The box that was just checked stands there anew.
    const boxes = [...part.querySelectorAll<HTMLElement>('input[data-key]')];
    boxes.find((box) => box.dataset['key'] === name)?.focus();
  }

  #share(name: string, wanted: boolean): void {
    if (this.#worker === undefined) {
      this.#say('The log was let go. Press Explain to read it again.');
      return;
    }
    if (wanted) this.#kept.add(name);
    else this.#kept.delete(name);
    this.#busy(true);
    this.#ask({ kind: 'keep', shared: [...this.#kept] });
  }

  #show(index: number, jump = false): void {
    this.#index = index;
    for (const row of this.querySelectorAll<HTMLElement>('tr[data-index]')) {
      if (row.dataset['index'] === String(index)) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    this.#ask({ kind: 'show', index });
    this.#make();
    if (jump) this.#part('stanza', HTMLElement).focus();
  }

  #make(): void {
    if (this.#index === -1 || this.#worker === undefined) return;
    const data = new FormData(this.#part('options', HTMLFormElement));
    const text = (name: string): string | undefined => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const direction = text('direction');
    const tool = text('tool');
    const options: MakeOptions = {
      technique: text('technique'),
      kind: text('kind') as MakeOptions['kind'],
      direction: direction === 'incoming' || direction === 'outgoing' ? direction : undefined,
      contributor: text('contributor'),
      title: text('title'),
      capturedAt: text('captured-at'),
      tools: tool === undefined ? [] : [tool],
    };
    this.#ask({ kind: 'make', index: this.#index, options });
  }

  #madeIt(made: Made): void {
    const wanted = this.#part('wanted', HTMLElement);
    const done = this.#part('made', HTMLElement);
    done.hidden = 'wanted' in made;
    if ('wanted' in made) {
      wanted.textContent = made.wanted.join(' ');
      return;
    }
    wanted.textContent = '';
    this.#part('path', HTMLElement).textContent = this.#pathOf(made.path);
    this.#part('yaml', HTMLElement).textContent = made.yaml;
    this.#part('copy', HTMLButtonElement).textContent = 'Copy';
    const download = this.#part('download', HTMLAnchorElement);
    if (this.#file !== undefined) URL.revokeObjectURL(this.#file.url);
    this.#file = { url: URL.createObjectURL(new Blob([made.yaml], { type: 'application/yaml' })) };
    download.href = this.#file.url;
    download.download = `${made.id}.yaml`;
    this.#part('entries', HTMLElement).replaceChildren(
      ...newEntries(made.entries, (file) => this.#pathOf(file)),
    );
    this.#offerGithub(made.path, made.yaml);
    this.#offerForm(made.fields);
  }

  #pathOf(path: string): string {
    const { directory = '' } = this.dataset;
    return directory === '' ? path : `${directory}/${path}`;
  }

  #offerGithub(path: string, yaml: string): void {
    const { repository = '', branch = 'main' } = this.dataset;
    const url = newFileUrl(repository, branch, this.#pathOf(path), yaml);
    leadOut(this.#part('github', HTMLAnchorElement), url?.href);
    this.#part('too-long', HTMLElement).hidden = url === undefined || url.whole;
  }

  #offerForm(fields: Readonly<Record<string, string>>): void {
    // The form offers a technique in the words of the page.
    const chosen = this.querySelector<HTMLSelectElement>('select[name="technique"]')?.selectedOptions[0];
    const technique = chosen?.text ?? fields['technique'] ?? '';
    const url = captureFormUrl(this.dataset['repository'] ?? '', { ...fields, technique });
    leadOut(this.#part('form', HTMLAnchorElement), url);
  }

  async #copy(): Promise<void> {
    const yaml = this.#part('yaml', HTMLElement);
    const button = this.#part('copy', HTMLButtonElement);
    try {
      await navigator.clipboard.writeText(yaml.textContent ?? '');
      button.textContent = 'Copied';
    } catch {
      // Without the right to write to the clipboard the reader copies what is selected.
      getSelection()?.selectAllChildren(yaml);
      button.textContent = 'Selected: press Ctrl+C';
    }
  }

  #empty(): void {
    this.#index = -1;
    this.#kept.clear();
    this.#part('result', HTMLElement).hidden = true;
    this.#part('capture', HTMLElement).hidden = true;
    this.#part('stanzas', HTMLElement).replaceChildren();
    this.#part('stanza', HTMLElement).replaceChildren();
    this.#part('made', HTMLElement).hidden = true;
    this.#part('yaml', HTMLElement).textContent = '';
  }

  #stop(words: string): void {
    this.#round++;
    this.#drop();
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

customElements.define('workbench-app', WorkbenchApp);
