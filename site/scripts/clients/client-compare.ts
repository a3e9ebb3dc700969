import type { ClientPartJson } from '../../../lib/export/json/json-of-definition.ts';
import { counted } from '../../../lib/text/counted.ts';
import {
  addressOfPart,
  type ClientDifference,
  type ClientDifferences,
  clientDifferences,
} from '../../model/clients/client-differences.ts';
import { makeElement } from '../search/make-element.ts';

/** How many differences are shown before the reader asks for all. */
const AT_ONCE = 200;

/**
 * Compares the client of the page with another one: only the parts with which they do not do the same, from the JSON of
 * both. The other one is in the query of the URL. It is invisible until this script runs; without it, each client has
 * its own page.
 */
export class ClientCompare extends HTMLElement {
  #run = 0;

  connectedCallback(): void {
    const select = this.querySelector('select');
    const status = this.querySelector('[role="status"]');
    const found = this.querySelector<HTMLElement>('.differences');
    if (select === null || status === null || found === null) return;
    const show = async (): Promise<void> => {
      this.#run += 1;
      const run = this.#run;
      const other = select.value;
      found.replaceChildren();
      status.textContent = other === '' ? '' : 'Loading …';
      if (other === '') return;
      try {
        const { deeds, named } = await this.#compare(other);
        if (run !== this.#run) return;
        const name = select.selectedOptions[0]?.text ?? other;
        status.textContent =
          deeds.length === 0
            ? `No difference from ${name} is known.`
            : `${counted(deeds.length, 'difference')} from ${name}. An empty cell: not seen in its code, which is not a no.`;
        if (deeds.length > 0) this.#fill(found, deeds, name);
        if (named.length > 0) found.append(this.#fold(named, name));
      } catch {
        if (run === this.#run)
          status.textContent = 'The comparison could not be loaded. Check the connection and choose again.';
      }
    };
    const fromAddress = (): void => {
      select.value = new URLSearchParams(location.search).get('with') ?? '';
      if (select.selectedIndex === -1) select.value = '';
      void show();
    };
    select.addEventListener('input', () => {
      const query = select.value === '' ? '' : `?with=${encodeURIComponent(select.value)}`;
      history.replaceState(null, '', `${location.pathname}${query}`);
      void show();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', fromAddress);
    fromAddress();
  }

  async #compare(other: string): Promise<ClientDifferences> {
    const [one, two] = await Promise.all([this.#partsOf(this.dataset['client'] ?? ''), this.#partsOf(other)]);
    return clientDifferences(one, two);
  }

  async #partsOf(client: string): Promise<readonly ClientPartJson[]> {
    const response = await fetch(`${this.dataset['base']}flavors/${encodeURIComponent(client)}.json`);
    if (!response.ok) throw new Error(`${client}: ${response.status}`);
    const { parts } = (await response.json()) as { readonly parts: readonly ClientPartJson[] };
    return parts;
  }

  #fold(named: readonly ClientDifference[], name: string): HTMLElement {
    const summary = makeElement(
      'summary',
      '',
      `${counted(named.length, 'part')} that one of them only names`,
    );
    const fold = makeElement('details', 'fold', summary);
    this.#fill(fold, named, name);
    return fold;
  }

  #fill(found: HTMLElement, differences: readonly ClientDifference[], name: string): void {
    const rows = makeElement('tbody');
    const add = (some: readonly ClientDifference[]): void => {
      for (const { path, one, other } of some) {
        const link = makeElement('a', '', path);
        link.href = `${this.dataset['base']}${addressOfPart(path)}`;
        const part = makeElement('th', '', link);
        part.scope = 'row';
        rows.append(makeElement('tr', '', part, this.#cell(this.#name, one), this.#cell(name, other)));
      }
    };
    add(differences.slice(0, AT_ONCE));
    const heads = ['Part', this.#name, name].map((text) => {
      const head = makeElement('th', '', text);
      head.scope = 'col';
      return head;
    });
    const caption = makeElement('caption', 'vh', `Differences between ${this.#name} and ${name}`);
    found.append(
      makeElement('table', 'slim', caption, makeElement('thead', '', makeElement('tr', '', ...heads)), rows),
    );
    if (differences.length <= AT_ONCE) return;
    const more = makeElement('button', '', `Show all ${differences.length}`);
    more.type = 'button';
    more.addEventListener('click', () => {
      add(differences.slice(AT_ONCE));
      more.remove();
    });
    found.append(more);
  }

  get #name(): string {
    return this.dataset['name'] ?? '';
  }

  #cell(label: string, text: string): HTMLTableCellElement {
    const cell = makeElement('td', '', text);
    if (text !== '') cell.dataset['label'] = label;
    return cell;
  }
}

customElements.define('client-compare', ClientCompare);
