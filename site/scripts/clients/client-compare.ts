import type { ClientPartJson } from '../../../lib/export/json/json-of-definition.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import { counted } from '../../../lib/text/counted.ts';
import {
  addressOfPart,
  type ClientDifference,
  type ClientDifferences,
  clientDifferences,
  ownerOfPart,
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

  #differences: ClientDifferences | undefined;
  #other = '';

  connectedCallback(): void {
    const select = this.querySelector('select');
    const of = this.querySelector<HTMLSelectElement>('select.of');
    const status = this.querySelector('[role="status"]');
    if (select === null || of === null || status === null) return;
    const wanted = (): string => new URLSearchParams(location.search).get('of') ?? '';
    const show = async (stanza: string): Promise<void> => {
      this.#run += 1;
      const run = this.#run;
      const other = select.value;
      this.#differences = undefined;
      this.#render(of);
      status.textContent = other === '' ? '' : 'Loading …';
      if (other === '') return;
      try {
        const differences = await this.#compare(other);
        if (run !== this.#run) return;
        this.#differences = differences;
        this.#other = select.selectedOptions[0]?.text ?? other;
        const { length } = differences.deeds;
        status.textContent =
          length === 0
            ? `No difference from ${this.#other} is known.`
            : `${counted(length, 'difference')} from ${this.#other}. What was not seen in the code of one of them may still be there.`;
        this.#offer(of, stanza);
        this.#render(of);
      } catch {
        if (run === this.#run)
          status.textContent = 'The comparison could not be loaded. Check the connection and choose again.';
      }
    };
    const fromAddress = (): void => {
      select.value = new URLSearchParams(location.search).get('with') ?? '';
      if (select.selectedIndex === -1) select.value = '';
      void show(wanted());
    };
    const keep = (stanza: string): void => {
      const query = new URLSearchParams();
      if (select.value !== '') query.set('with', select.value);
      if (stanza !== '') query.set('of', stanza);
      const text = query.toString();
      history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}`);
    };
    select.addEventListener('input', () => {
      const stanza = wanted();
      keep(stanza);
      void show(stanza);
    });
    of.addEventListener('input', () => {
      keep(of.value);
      this.#render(of);
    });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', fromAddress);
    fromAddress();
  }

  /** Lets the reader choose one of the definitions in which the two differ. */
  #offer(of: HTMLSelectElement, wanted: string): void {
    const { deeds = [], named = [] } = this.#differences ?? {};
    const owners = [...new Set([...deeds, ...named].map(({ path }) => ownerOfPart(path)))].sort(compareText);
    of.replaceChildren(
      new Option('all stanzas', ''),
      ...owners.map((owner) => new Option(owner.replace(/^node\//, 'shared node '), owner)),
    );
    of.value = owners.includes(wanted) ? wanted : '';
  }

  #render(of: HTMLSelectElement): void {
    const found = this.querySelector<HTMLElement>('.differences');
    const { deeds = [], named = [] } = this.#differences ?? {};
    of.closest('label')?.toggleAttribute('hidden', deeds.length + named.length === 0);
    const isShown = ({ path }: ClientDifference): boolean =>
      of.value === '' || ownerOfPart(path) === of.value;
    found?.replaceChildren();
    if (found === null) return;
    const [some, others] = [deeds.filter(isShown), named.filter(isShown)];
    if (some.length > 0) this.#fill(found, some, this.#other);
    if (others.length > 0) found.append(this.#fold(others, this.#other));
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
    const table = makeElement('table', 'slim');
    let last = '';
    let group: HTMLElement | undefined;
    const add = (some: readonly ClientDifference[]): void => {
      for (const difference of some) {
        const owner = ownerOfPart(difference.path);
        if (group === undefined || owner !== last) {
          group = makeElement('tbody', '', groupHead(owner));
          table.append(group);
          last = owner;
        }
        group.append(this.#row(difference, owner, name));
      }
    };
    const heads = ['Part', this.#name, name].map((text) => {
      const head = makeElement('th', '', text);
      head.scope = 'col';
      return head;
    });
    const caption = makeElement('caption', 'vh', `Differences between ${this.#name} and ${name}`);
    table.append(caption, makeElement('thead', '', makeElement('tr', '', ...heads)));
    add(inGroups(differences).slice(0, AT_ONCE));
    found.append(table);
    if (differences.length <= AT_ONCE) return;
    const more = makeElement('button', '', `Show all ${differences.length}`);
    more.type = 'button';
    more.addEventListener('click', () => {
      add(inGroups(differences).slice(AT_ONCE));
      more.remove();
    });
    found.append(more);
  }

  #row({ path, one, other }: ClientDifference, owner: string, name: string): HTMLElement {
    // Below the head of its group the name of the group says nothing.
    const link = makeElement('a', '', path.slice(owner.length + 1) || path);
    link.href = `${this.dataset['base']}${addressOfPart(path)}`;
    link.ariaLabel = path;
    const part = makeElement('th', '', link);
    part.scope = 'row';
    return makeElement('tr', '', part, this.#cell(this.#name, one), this.#cell(name, other));
  }

  get #name(): string {
    return this.dataset['name'] ?? '';
  }

  #cell(label: string, text: string): HTMLTableCellElement {
    const cell = makeElement('td', '', text === '' ? 'not seen' : text);
    cell.dataset['label'] = label;
    return cell;
  }
}

function groupHead(owner: string): HTMLElement {
  const head = makeElement('th', '', owner.replace(/^node\//, 'shared node '));
  head.scope = 'rowgroup';
  head.colSpan = 3;
  return makeElement('tr', '', head);
}

/** Stanzas first, then what they share; each with its parts together, in their order. */
function inGroups(differences: readonly ClientDifference[]): readonly ClientDifference[] {
  const groups = [...Map.groupBy(differences, ({ path }) => ownerOfPart(path))];
  const isShared = ([owner]: (typeof groups)[number]): number => (owner.startsWith('node/') ? 1 : 0);
  return groups.toSorted((a, b) => isShared(a) - isShared(b)).flatMap(([, some]) => some);
}

customElements.define('client-compare', ClientCompare);
