/**
 * Lets the reader sort a table by its columns. Heads with data-sort ("text" or "number") become buttons; a cell's
 * data-value takes precedence over its text. Rows in groups are sorted across them, without the headings of the groups;
 * after ascending and descending, a third click brings the groups back. Without this script the table keeps the order
 * of the page.
 */
export class SortTable extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table');
    const bodies = [...(table?.tBodies ?? [])];
    const [body] = bodies;
    if (table === null || body === undefined) return;
    const groups = bodies.map((one) => ({ body: one, rows: [...one.rows] }));
    const headings = [...table.querySelectorAll<HTMLTableRowElement>('tr.group')];
    const rows = groups.flatMap((group) => group.rows).filter((row) => !headings.includes(row));
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
    heads.forEach((head, column) => {
      const kind = head.dataset['sort'];
      if (kind === undefined) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        for (const other of heads) other.removeAttribute('aria-sort');
        if (before === 'descending' && headings.length > 0) {
          for (const group of groups) group.body.append(...group.rows);
          return;
        }
        const descending = before === 'ascending';
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        for (const heading of headings) heading.remove();
        body.append(...rows.toSorted((a, b) => compare(a, b, column, kind) * (descending ? -1 : 1)));
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
