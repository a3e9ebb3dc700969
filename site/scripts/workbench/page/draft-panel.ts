import { captureFormUrl } from '../../../model/links/capture-form-url.ts';
import { newFileUrl } from '../../../model/links/new-file-url.ts';
import { leadOut } from '../../page/lead-out.ts';
import type { DraftView } from '../messages/draft-view.ts';
import type { LogSummary } from '../messages/log-summary.ts';
import type { MakeOptions } from '../messages/worker-request.ts';
import { callPicks } from '../view/call-picks.ts';
import { entryList } from '../view/entry-list.ts';
import { partOf } from './part-of.ts';

/** The part of the workbench where a capture is drafted: the reader's options, and the file with ways to submit it. */
export class DraftPanel {
  readonly #workbench: HTMLElement;
  /** The address of the file to download. */
  #download: string | undefined;
  /** The text for the issue form. */
  #forForm = '';

  /** @param onChange called when an option changes */
  constructor(workbench: HTMLElement, onChange: () => void) {
    this.#workbench = workbench;
    const options = this.#part('options', HTMLFormElement);
    options.addEventListener('submit', (event) => event.preventDefault());
    // Updated on each choice and each typed letter.
    for (const part of [options, this.#part('pick', HTMLElement)]) {
      part.addEventListener('input', () => {
        this.#showQuestions();
        onChange();
      });
    }
    this.#part('copy', HTMLButtonElement).addEventListener('click', () => void this.#copy());
    this.#part('copy-form', HTMLButtonElement).addEventListener('click', () => {
      const done = (words: string) => () => {
        this.#part('copy-form', HTMLButtonElement).textContent = words;
      };
      navigator.clipboard
        .writeText(this.#forForm)
        .then(done('Copied'), done('Not allowed: copy it from the file'));
    });
  }

  /** The call that is handed in, if it is not the stanza that is shown, and what the reader says about it. */
  wanted(): { readonly call: number | undefined; readonly options: MakeOptions } {
    return { call: this.#picked(), options: this.#options() };
  }

  /** Offers the calls of a log, each as one capture; the first is picked. */
  offerCalls(calls: LogSummary['whole']): void {
    const part = this.#part('pick', HTMLElement);
    const before = this.#picked() ?? (part.hidden ? calls[0]?.number : undefined);
    part.hidden = calls.length === 0;
    this.#part('picks', HTMLElement).replaceChildren(...callPicks(calls, before));
    this.#showQuestions();
  }

  #picked(): number | undefined {
    const { value = '' } = this.#workbench.querySelector<HTMLInputElement>('[name="pick"]:checked') ?? {};
    return value === '' ? undefined : Number(value);
  }

  /** Only the questions that matter for what is picked. */
  #showQuestions(): void {
    this.#part('side', HTMLElement).hidden = this.#picked() === undefined;
    const kind = new FormData(this.#part('options', HTMLFormElement)).get('kind');
    this.#part('by-others', HTMLElement).hidden = kind !== 'published';
  }

  #options(): MakeOptions {
    const data = new FormData(this.#part('options', HTMLFormElement));
    const text = (name: string): string | undefined => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const direction = text('direction');
    const tool = text('tool');
    const kind = text('kind');
    const observer = text('observer');
    const isOfOthers = kind === 'published';
    return {
      technique: text('technique'),
      kind: (isOfOthers ? 'captured' : kind) as MakeOptions['kind'],
      client: text('client'),
      observer: observer as MakeOptions['observer'],
      url: isOfOthers ? text('url') : undefined,
      author: isOfOthers ? text('author') : undefined,
      license: isOfOthers ? text('license') : undefined,
      direction: direction === 'incoming' || direction === 'outgoing' ? direction : undefined,
      contributor: text('contributor'),
      title: text('title'),
      version: text('version'),
      platform: text('platform'),
      capturedAt: text('captured-at'),
      tools: tool === undefined ? [] : [tool],
    };
  }

  /** @param asksDirection whether the reader has to choose the direction */
  open(asksDirection: boolean): void {
    this.#part('way', HTMLElement).hidden = !asksDirection;
    this.#part('capture', HTMLElement).hidden = false;
  }

  close(): void {
    this.#part('capture', HTMLElement).hidden = true;
    this.#part('submit', HTMLDetailsElement).open = false;
    this.#part('pick', HTMLElement).hidden = true;
    this.#part('picks', HTMLElement).replaceChildren();
    this.#showQuestions();
    this.#part('made', HTMLElement).hidden = true;
    this.#part('yaml', HTMLElement).textContent = '';
  }

  show(draft: DraftView): void {
    const wanted = this.#part('wanted', HTMLElement);
    this.#part('made', HTMLElement).hidden = 'wanted' in draft;
    if ('wanted' in draft) {
      wanted.textContent = draft.wanted.join(' ');
      return;
    }
    wanted.textContent = '';
    this.#part('path', HTMLElement).textContent = this.#pathOf(draft.path);
    this.#part('yaml', HTMLElement).textContent = draft.yaml;
    this.#part('copy', HTMLButtonElement).textContent = 'Copy';
    const download = this.#part('download', HTMLAnchorElement);
    if (this.#download !== undefined) URL.revokeObjectURL(this.#download);
    this.#download = URL.createObjectURL(new Blob([draft.yaml], { type: 'application/yaml' }));
    download.href = this.#download;
    download.download = `${draft.id}.yaml`;
    this.#part('entries', HTMLElement).replaceChildren(
      ...entryList(draft.entries, (file) => this.#pathOf(file)),
    );
    this.#offerFile(draft.path, draft.yaml);
    this.#offerForm(draft.fields);
  }

  #part<T extends HTMLElement>(name: string, type: new () => T): T {
    return partOf(this.#workbench, name, type);
  }

  #pathOf(path: string): string {
    const { directory = '' } = this.#workbench.dataset;
    return directory === '' ? path : `${directory}/${path}`;
  }

  #offerFile(path: string, yaml: string): void {
    const { repository = '', branch = 'main' } = this.#workbench.dataset;
    const url = newFileUrl(repository, branch, this.#pathOf(path), yaml);
    leadOut(this.#part('github', HTMLAnchorElement), url?.href);
    this.#part('too-long', HTMLElement).hidden = url === undefined || url.whole;
  }

  #offerForm(fields: Readonly<Record<string, string>>): void {
    // The form offers techniques by the same labels as the page.
    const select = this.#workbench.querySelector<HTMLSelectElement>('select[name="technique"]');
    const technique = select?.selectedOptions[0]?.text ?? fields['technique'] ?? '';
    const { repository = '' } = this.#workbench.dataset;
    const whole = captureFormUrl(repository, { ...fields, technique });
    leadOut(
      this.#part('form', HTMLAnchorElement),
      whole ?? captureFormUrl(repository, { ...fields, technique, capture: '' }),
    );
    this.#forForm = fields['capture'] ?? '';
    this.#part('form-too-long', HTMLElement).hidden = whole !== undefined;
  }

  async #copy(): Promise<void> {
    const yaml = this.#part('yaml', HTMLElement);
    const button = this.#part('copy', HTMLButtonElement);
    try {
      await navigator.clipboard.writeText(yaml.textContent ?? '');
      button.textContent = 'Copied';
    } catch {
      // Without permission to write to the clipboard, the reader copies the selection.
      getSelection()?.selectAllChildren(yaml);
      button.textContent = 'Selected: press Ctrl+C';
    }
  }
}
