/**
 * Lets the reader sort a table by its columns. Heads with data-sort ("text" or "number") become buttons; a cell's
 * data-value takes precedence over its text. Without this script the table keeps the order of the page.
 */
export class SortTable extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table');
    const body = table?.tBodies[0];
    if (table === null || body === undefined) return;
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
    heads.forEach((head, column) => {
      const kind = head.dataset['sort'];
      if (kind === undefined) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const descending = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        const rows = [...body.rows].sort((a, b) => compare(a, b, column, kind) * (descending ? -1 : 1));
        body.append(...rows);
      });
    });
  }
}

const sortValueOf = (row: HTMLTableRowElement, column: number): string => {
  const cell = row.cells[column];
  return cell?.dataset['value'] ?? cell?.textContent?.trim() ?? '';
};

function compare(a: HTMLTableRowElement, b: HTMLTableRowElement, column: number, kind: string): number {
  const [left, right] = [sortValueOf(a, column), sortValueOf(b, column)];
  return kind === 'number'
    ? Number(left) - Number(right)
    : left.localeCompare(right, 'en', { numeric: true, sensitivity: 'base' });
}

customElements.define('sort-table', SortTable);
