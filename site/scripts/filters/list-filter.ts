import { type Found, findRows, type PackedFacet } from '../../model/paged/packed-facet.ts';

/** A list that is loaded when a filter is first used. */
export interface FilteredList {
  readonly size: number;
  readonly facets: readonly PackedFacet[];
  /** Whether a row fits a text, which is in small letters. */
  fitsText(text: string): (row: number) => boolean;
  /** The rows as elements, in their order. */
  render(rows: readonly number[]): HTMLElement[];
  /** Called with all rows that were found, before the first of them are shown. */
  summarize?(rows: readonly number[]): void;
  /** What a reader should know of the wanted values besides what was found; nothing to say: an empty list. */
  remark?(wanted: ReadonlyMap<string, string>): readonly (Node | string)[];
}

/** How many rows are shown at once. */
const AT_ONCE = 100;

/**
 * The filter of a long list that is split into pages. Its state is in the query of the URL, so that what it finds can
 * be linked to. It is invisible until this script runs; without it the index leads to every page of the list. While
 * nothing is filtered, the index is shown, and nothing is loaded. What it finds is shown in parts.
 */
export abstract class ListFilter extends HTMLElement {
  /** What the list holds, such as `facts`. */
  protected abstract readonly noun: string;
  /** Loads the list. It is called once, when a filter is first used. */
  protected abstract load(): Promise<FilteredList>;
  /** Called when nothing is filtered any more. */
  protected clearSummary(): void {}

  #list: Promise<FilteredList> | undefined;
  #fields: (HTMLSelectElement | HTMLInputElement)[] = [];
  #status: Element | undefined;
  #found: HTMLElement | undefined;
  #index: HTMLElement | undefined;
  /** The rows that are found and not shown yet. */
  #rest: readonly number[] = [];
  /** A value in the URL that the list does not have, until the reader chooses another one. */
  #unknown: string | undefined;
  #run = 0;
  /** The texts of the choices while nothing is filtered. */
  readonly #choices = new Map<HTMLOptionElement, string>();

  connectedCallback(): void {
    const form = this.querySelector('form');
    this.#status = this.querySelector('[role="status"]') ?? undefined;
    this.#found = document.querySelector<HTMLElement>('.found-rows') ?? undefined;
    this.#index = document.querySelector<HTMLElement>('.list-index') ?? undefined;
    if (form === null || this.#found === undefined) return;
    this.#fields = [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')];
    for (const option of form.querySelectorAll('option'))
      if (option.value !== '') this.#choices.set(option, option.text);
    form.addEventListener('input', () => this.#toAddress());
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => {
      for (const field of this.#fields) field.value = '';
      this.#toAddress();
    });
    this.#found.querySelector('button')?.addEventListener('click', () => this.#showMore());
    this.#index?.addEventListener('click', (event) => this.#follow(event));
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  /** A definition in the index filters by it, in place of leading to its page. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const filter = link?.dataset['filter'];
    if (filter === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    history.pushState(null, '', `${location.pathname}?${filter}`);
    this.#fromAddress();
    this.scrollIntoView({ block: 'start' });
  }

  #fromAddress(): void {
    const query = new URLSearchParams(location.search);
    this.#unknown = undefined;
    for (const field of this.#fields) {
      const value = query.get(field.name) ?? '';
      field.value = value;
      if (field instanceof HTMLSelectElement && field.selectedIndex === -1) {
        field.value = '';
        this.#unknown ??= `${field.name} '${value}'`;
      }
    }
    this.#show();
  }

  #toAddress(): void {
    this.#unknown = undefined;
    const query = new URLSearchParams(this.#wanted().map(({ name, value }) => [name, value])).toString();
    history.replaceState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
    this.#show();
  }

  readonly #wanted = (): (HTMLSelectElement | HTMLInputElement)[] =>
    this.#fields.filter(({ value }) => value.trim() !== '');

  #show(): void {
    this.#run += 1;
    if (this.#unknown !== undefined) {
      this.#empty(false);
      this.#say(
        `The spec has no ${this.#unknown}, so none of the ${this.noun} is shown. Choose another, or reset the filters.`,
      );
      return;
    }
    if (this.#wanted().length === 0) {
      this.#empty(true);
      for (const [option, text] of this.#choices) if (option.text !== text) option.text = text;
      this.clearSummary();
      this.#say('');
      return;
    }
    void this.#find(this.#run);
  }

  async #find(run: number): Promise<void> {
    if (this.#list === undefined) this.#say('Loading…');
    this.#list ??= this.load();
    let list: FilteredList;
    try {
      list = await this.#list;
    } catch {
      this.#list = undefined;
      if (run === this.#run)
        this.#say(
          `The ${this.noun} could not be loaded. Without the filter, the pages below list all of them.`,
        );
      return;
    }
    if (run !== this.#run) return;
    const found = findRows(list.facets, list.size, this.#values(), this.#fitsText(list));
    this.#empty(false);
    list.summarize?.(found.rows);
    this.#rest = found.rows;
    this.#countChoices(found);
    const { length } = found.rows;
    const first = length > AT_ONCE ? ` The first ${AT_ONCE} are shown.` : '';
    this.#say(`${length} of ${list.size} ${this.noun} ${length === 1 ? 'matches' : 'match'}.${first}`);
    const wanted = new Map(this.#wanted().map(({ name, value }) => [name, value]));
    this.#status?.append(...(list.remark?.(wanted) ?? []));
    this.#append(list);
  }

  /** The wanted values of the fields; a field that is typed into finds values that contain its text. */
  #values(): ReadonlyMap<string, (value: string) => boolean> {
    const fields = this.#wanted().filter(({ name }) => name !== 'path');
    return new Map(
      fields.map((field) => {
        const wanted = field.value.trim();
        return [
          field.name,
          field instanceof HTMLSelectElement
            ? (value) => value === wanted
            : (value) => value.includes(wanted),
        ];
      }),
    );
  }

  #fitsText(list: FilteredList): (row: number) => boolean {
    const text = this.#wanted().find(({ name }) => name === 'path');
    return text === undefined ? () => true : list.fitsText(text.value.trim().toLowerCase());
  }

  #countChoices({ counts }: Found): void {
    for (const [option, text] of this.#choices) {
      const name = option.closest('select')?.name ?? '';
      const count = counts.get(name)?.get(option.value) ?? 0;
      const counted = text.replace(/\(\d+\)$/, `(${count})`);
      if (option.text !== counted) option.text = counted;
    }
  }

  #empty(isUnfiltered: boolean): void {
    this.#rest = [];
    if (this.#found !== undefined) {
      this.#found.hidden = isUnfiltered;
      this.#place()?.replaceChildren(...this.#head());
      const more = this.#found.querySelector('button');
      if (more !== null) more.hidden = true;
    }
    if (this.#index !== undefined) this.#index.hidden = !isUnfiltered;
  }

  readonly #place = (): Element | null => this.#found?.querySelector('[data-rows]') ?? null;
  readonly #head = (): Element[] => [
    ...(this.#place()?.querySelectorAll(':scope > caption, :scope > thead') ?? []),
  ];

  #append(list: FilteredList): HTMLElement | undefined {
    const some = list.render(this.#rest.slice(0, AT_ONCE));
    this.#rest = this.#rest.slice(AT_ONCE);
    this.#place()?.append(...some);
    const more = this.#found?.querySelector('button');
    if (more) {
      more.hidden = this.#rest.length === 0;
      more.textContent = `Show ${Math.min(AT_ONCE, this.#rest.length)} more of ${this.#rest.length}`;
    }
    return some[0];
  }

  async #showMore(): Promise<void> {
    const list = await this.#list;
    if (list === undefined) return;
    const first = this.#append(list);
    // The button may be gone, and what a reader wants next are the new rows.
    first?.querySelector('a')?.focus();
  }

  #say(words: string): void {
    if (this.#status !== undefined) this.#status.textContent = words;
  }
}
