import { captureFormUrl } from '../../../model/links/capture-form-url.ts';
import { newFileUrl } from '../../../model/links/new-file-url.ts';
import { leadOut } from '../../page/lead-out.ts';
import type { DraftView } from '../messages/draft-view.ts';
import type { MakeOptions } from '../messages/worker-request.ts';
import { entryList } from '../view/entry-list.ts';
import { partOf } from './part-of.ts';

/** The part of the workbench where a capture is drafted: the reader's options, and the file with ways to submit it. */
export class DraftPanel {
  readonly #workbench: HTMLElement;
  /** The address of the file to download. */
  #download: string | undefined;

  /** @param onChange called when an option changes */
  constructor(workbench: HTMLElement, onChange: () => void) {
    this.#workbench = workbench;
    const options = this.#part('options', HTMLFormElement);
    options.addEventListener('submit', (event) => event.preventDefault());
    // Updated on each choice and each typed letter.
    options.addEventListener('input', onChange);
    this.#part('copy', HTMLButtonElement).addEventListener('click', () => void this.#copy());
  }

  /** What the reader says about the capture. */
  options(): MakeOptions {
    const data = new FormData(this.#part('options', HTMLFormElement));
    const text = (name: string): string | undefined => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const direction = text('direction');
    const tool = text('tool');
    return {
      technique: text('technique'),
      kind: text('kind') as MakeOptions['kind'],
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
    const url = captureFormUrl(this.#workbench.dataset['repository'] ?? '', { ...fields, technique });
    leadOut(this.#part('form', HTMLAnchorElement), url);
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
