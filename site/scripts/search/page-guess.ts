import { openSearch } from '../../../lib/search/open-search.ts';
import { nearestPages } from '../../model/text/nearest-pages.ts';
import { makeElement as make } from './make-element.ts';
import { readIndex } from './read-index.ts';

/** Suggests pages for an address without one, from the search index. Nothing is sent anywhere. */
export class PageGuess extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { base = '/' } = this.dataset;
    try {
      const search = await openSearch((file) => readIndex(`${base}search/${file}`));
      const pages = await nearestPages(location.pathname, base, search);
      if (pages.length === 0) {
        this.append(make('p', 'note', 'No page has a name like that of this address.'));
        return;
      }
      const items = pages.map(({ name, kind, noun, href }) => {
        const link = make('a', '', name);
        link.href = href;
        return make('li', '', link, kind === 'page' ? '' : ` (${noun})`);
      });
      this.append(make('h2', '', 'Did you mean one of these?'), make('ul', 'references', ...items));
    } catch {
      // If the index cannot be read, the page still has its links.
    }
  }
}

customElements.define('page-guess', PageGuess);
