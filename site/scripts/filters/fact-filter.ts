/** The values of a row for each parameter of the query; a row matches if one of them is the value that is set. */
type RowValues = Readonly<Record<string, readonly string[]>>;

interface Row {
  readonly element: HTMLTableRowElement;
  readonly path: string;
  readonly values: RowValues;
}

const NONE = '-';

/**
 * The filter of the table of facts. Its state is in the query of the URL, so that a filtered table can be linked to.
 * It is invisible until this script runs; without it the table shows everything.
 */
export class FactFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const status = this.querySelector('[role="status"]');
    const table = document.querySelector<HTMLTableElement>('table.all-facts');
    if (form === null || status === null || table === null) return;
    const groups = [...table.tBodies].map((body) => ({ body, rows: [...body.rows].map(readRow) }));
    const total = groups.reduce((n, { rows }) => n + rows.length, 0);
    const fields = [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')];

    // A value in the URL that the spec does not have, until the reader chooses another one.
    let unknown: string | undefined;

    const show = (): void => {
      const wanted = fields
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => [name, value] as const);
      let shown = 0;
      for (const { body, rows } of groups) {
        let here = 0;
        for (const row of rows) {
          const fits = unknown === undefined && wanted.every(([name, value]) => fit(row, name, value));
          row.element.hidden = !fits;
          if (fits) here += 1;
        }
        body.hidden = here === 0;
        shown += here;
      }
      if (unknown !== undefined) {
        status.textContent = `The spec has no ${unknown}, so no fact is shown. Choose another, or reset the filters.`;
        return;
      }
      status.textContent =
        wanted.length === 0 ? `All ${total} facts are shown.` : `${shown} of ${total} facts are shown.`;
    };
    const fromAddress = (): void => {
      const query = new URLSearchParams(location.search);
      unknown = undefined;
      for (const field of fields) {
        const value = query.get(field.name) ?? '';
        field.value = value;
        if (field instanceof HTMLSelectElement && field.selectedIndex === -1) {
          field.value = '';
          unknown ??= `${field.name} '${value}'`;
        }
      }
      show();
    };
    const toAddress = (): void => {
      unknown = undefined;
      const query = new URLSearchParams(
        fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
      ).toString();
      history.replaceState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
      show();
    };

    form.addEventListener('input', toAddress);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => {
      for (const field of fields) field.value = '';
      toAddress();
    });
    addEventListener('popstate', fromAddress);
    fromAddress();
  }
}

function readRow(element: HTMLTableRowElement): Row {
  const text = (column: number): string => element.cells[column]?.textContent?.trim() ?? '';
  const list = (words: string, between: string): readonly string[] =>
    words === '' ? [NONE] : words.split(between);
  const body = element.parentElement as HTMLTableSectionElement;
  return {
    element,
    path: text(0).toLowerCase(),
    values: {
      [body.dataset['owner'] ?? '']: [body.dataset['id'] ?? ''],
      kind: [text(1)],
      confidence: [text(3)],
      technique: list(text(4), ', '),
      flavor: list(element.dataset['flavors'] ?? '', ' '),
      dispute: list(text(6), ', '),
    },
  };
}

function fit({ path, values }: Row, name: string, value: string): boolean {
  // A row has the kind of its owner, and none of the others.
  return name === 'path'
    ? path.includes(value.trim().toLowerCase())
    : (values[name]?.includes(value) ?? false);
}

customElements.define('fact-filter', FactFilter);
