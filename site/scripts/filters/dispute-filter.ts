import { DISPUTES_IN_A_FILE, type DisputeIndex, type DisputeTexts } from '../../model/paged/dispute-index.ts';
import type { PackedFacet } from '../../model/paged/packed-facet.ts';
import { makeElement as make } from '../search/make-element.ts';
import { type FilteredList, ListFilter } from './list-filter.ts';
import { readFile } from './read-file.ts';
import { TextFiles } from './text-files.ts';

/** The filter of all disputes. */
export class DisputeFilter extends ListFilter {
  protected readonly noun = 'disputed facts';

  protected async load(): Promise<FilteredList> {
    const folder = this.dataset['folder'] ?? '';
    return new DisputeEntries((await readFile(`${folder}index.json`)) as DisputeIndex, folder);
  }
}

/** The disputes that the filter finds: the fact, what the spec says, and what contradicts it. */
class DisputeEntries implements FilteredList {
  readonly size: number;
  readonly facets: readonly PackedFacet[];
  readonly #index: DisputeIndex;
  readonly #paths: readonly string[];
  readonly #texts: TextFiles<DisputeTexts>;

  constructor(index: DisputeIndex, folder: string) {
    this.#index = index;
    this.size = index.paths.length;
    this.facets = index.facets;
    this.#paths = index.paths.map((path) => path.toLowerCase());
    this.#texts = new TextFiles(folder, DISPUTES_IN_A_FILE);
  }

  fitsText(text: string): (row: number) => boolean {
    return (row) => this.#paths[row]?.includes(text) === true;
  }

  render(rows: readonly number[]): HTMLElement[] {
    return rows.map((row) => this.#entry(row));
  }

  #entry(row: number): HTMLElement {
    const confidence = this.#index.confidences[row] ?? '';
    const fact = make('a', '', this.#index.paths[row] ?? '');
    fact.href = this.#index.hrefs[row] ?? '';
    const marks = [make('span', `conf ${confidence}`, confidence)];
    const states = this.#valuesAt('state', row);
    if (states.includes('refuted')) marks.push(make('span', 'refuted-mark', 'refuted'));
    if (states.includes('resolved')) marks.push(make('span', 'note', 'resolved'));
    const sides = make('dl', 'pairs');
    void this.#texts.of(row).then(([says = '', ...claims] = []) => {
      const pair = (term: string, text: string): HTMLElement =>
        make('div', '', make('dt', '', term), make('dd', '', text));
      sides.append(pair('The spec says', says), ...claims.map((claim) => pair('Contradicting claim', claim)));
    });
    return make('li', '', make('p', 'path', fact, ...marks.flatMap((mark) => [' ', mark])), sides);
  }

  #valuesAt(name: string, row: number): string[] {
    const facet = this.facets.find((one) => one.name === name);
    const set = facet?.sets[facet.of[row] ?? -1] ?? [];
    return set.flatMap((index) => facet?.values[index] ?? []);
  }
}

customElements.define('dispute-filter', DisputeFilter);
