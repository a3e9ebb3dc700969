import {
  openSearch,
  type Search,
  type SearchHit,
  type SearchResult,
} from '../../../lib/search/open-search.ts';
import { readIndex } from './read-index.ts';

/** How long typing must pause before a search starts, in milliseconds. */
const PAUSE_MS = 80;

export interface SearchBoxOptions {
  /** The folder of the index files: a path with a slash at its end. */
  readonly folder: string;
  /** The prefix of all ids in the box: a page may have two boxes. */
  readonly id: string;
  /** The largest number of results. */
  readonly limit: number;
  /** Called with the query whenever it changes. */
  readonly onQuery?: (query: string) => void;
  /** Called when the reader follows a result. */
  readonly onPick?: () => void;
  /** Called when the reader closes the box; without it there is no button for that. */
  readonly onClose?: () => void;
}

// Loaded on first use, once for all boxes of the page.
let index: Promise<Search> | undefined;

/**
 * A search field with its results: a combobox whose options are links. Arrow keys select, Enter follows, and the mouse
 * works as with any link.
 */
export class SearchBox {
  readonly element = make('div', 'search-box');
  readonly field = make('input');
  readonly #status = make('p', 'found');
  readonly #list = make('div', 'results');
  readonly #options: SearchBoxOptions;
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Promise<void> = Promise.resolve();
  /** The last query; results of any other come too late and are dropped. */
  #query = '';

  constructor(options: SearchBoxOptions) {
    this.#options = options;
    const { field } = this;
    field.type = 'search';
    field.placeholder = 'Search facts';
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.enterKeyHint = 'go';
    field.setAttribute('autocapitalize', 'none');
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-label', 'Search facts');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', `${options.id}-results`);
    field.setAttribute('aria-expanded', 'false');
    this.#status.setAttribute('role', 'status');
    this.#list.id = `${options.id}-results`;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'Results');
    this.#list.hidden = true;
    // A list that scrolls takes the focus in some browsers; the field has the keys for it.
    this.#list.tabIndex = -1;
    const line = make('div', 'search-line');
    line.append(field, ...closeButton(options.onClose));
    this.element.append(line, this.#status, this.#list);

    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
    });
    field.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('click', () => this.#options.onPick?.());
  }

  /** Puts a query into the field and shows its results. */
  ask(query: string): void {
    this.field.value = query;
    this.#ask();
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const query = this.field.value.trim();
    if (query === this.#query) return;
    this.#query = query;
    this.#options.onQuery?.(query);
    this.#shown = this.#answer(query);
  }

  async #answer(query: string): Promise<void> {
    if (query === '') return this.#show([], '');
    try {
      const loading = setTimeout(() => {
        this.#status.textContent = 'Reading the index…';
      }, 400);
      index ??= openSearch((file) => readIndex(this.#options.folder + file));
      const search = await index.finally(() => clearTimeout(loading));
      const result = await search(query, this.#options.limit);
      if (query === this.#query) this.#show(result.hits, said(result), query);
    } catch {
      index = undefined;
      if (query !== this.#query) return;
      this.#query = '';
      this.#show([], 'The search index could not be read. Reload the page and try again.');
    }
  }

  #show(hits: readonly SearchHit[], status: string, query = ''): void {
    this.#list.replaceChildren(...hits.map((hit, i) => option(hit, `${this.#options.id}-${i}`)));
    this.#list.hidden = hits.length === 0;
    this.#list.scrollTop = 0;
    this.#status.textContent = status;
    if (query !== '' && hits.length === 0) this.#status.append(' ', ...this.#waysOn(query));
    this.field.setAttribute('aria-expanded', String(hits.length > 0));
    this.#activate(hits.length > 0 ? 0 : -1);
  }

  /** Suggests where to look when nothing is found. */
  #waysOn(query: string): (Node | string)[] {
    const link = (to: string, text: string): HTMLAnchorElement => {
      const made = make('a', '', text);
      made.href = this.#options.folder.replace(/search\/$/, to);
      made.addEventListener('click', () => this.#options.onPick?.());
      return made;
    };
    return [
      'Try ',
      link(`facts/?path=${encodeURIComponent(query)}`, 'all facts by path'),
      ' or the ',
      link('questions/', 'open questions'),
      '.',
    ];
  }

  #activate(at: number): void {
    this.#list.children[this.#active]?.removeAttribute('aria-selected');
    this.#active = at;
    const option = this.#list.children[at];
    if (option === undefined) {
      this.field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.field.setAttribute('aria-activedescendant', option.id);
    if (at > 0) option.scrollIntoView({ block: 'nearest' });
    else this.#list.scrollTop = 0;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { length } = this.#list.children;
    if (event.key === 'Enter') {
      event.preventDefault();
      void this.#go();
    } else if (length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.#activate((this.#active + (event.key === 'ArrowDown' ? 1 : -1) + length) % length);
    }
  }

  /** Follows the active result. When Enter comes before the results of the last words, it waits for them. */
  async #go(): Promise<void> {
    if (this.#timer !== undefined) this.#ask();
    await this.#shown;
    const option = this.#list.children[this.#active];
    if (option instanceof HTMLAnchorElement) option.click();
  }
}

function closeButton(onClose: (() => void) | undefined): HTMLElement[] {
  if (onClose === undefined) return [];
  const button = make('button', '', 'Close');
  button.type = 'button';
  button.addEventListener('click', onClose);
  return [button];
}

function option(hit: SearchHit, id: string): HTMLAnchorElement {
  const { noun, name, path, href, confidence, text, isRefuted } = hit;
  const link = make('a');
  link.id = id;
  link.href = href;
  link.tabIndex = -1;
  link.setAttribute('role', 'option');
  const parts = [
    make('b', confidence === '' ? '' : 'fact', name),
    make('span', 'kind', noun),
    ...(isRefuted ? [make('span', 'refuted', 'refuted')] : []),
    ...(confidence === '' ? [] : [make('span', `conf ${confidence}`, confidence)]),
    ...(path === '' ? [] : [make('code', '', path)]),
    ...(text === '' ? [] : [make('span', 'line', text)]),
  ];
  link.append(...parts.flatMap((part) => [part, ' ']));
  return link;
}

function said({ total, hits, isPartial }: SearchResult): string {
  if (total === 0) return 'Nothing found.';
  const results = total === 1 ? '1 result' : `${total} results`;
  const shown = total > hits.length ? `${results}, showing the best ${hits.length}` : results;
  return isPartial ? `Nothing has all of these words; with some of them: ${shown}` : shown;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}
