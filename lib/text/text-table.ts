import stringWidth from 'string-width';
import { printableLine } from './printable.ts';

/**
 * Aligns rows of cells in columns: right-aligned if a column has a number, left-aligned otherwise. Text from data is
 * made safe to print.
 */
export function textTable(rows: readonly (readonly (string | number)[])[], indent = ''): string[] {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : printableLine(cell))));
  const widths: number[] = [];
  const right = new Set<number>();
  for (const row of shown) {
    for (const [i, cell] of row.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, stringWidth(String(cell)));
      if (typeof cell === 'number') right.add(i);
    }
  }
  return shown.map((row) => {
    const cells = row.map((cell, i) => {
      const blank = ' '.repeat((widths[i] ?? 0) - stringWidth(String(cell)));
      return right.has(i) ? `${blank}${cell}` : `${cell}${blank}`;
    });
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}
