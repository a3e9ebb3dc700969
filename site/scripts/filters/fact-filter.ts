import { readable } from '../../../lib/pages/fragment.ts';
import { matrixPath } from '../../model/clients/matrix-path.ts';
import { type FactIndex, TEXTS_IN_A_FILE } from '../../model/paged/fact-index.ts';
import { NONE, type PackedFacet } from '../../model/paged/packed-facet.ts';
import { makeElement as make } from '../search/make-element.ts';
import { type FilteredList, ListFilter } from './list-filter.ts';
import { readFile } from './read-file.ts';
import { showTally } from './show-tally.ts';
import { TextFiles } from './text-files.ts';

/** The filter of all facts. */
export class FactFilter extends ListFilter {
  protected readonly noun = 'facts';

  protected async load(): Promise<FilteredList> {
    const folder = this.dataset['folder'] ?? '';
    return new FactTable(
      (await readFile(`${folder}index.json`)) as FactIndex,
      folder,
      this.dataset['base'] ?? '',
    );
  }

  protected override clearSummary(): void {
    showTally(undefined);
  }
}

/** The facts that the filter finds, as rows of a table by their definitions. */
class FactTable implements FilteredList {
  readonly size: number;
  readonly facets: readonly PackedFacet[];
  readonly #base: string;
  readonly #index: FactIndex;
  /** The definition of each fact, as an index of the owners. */
  readonly #ownerOf: number[] = [];
  readonly #paths: readonly string[];
  readonly #texts: TextFiles<string>;

  constructor(index: FactIndex, folder: string, base: string) {
    this.#base = base;
    this.#index = index;
    this.#texts = new TextFiles(folder, TEXTS_IN_A_FILE);
    this.size = index.names.length;
    index.owners.forEach(([, , , , count], owner) => {
      for (let i = 0; i < count; i += 1) this.#ownerOf.push(owner);
    });
    this.#paths = index.names.map((_, row) => this.#partsOf(row).join('').toLowerCase());
    this.facets = [...index.facets, ...this.#ownerFacets()];
  }

  fitsText(text: string): (row: number) => boolean {
    return (row) => this.#paths[row]?.includes(text) === true;
  }

  summarize(rows: readonly number[]): void {
    showTally(this.#valuesOf('confidence', rows));
  }

  /** A stanza has facts of its own alone: what an implementation has of the rest is on two other pages. */
  remark(wanted: ReadonlyMap<string, string>): readonly (Node | string)[] {
    const stanza = wanted.get('stanza');
    const client = wanted.get('flavor');
    if (stanza === undefined || client === undefined || client === NONE) return [];
    const page = link(`${this.#base}flavors/${encodeURIComponent(client)}/#~${stanza}`, client);
    const all = [' or ', link(`${this.#base}${matrixPath(stanza)}`, 'all implementations, part by part')];
    return [
      ' Parts of the envelope and of shared nodes are not among them. For what it reads and writes of those, see ',
      page,
      ...(this.#isCompared(stanza) ? all : []),
      '.',
    ];
  }

  /** Whether an implementation has a part of a stanza, so that there is a page that compares them. */
  #isCompared(stanza: string): boolean {
    const owner = this.#index.owners.findIndex(([kind, id]) => kind === 'stanza' && id === stanza);
    return this.#ownerOf.some(
      (one, row) =>
        one === owner &&
        (this.#index.implementations[row] ?? 0) > 0 &&
        !this.#valuesAt('kind', row).includes('choice'),
    );
  }

  render(rows: readonly number[]): HTMLElement[] {
    const bodies: HTMLElement[] = [];
    let last = -1;
    for (const row of rows) {
      const owner = this.#ownerOf[row] ?? -1;
      if (owner !== last) bodies.push(this.#body(owner));
      last = owner;
      bodies.at(-1)?.append(...this.#row(row));
    }
    return bodies;
  }

  #body(owner: number): HTMLElement {
    const [, , title = '', href = ''] = this.#index.owners[owner] ?? [];
    const head = make('th', '', href === '' ? title : link(href, title));
    head.scope = 'rowgroup';
    head.colSpan = COLUMNS;
    return make('tbody', '', make('tr', 'of', head));
  }

  #row(row: number): HTMLElement[] {
    const [owner, name] = this.#partsOf(row);
    const path = link(this.#hrefOf(row));
    path.append(make('i', '', owner), document.createElement('wbr'), ...breakable(name));
    const head = make('th', '', path);
    head.scope = 'row';
    const [type = '', typeHref = ''] = this.#index.types[this.#index.type[row] ?? -1] ?? [];
    const [confidence = ''] = this.#valuesAt('confidence', row);
    const count = this.#index.implementations[row] ?? 0;
    const says = make('td');
    says.colSpan = COLUMNS;
    const techniques = this.#valuesAt('technique', row).join(', ');
    if (techniques !== '') says.append(' ', make('small', '', `Seen by ${techniques}`));
    void this.#texts.of(row).then((text = '') => says.prepend(text));
    return [
      make(
        'tr',
        'fact',
        head,
        make('td', '', this.#valuesAt('kind', row).join('')),
        make('td', '', typeHref === '' ? type : link(typeHref, type)),
        make('td', '', make('span', `conf ${confidence}`, confidence)),
        make('td', '', count === 0 ? '' : String(count)),
        make('td', '', this.#valuesAt('dispute', row).at(-1) ?? ''),
      ),
      make('tr', 'says', says),
    ];
  }

  readonly #partsOf = (row: number): readonly [string, string] => [
    this.#index.prefixes[this.#index.prefix[row] ?? -1] ?? '',
    this.#index.names[row] ?? '',
  ];

  #hrefOf(row: number): string {
    const [, , , page = ''] = this.#index.owners[this.#ownerOf[row] ?? -1] ?? [];
    return `${page}#${this.#index.fragments[row] ?? readable(this.#index.names[row] ?? '')}`;
  }

  #valuesAt(name: string, row: number): string[] {
    const facet = this.facets.find((one) => one.name === name);
    const set = facet?.sets[facet.of[row] ?? -1] ?? [];
    return set.flatMap((index) => facet?.values[index] ?? []).filter((value) => value !== NONE);
  }

  readonly #valuesOf = (name: string, rows: readonly number[]): string[] =>
    rows.flatMap((row) => this.#valuesAt(name, row));

  /** A field for each kind of definition: a fact has that of its own, and none of the others. */
  #ownerFacets(): PackedFacet[] {
    const { owners } = this.#index;
    const byKind = Map.groupBy(owners.keys(), (owner) => owners[owner]?.[0] ?? '');
    return [...byKind].map(([name, some]) => {
      const number = new Map(some.map((owner, i) => [owner, i]));
      return {
        name,
        values: [...some.map((owner) => owners[owner]?.[1] ?? ''), NONE],
        sets: [...some.keys(), some.length].map((i) => [i]),
        of: this.#ownerOf.map((owner) => number.get(owner) ?? some.length),
      };
    });
  }
}

const COLUMNS = 6;

function link(href: string, text = ''): HTMLAnchorElement {
  const element = make('a', '', text);
  element.href = href;
  return element;
}

/** A long path may break after its separators. */
const breakable = (name: string): (Node | string)[] =>
  name
    .split(/(?<=[/@])(?=.)/)
    .flatMap((part, i) => (i === 0 ? [part] : [document.createElement('wbr'), part]));

customElements.define('fact-filter', FactFilter);
